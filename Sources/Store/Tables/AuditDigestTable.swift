package import IAMIdentifiers

/// The signed digests of accounts' audit records: rows are added and never changed.
package struct AuditDigestTable {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// One digest as it is kept.
    package struct Entry: Sendable, Equatable {
        package let account: AccountID
        /// Counted from 1.
        package let number: Int
        /// The place of the last record that it is of.
        package let lastSequence: Int
        package let at: Timestamp
        /// What was signed, a JSON object.
        package let digest: String
        /// Of Ed25519: 32 bytes.
        package let publicKey: [UInt8]
        /// 64 bytes.
        package let signature: [UInt8]

        package init(
            account: AccountID, number: Int, lastSequence: Int, at: Timestamp, digest: String,
            publicKey: [UInt8], signature: [UInt8]
        ) {
            self.account = account
            self.number = number
            self.lastSequence = lastSequence
            self.at = at
            self.digest = digest
            self.publicKey = publicKey
            self.signature = signature
        }
    }

    package func append(_ entry: Entry) throws(StoreError) {
        try transaction.executeLater(
            """
            INSERT INTO audit_digest (account_id, number, last_sequence, at, digest, public_key,
                signature)
            VALUES (\(entry.account), \(entry.number), \(entry.lastSequence), \(entry.at),
                \(entry.digest), \(entry.publicKey), \(entry.signature))
            """)
    }

    /// An account's latest digest.
    package func latest(of account: AccountID) throws(StoreError) -> Entry? {
        try entries("WHERE account_id = \(account) ORDER BY number DESC LIMIT 1").first
    }

    /// An account's latest digest of before a moment.
    package func latest(
        of account: AccountID, before moment: Timestamp
    ) throws(StoreError) -> Entry? {
        try entries(
            "WHERE account_id = \(account) AND at < \(moment) ORDER BY number DESC LIMIT 1"
        ).first
    }

    /// At most `limit` digests of an account after a number, in their order.
    package func list(
        of account: AccountID, after number: Int, limit: Int
    ) throws(StoreError) -> [Entry] {
        try entries(
            "WHERE account_id = \(account) AND number > \(number) ORDER BY number LIMIT \(limit)")
    }

    /// The accounts with records that no digest is of, and no digest of this moment or later, in
    /// the order of their IDs.
    package func due(
        before moment: Timestamp, after account: AccountID?, limit: Int
    ) throws(StoreError) -> [AccountID] {
        try transaction.rows(
            """
            SELECT account_id FROM audit_head AS h
            WHERE account_id > \(account?.description ?? "") AND NOT EXISTS (
                SELECT 1 FROM audit_digest AS d WHERE d.account_id = h.account_id
                AND (d.last_sequence >= h.sequence OR d.at >= \(moment)))
            ORDER BY account_id LIMIT \(limit)
            """
        ).map { (row) throws(StoreError) in try row.accountID("account_id") }
    }

    private func entries(_ ending: SQL) throws(StoreError) -> [Entry] {
        try transaction.rows(
            """
            SELECT account_id, number, last_sequence, at, digest, public_key, signature
            FROM audit_digest
            """ + " " + ending
        ).map { (row) throws(StoreError) in
            Entry(
                account: try row.accountID("account_id"), number: try row.integer("number"),
                lastSequence: try row.integer("last_sequence"), at: try row.timestamp("at"),
                digest: try row.text("digest"), publicKey: try row.blob("public_key"),
                signature: try row.blob("signature"))
        }
    }
}
