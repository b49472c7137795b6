package import IAMIdentifiers

/// The keys of an account's issuer.
package struct WebIdentityKeyTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    /// All of them, the newest first.
    package func list() throws(StoreError) -> [WebIdentityKey] {
        try transaction.rows(
            """
            SELECT account_id, key_id, algorithm, sealed_key, public_key, created_at
            FROM web_identity_key WHERE account_id = \(account)
            ORDER BY created_at DESC, key_id
            """
        ).map { (row) throws(StoreError) in
            WebIdentityKey(
                account: try row.accountID("account_id"), id: try row.text("key_id"),
                algorithm: try row.text("algorithm"), sealedKey: try row.blob("sealed_key"),
                publicKey: try row.text("public_key"), createdAt: try row.timestamp("created_at"))
        }
    }

    package func insert(_ key: WebIdentityKey) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO web_identity_key (account_id, key_id, algorithm, sealed_key, public_key,
                created_at)
            VALUES (\(account), \(key.id), \(key.algorithm), \(key.sealedKey), \(key.publicKey),
                \(key.createdAt))
            """)
    }

    package func delete(_ id: String) throws(StoreError) {
        try transaction.execute(
            "DELETE FROM web_identity_key WHERE account_id = \(account) AND key_id = \(id)")
    }
}
