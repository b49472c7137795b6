package import IAMIdentifiers

/// How well accounts were secured: a row for each time that the answer changed.
package struct SecurityScoreTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    /// Rows kept of one account. Older ones are deleted.
    package static let perAccount = 100

    /// At most `limit` scores, the latest first.
    package func latest(limit: Int) throws(StoreError) -> [SecurityScore] {
        try transaction.rows(
            """
            SELECT measured_at, passed, total FROM security_score WHERE account_id = \(account)
            ORDER BY measured_at DESC LIMIT \(limit)
            """
        ).map { (row) throws(StoreError) in
            SecurityScore(
                measuredAt: try row.timestamp("measured_at"), passed: try row.integer("passed"),
                total: try row.integer("total"))
        }
    }

    /// Keeps a score, unless the latest says the same or is of a later moment.
    package func record(_ score: SecurityScore) throws(StoreError) {
        if let latest = try latest(limit: 1).first {
            guard latest.measuredAt < score.measuredAt, !latest.isSameAnswer(as: score) else {
                return
            }
        }
        try transaction.execute(
            """
            INSERT INTO security_score (account_id, measured_at, passed, total)
            VALUES (\(account), \(score.measuredAt), \(score.passed), \(score.total))
            """)
        try transaction.execute(
            """
            DELETE FROM security_score WHERE account_id = \(account) AND measured_at NOT IN (
                SELECT measured_at FROM security_score WHERE account_id = \(account)
                ORDER BY measured_at DESC LIMIT \(Self.perAccount))
            """)
    }
}
