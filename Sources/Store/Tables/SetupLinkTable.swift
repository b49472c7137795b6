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

    /// Makes this a link that is valid, beside the newest of those before.
    /// - Parameter others: how many of them.
    package func add(
        _ tokenHash: String, keeping others: Int, at now: Timestamp
    ) throws(StoreError) {
        try transaction.execute(
            """
            DELETE FROM setup_link WHERE token_hash NOT IN (
                SELECT token_hash FROM setup_link ORDER BY created_at DESC, token_hash
                LIMIT \(others))
            """)
        try transaction.execute(
            "INSERT INTO setup_link (token_hash, created_at) VALUES (\(tokenHash), \(now))")
    }

    package func deleteAll() throws(StoreError) {
        try transaction.execute("DELETE FROM setup_link")
    }
}
