package import IAMIdentifiers

/// The OpenID Connect providers of an account.
package struct OpenIDConnectProviderTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    private static let columns: SQL =
        "account_id, provider_id, url, created_at, context_provider"

    /// The provider with this URL, byte for byte.
    package func find(url: String) throws(StoreError) -> OpenIDConnectProvider? {
        let rows = try transaction.rows(
            "SELECT " + Self.columns
                + " FROM oidc_provider WHERE account_id = \(account) AND url = \(url)")
        guard let row = rows.first else { return nil }
        return try provider(row)
    }

    package func find(_ id: UniqueID) throws(StoreError) -> OpenIDConnectProvider? {
        let rows = try transaction.rows(
            "SELECT " + Self.columns
                + " FROM oidc_provider WHERE account_id = \(account) AND provider_id = \(id)")
        guard let row = rows.first else { return nil }
        return try provider(row)
    }

    /// Whether the provider is still there.
    package func contains(_ id: UniqueID) throws(StoreError) -> Bool {
        try !transaction.rows(
            """
            SELECT 1 AS n FROM oidc_provider
            WHERE account_id = \(account) AND provider_id = \(id)
            """
        ).isEmpty
    }

    /// All of them, by URL. Client IDs and thumbprints are left out.
    package func list() throws(StoreError) -> [OpenIDConnectProvider] {
        try transaction.rows(
            "SELECT " + Self.columns
                + " FROM oidc_provider WHERE account_id = \(account) ORDER BY url"
        ).map { (row) throws(StoreError) in
            try Self.provider(row, clientIDs: [], thumbprints: [])
        }
    }

    package func count() throws(StoreError) -> Int {
        try transaction.rows(
            "SELECT count(*) AS n FROM oidc_provider WHERE account_id = \(account)"
        )[0].integer("n")
    }

    /// Adds a provider.
    /// - Returns: false, and nothing changed, when the account has one with this URL.
    package func insert(_ provider: OpenIDConnectProvider) throws(StoreError) -> Bool {
        let isNew =
            try transaction.execute(
                """
                INSERT INTO oidc_provider (account_id, provider_id, url, created_at,
                    context_provider)
                VALUES (\(account), \(provider.id), \(provider.url), \(provider.createdAt),
                    \(provider.contextProvider))
                ON CONFLICT DO NOTHING
                """) == 1
        if isNew { try insertLists(of: provider) }
        return isNew
    }

    /// Writes what may change: client IDs, thumbprints and the context provider.
    package func update(_ provider: OpenIDConnectProvider) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE oidc_provider SET context_provider = \(provider.contextProvider)
            WHERE account_id = \(account) AND provider_id = \(provider.id)
            """)
        try transaction.execute(
            """
            DELETE FROM oidc_client_id
            WHERE account_id = \(account) AND provider_id = \(provider.id)
            """)
        try transaction.execute(
            """
            DELETE FROM oidc_thumbprint
            WHERE account_id = \(account) AND provider_id = \(provider.id)
            """)
        try insertLists(of: provider)
    }

    package func delete(_ id: UniqueID) throws(StoreError) {
        try transaction.execute(
            "DELETE FROM oidc_provider WHERE account_id = \(account) AND provider_id = \(id)")
    }

    private func insertLists(of provider: OpenIDConnectProvider) throws(StoreError) {
        for (position, clientID) in provider.clientIDs.enumerated() {
            try transaction.execute(
                """
                INSERT INTO oidc_client_id (account_id, provider_id, position, client_id)
                VALUES (\(account), \(provider.id), \(position), \(clientID))
                """)
        }
        for (position, thumbprint) in provider.thumbprints.enumerated() {
            try transaction.execute(
                """
                INSERT INTO oidc_thumbprint (account_id, provider_id, position, thumbprint)
                VALUES (\(account), \(provider.id), \(position), \(thumbprint))
                """)
        }
    }

    private func provider(_ row: Row) throws(StoreError) -> OpenIDConnectProvider {
        let id = try row.uniqueID("provider_id")
        let clientIDs = try transaction.rows(
            """
            SELECT client_id FROM oidc_client_id
            WHERE account_id = \(account) AND provider_id = \(id) ORDER BY position
            """
        ).map { (row) throws(StoreError) in try row.text("client_id") }
        let thumbprints = try transaction.rows(
            """
            SELECT thumbprint FROM oidc_thumbprint
            WHERE account_id = \(account) AND provider_id = \(id) ORDER BY position
            """
        ).map { (row) throws(StoreError) in try row.text("thumbprint") }
        return try Self.provider(row, clientIDs: clientIDs, thumbprints: thumbprints)
    }

    private static func provider(
        _ row: Row, clientIDs: [String], thumbprints: [String]
    ) throws(StoreError) -> OpenIDConnectProvider {
        OpenIDConnectProvider(
            account: try row.accountID("account_id"), id: try row.uniqueID("provider_id"),
            url: try row.text("url"), clientIDs: clientIDs, thumbprints: thumbprints,
            createdAt: try row.timestamp("created_at"),
            contextProvider: try row.textIfPresent("context_provider"))
    }
}
