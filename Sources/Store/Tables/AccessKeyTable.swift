package import IAMIdentifiers

/// Access keys by ID and by owner. Secrets are sealed before they reach this table.
package struct AccessKeyTable {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    private static let columns: SQL = """
        account_id, access_key_id, owner_id, status, created_at, last_used_at, last_used_service,
        last_used_region
        """

    /// The key of this ID, in whichever account it is.
    package func find(_ id: AccessKeyID) throws(StoreError) -> AccessKey? {
        try transaction.rows(
            "SELECT " + Self.columns + " FROM access_key WHERE access_key_id = \(id)"
        ).first.map(Self.key)
    }

    /// The key of this ID and its sealed secret, in whichever account it is.
    package func findWithSecret(
        _ id: AccessKeyID
    ) throws(StoreError) -> (key: AccessKey, sealedSecret: [UInt8])? {
        let rows = try transaction.rows(
            "SELECT sealed_secret, " + Self.columns
                + " FROM access_key WHERE access_key_id = \(id)")
        guard let row = rows.first else { return nil }
        return (try Self.key(row), try row.blob("sealed_secret"))
    }

    /// Whether a key is there, active, an owner's, and has a sealed secret.
    /// - Parameter sealedSecret: nil for any.
    package func isActive(
        _ id: AccessKeyID, of owner: UniqueID, sealedSecret: [UInt8]?
    ) throws(StoreError) -> Bool {
        let sameSecret: SQL = sealedSecret.map { " AND sealed_secret = \($0)" } ?? ""
        return try !transaction.rows(
            """
            SELECT 1 FROM access_key
            WHERE access_key_id = \(id) AND owner_id = \(owner) AND status = 'Active'
            """ + sameSecret
        ).isEmpty
    }

    /// The keys of `owner`, by ID, from the first after `after`.
    package func list(
        ownedBy owner: UniqueID, in account: AccountID, after: String = "", limit: Int
    ) throws(StoreError) -> [AccessKey] {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM access_key
                WHERE account_id = \(account) AND owner_id = \(owner) AND access_key_id > \(after)
                ORDER BY access_key_id LIMIT \(limit)
                """
        ).map(Self.key)
    }

    /// Every key of an account, by owner and then by ID.
    package func listAll(in account: AccountID) throws(StoreError) -> [AccessKey] {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM access_key WHERE account_id = \(account) ORDER BY owner_id, access_key_id
                """
        ).map(Self.key)
    }

    /// The number of keys `owner` has, whatever their status.
    package func count(ownedBy owner: UniqueID, in account: AccountID) throws(StoreError) -> Int {
        try transaction.rows(
            """
            SELECT count(*) AS n FROM access_key
            WHERE account_id = \(account) AND owner_id = \(owner)
            """)[0].integer("n")
    }

    /// Adds a key.
    /// - Returns: false, and nothing changed, when the ID is taken.
    package func insert(_ key: AccessKey, sealedSecret: [UInt8]) throws(StoreError) -> Bool {
        try transaction.execute(
            """
            INSERT INTO access_key (account_id, access_key_id, owner_id, sealed_secret, status,
                created_at)
            VALUES (\(key.account), \(key.id), \(key.owner), \(sealedSecret),
                \(key.status), \(key.createdAt))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    package func setStatus(
        _ status: CredentialStatus, of key: AccessKey
    ) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE access_key SET status = \(status)
            WHERE account_id = \(key.account) AND access_key_id = \(key.id)
            """)
    }

    /// How many keys of an account are active, and when one of them was used for the last time.
    package func use(
        in account: AccountID
    ) throws(StoreError) -> (active: Int, lastUsedAt: Timestamp?) {
        let row = try transaction.rows(
            """
            SELECT count(*) AS n, max(last_used_at) AS last_used_at FROM access_key
            WHERE account_id = \(account) AND status = 'Active'
            """)[0]
        return (try row.integer("n"), try row.timestampIfPresent("last_used_at"))
    }

    /// Keeps the latest use; one that comes late does not overwrite a later one.
    package func setLastUse(_ use: AccessKey.LastUse, of id: AccessKeyID) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE access_key SET last_used_at = \(use.at), last_used_service = \(use.service),
                last_used_region = \(use.region)
            WHERE access_key_id = \(id) AND (last_used_at IS NULL OR last_used_at < \(use.at))
            """)
    }

    package func delete(_ key: AccessKey) throws(StoreError) {
        try transaction.execute(
            """
            DELETE FROM access_key
            WHERE account_id = \(key.account) AND access_key_id = \(key.id)
            """)
    }

    private static func key(_ row: Row) throws(StoreError) -> AccessKey {
        AccessKey(
            account: try row.accountID("account_id"), id: try row.accessKeyID("access_key_id"),
            owner: try row.uniqueID("owner_id"),
            status: try row.credentialStatus("status"),
            createdAt: try row.timestamp("created_at"), lastUse: try lastUse(row))
    }

    private static func lastUse(_ row: Row) throws(StoreError) -> AccessKey.LastUse? {
        guard let at = try row.timestampIfPresent("last_used_at") else { return nil }
        return AccessKey.LastUse(
            at: at, service: try row.text("last_used_service"),
            region: try row.text("last_used_region"))
    }
}
