package import IAMIdentifiers

/// The one-time link with which the first account is made, by the hash of its token.
package struct SetupLinkTable {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    package func contains(_ tokenHash: String) throws(StoreError) -> Bool {
        try !transaction.rows(
            "SELECT created_at FROM setup_link WHERE token_hash = \(tokenHash)"
        ).isEmpty
    }

    /// Makes this the only link that is valid.
    package func replace(with tokenHash: String, at now: Timestamp) throws(StoreError) {
        try deleteAll()
        try transaction.execute(
            "INSERT INTO setup_link (token_hash, created_at) VALUES (\(tokenHash), \(now))")
    }

    package func deleteAll() throws(StoreError) {
        try transaction.execute("DELETE FROM setup_link")
    }
}
