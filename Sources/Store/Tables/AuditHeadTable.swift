package import IAMIdentifiers

/// The place of a record in its account's chain.
package struct AuditLink: Sendable, Equatable {
    /// Counted from 1.
    package let sequence: Int
    /// Over the record, its place, and the seal of the record before it.
    package let seal: [UInt8]

    package init(sequence: Int, seal: [UInt8]) {
        self.sequence = sequence
        self.seal = seal
    }
}

/// The ends of the accounts' chains of audit records, which the next records join.
package struct AuditHeadTable {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// The last link of an account's chain; nil before the first record.
    package func find(_ account: AccountID) throws(StoreError) -> AuditLink? {
        try transaction.rows(
            "SELECT sequence, seal FROM audit_head WHERE account_id = \(account)"
        ).first.map { (row) throws(StoreError) in
            AuditLink(sequence: try row.integer("sequence"), seal: try row.blob("seal"))
        }
    }

    package func set(_ link: AuditLink, of account: AccountID) throws(StoreError) {
        try transaction.executeLater(
            """
            INSERT INTO audit_head (account_id, sequence, seal)
            VALUES (\(account), \(link.sequence), \(link.seal))
            ON CONFLICT (account_id) DO UPDATE
            SET sequence = excluded.sequence, seal = excluded.seal
            """)
    }

    /// The accounts that have a chain, in the order of their IDs, after one of them.
    package func accounts(
        after account: AccountID?, limit: Int
    ) throws(StoreError) -> [AccountID] {
        try transaction.rows(
            """
            SELECT account_id FROM audit_head WHERE account_id > \(account?.description ?? "")
            ORDER BY account_id LIMIT \(limit)
            """
        ).map { (row) throws(StoreError) in try row.accountID("account_id") }
    }
}
