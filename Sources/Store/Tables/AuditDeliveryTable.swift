package import IAMIdentifiers

/// How far the audit records of each account were given to each target, such as a directory.
///
/// The records themselves are the queue: nothing is copied, and what a target was not given stays
/// where it is. Whoever gives a target more has claimed the account for a while, so that of several
/// servers of one store one does.
package struct AuditDeliveryTable {
    let transaction: any Transaction
    let target: String

    package init(_ transaction: any Transaction, to target: String) {
        self.transaction = transaction
        self.target = target
    }

    /// The accounts with records that the target was not given, and that nobody has claimed, in
    /// the order of their IDs.
    package func due(
        at now: Timestamp, after account: AccountID?, limit: Int
    ) throws(StoreError) -> [AccountID] {
        try transaction.rows(
            """
            SELECT h.account_id FROM audit_head AS h LEFT JOIN audit_delivery AS d
                ON d.account_id = h.account_id AND d.target = \(target)
            WHERE h.account_id > \(account?.description ?? "")
                AND h.sequence > COALESCE(d.sequence, 0)
                AND COALESCE(d.claimed_until, 0) <= \(now)
            ORDER BY h.account_id LIMIT \(limit)
            """
        ).map { (row) throws(StoreError) in try row.accountID("account_id") }
    }

    /// The place of the last record of an account that the target was given; nil before the first.
    package func find(_ account: AccountID) throws(StoreError) -> Int? {
        try transaction.rows(
            """
            SELECT sequence FROM audit_delivery
            WHERE account_id = \(account) AND target = \(target)
            """
        ).first.map { (row) throws(StoreError) in try row.integer("sequence") }
    }

    /// Claims an account.
    /// - Parameter first: where an account begins that was never claimed: the place before that of
    ///   the first record that the target is to have.
    /// - Returns: false when another server has claimed it.
    package func claim(
        _ account: AccountID, at now: Timestamp, until end: Timestamp, from first: Int
    ) throws(StoreError) -> Bool {
        try transaction.execute(
            """
            INSERT INTO audit_delivery (account_id, target, sequence, claimed_until)
            VALUES (\(account), \(target), \(first), \(end))
            ON CONFLICT (account_id, target) DO UPDATE SET claimed_until = excluded.claimed_until
            WHERE audit_delivery.claimed_until <= \(now)
            """) == 1
    }

    /// Ends a claim.
    /// - Parameters:
    ///   - sequence: the place of the last record that the target has now.
    ///   - next: before which nobody claims the account again; nil for at once.
    package func settle(
        _ account: AccountID, at sequence: Int, until next: Timestamp? = nil
    ) throws(StoreError) {
        let end = next?.microseconds ?? 0
        try transaction.execute(
            """
            UPDATE audit_delivery SET sequence = \(sequence), claimed_until = \(end)
            WHERE account_id = \(account) AND target = \(target)
            """)
    }
}
