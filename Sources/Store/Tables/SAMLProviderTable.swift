package import IAMIdentifiers

/// The SAML providers of an account, the keys that open their encrypted assertions, and which
/// assertions were used.
package struct SAMLProviderTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    private static let columns: SQL = """
        account_id, provider_id, name, requires_encryption, created_at, valid_until
        """

    /// The provider of exactly this name.
    package func find(named name: String) throws(StoreError) -> SAMLProvider? {
        try transaction.rows(
            "SELECT metadata, " + Self.columns
                + " FROM saml_provider WHERE account_id = \(account) AND name = \(name)"
        ).first.map { (row) throws(StoreError) in
            try Self.provider(row, metadata: row.text("metadata"))
        }
    }

    /// The provider of an ID, in whichever account. Its metadata is left empty.
    package static func find(
        _ id: UniqueID, _ transaction: any Transaction
    ) throws(StoreError) -> SAMLProvider? {
        try transaction.rows(
            "SELECT " + columns + " FROM saml_provider WHERE provider_id = \(id)"
        ).first.map { (row) throws(StoreError) in try provider(row, metadata: "") }
    }

    /// Whether there is a provider of exactly this name.
    package func contains(named name: String) throws(StoreError) -> Bool {
        try transaction.rows(
            """
            SELECT count(*) AS n FROM saml_provider
            WHERE account_id = \(account) AND name = \(name)
            """)[0].integer("n") == 1
    }

    /// All providers, by name. Their metadata, which may be long, is left empty.
    package func list() throws(StoreError) -> [SAMLProvider] {
        try transaction.rows(
            "SELECT " + Self.columns
                + " FROM saml_provider WHERE account_id = \(account) ORDER BY name"
        ).map { (row) throws(StoreError) in try Self.provider(row, metadata: "") }
    }

    package func count() throws(StoreError) -> Int {
        try transaction.rows(
            "SELECT count(*) AS n FROM saml_provider WHERE account_id = \(account)"
        )[0].integer("n")
    }

    /// Whether there is still a provider of this ID.
    package func contains(_ id: UniqueID) throws(StoreError) -> Bool {
        try transaction.rows(
            """
            SELECT count(*) AS n FROM saml_provider
            WHERE account_id = \(account) AND provider_id = \(id)
            """)[0].integer("n") == 1
    }

    /// Adds a provider.
    /// - Returns: false, and nothing changed, when the name is taken.
    package func insert(_ provider: SAMLProvider) throws(StoreError) -> Bool {
        try transaction.execute(
            """
            INSERT INTO saml_provider (account_id, provider_id, name, metadata,
                requires_encryption, created_at, valid_until)
            VALUES (\(account), \(provider.id), \(provider.name), \(provider.metadata),
                \(provider.requiresEncryption), \(provider.createdAt), \(provider.validUntil))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    /// Writes what may change of a provider: its metadata and what follows from it, and whether
    /// its assertions have to be encrypted.
    package func update(_ provider: SAMLProvider) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE saml_provider SET metadata = \(provider.metadata),
                requires_encryption = \(provider.requiresEncryption),
                valid_until = \(provider.validUntil)
            WHERE account_id = \(account) AND provider_id = \(provider.id)
            """)
    }

    /// Deletes a provider, its private keys and what it knows of used assertions.
    package func delete(_ id: UniqueID) throws(StoreError) {
        try transaction.execute(
            "DELETE FROM used_assertion WHERE account_id = \(account) AND provider_id = \(id)")
        try transaction.execute(
            "DELETE FROM saml_provider WHERE account_id = \(account) AND provider_id = \(id)")
    }

    private static func provider(
        _ row: Row, metadata: String
    ) throws(StoreError) -> SAMLProvider {
        SAMLProvider(
            account: try row.accountID("account_id"), id: try row.uniqueID("provider_id"),
            name: try row.text("name"), metadata: metadata,
            requiresEncryption: try row.boolean("requires_encryption"),
            createdAt: try row.timestamp("created_at"),
            validUntil: try row.timestamp("valid_until"))
    }
}

// MARK: Private keys

extension SAMLProviderTable {
    /// The private keys of a provider, the oldest first.
    package func privateKeys(
        of provider: UniqueID
    ) throws(StoreError) -> [SAMLProvider.PrivateKey] {
        try transaction.rows(
            """
            SELECT key_id, sealed_key, added_at FROM saml_private_key
            WHERE account_id = \(account) AND provider_id = \(provider)
            ORDER BY added_at, key_id
            """
        ).map { (row) throws(StoreError) in
            SAMLProvider.PrivateKey(
                id: try row.text("key_id"), sealed: try row.blob("sealed_key"),
                addedAt: try row.timestamp("added_at"))
        }
    }

    package func insert(
        _ key: SAMLProvider.PrivateKey, of provider: UniqueID
    ) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO saml_private_key (account_id, provider_id, key_id, sealed_key, added_at)
            VALUES (\(account), \(provider), \(key.id), \(key.sealed), \(key.addedAt))
            """)
    }

    /// - Returns: whether there was such a key.
    package func deletePrivateKey(
        _ key: String, of provider: UniqueID
    ) throws(StoreError) -> Bool {
        try transaction.execute(
            """
            DELETE FROM saml_private_key WHERE account_id = \(account)
            AND provider_id = \(provider) AND key_id = \(key)
            """) == 1
    }
}

// MARK: Used assertions

extension SAMLProviderTable {
    /// Takes an assertion of a provider, and forgets those of the account that have ended.
    /// - Parameter assertion: what no other assertion of the provider has, of bounded length.
    /// - Returns: false, and nothing changed, when it was taken before.
    package func take(
        _ assertion: String, of provider: UniqueID, until end: Timestamp, at now: Timestamp
    ) throws(StoreError) -> Bool {
        try transaction.execute(
            "DELETE FROM used_assertion WHERE account_id = \(account) AND expires_at <= \(now)")
        return try transaction.execute(
            """
            INSERT INTO used_assertion (account_id, provider_id, assertion, expires_at)
            VALUES (\(account), \(provider), \(assertion), \(end)) ON CONFLICT DO NOTHING
            """) == 1
    }
}
