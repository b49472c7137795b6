package import IAMIdentifiers

/// The keys that seal secrets, each sealed itself under the master key.
package struct DataKeyTable {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// A data key as it is kept.
    package struct Entry: Sendable, Equatable {
        package let id: String
        package let sealed: [UInt8]
        /// From when on it seals, until the next one does.
        package let createdAt: Timestamp

        package init(id: String, sealed: [UInt8], createdAt: Timestamp) {
            self.id = id
            self.sealed = sealed
            self.createdAt = createdAt
        }
    }

    /// Every key, the newest first.
    package func all() throws(StoreError) -> [Entry] {
        try transaction.rows(
            "SELECT key_id, sealed, created_at FROM data_key ORDER BY created_at DESC, key_id"
        ).map { (row) throws(StoreError) in
            Entry(
                id: try row.text("key_id"), sealed: try row.blob("sealed"),
                createdAt: try row.timestamp("created_at"))
        }
    }

    /// Keeps a key sealed under another master key than before.
    package func reseal(_ id: String, as sealed: [UInt8]) throws(StoreError) {
        try transaction.execute("UPDATE data_key SET sealed = \(sealed) WHERE key_id = \(id)")
    }

    package func insert(_ entry: Entry) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO data_key (key_id, sealed, created_at)
            VALUES (\(entry.id), \(entry.sealed), \(entry.createdAt))
            """)
    }
}
