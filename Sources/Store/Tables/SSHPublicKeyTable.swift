package import IAMIdentifiers

/// The SSH public keys of an account's users.
package struct SSHPublicKeyTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    private static let columns: SQL =
        "account_id, key_id, user_id, public_key, status, uploaded_at"

    /// The user's key of this ID.
    package func find(_ id: String, of user: UniqueID) throws(StoreError) -> SSHPublicKey? {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM ssh_public_key
                WHERE account_id = \(account) AND key_id = \(id) AND user_id = \(user)
                """
        ).first.map(Self.key)
    }

    /// At most `limit` keys of a user, by ID, from the first after `after`.
    package func list(
        of user: UniqueID, after: String = "", limit: Int
    ) throws(StoreError) -> [SSHPublicKey] {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM ssh_public_key
                WHERE account_id = \(account) AND user_id = \(user) AND key_id > \(after)
                ORDER BY key_id LIMIT \(limit)
                """
        ).map(Self.key)
    }

    package func count(of user: UniqueID) throws(StoreError) -> Int {
        try transaction.rows(
            """
            SELECT count(*) AS n FROM ssh_public_key
            WHERE account_id = \(account) AND user_id = \(user)
            """)[0].integer("n")
    }

    /// Adds a key.
    /// - Returns: false, and nothing changed, when the user has it already or the ID is taken.
    package func insert(_ key: SSHPublicKey) throws(StoreError) -> Bool {
        try transaction.execute(
            """
            INSERT INTO ssh_public_key (account_id, key_id, user_id, public_key, status,
                uploaded_at)
            VALUES (\(account), \(key.id), \(key.user), \(key.publicKey), \(key.status),
                \(key.uploadedAt))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    package func setStatus(
        _ status: CredentialStatus, of id: UniqueID
    ) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE ssh_public_key SET status = \(status)
            WHERE account_id = \(account) AND key_id = \(id)
            """)
    }

    package func delete(_ id: UniqueID) throws(StoreError) {
        try transaction.execute(
            "DELETE FROM ssh_public_key WHERE account_id = \(account) AND key_id = \(id)")
    }

    private static func key(_ row: Row) throws(StoreError) -> SSHPublicKey {
        SSHPublicKey(
            account: try row.accountID("account_id"), id: try row.uniqueID("key_id"),
            user: try row.uniqueID("user_id"), publicKey: try row.blob("public_key"),
            status: try row.credentialStatus("status"),
            uploadedAt: try row.timestamp("uploaded_at"))
    }
}
