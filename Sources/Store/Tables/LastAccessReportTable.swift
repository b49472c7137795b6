package import IAMIdentifiers

/// The reports of last accesses that were asked for in an account.
package struct LastAccessReportTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    /// Reports kept of one account. Older ones are deleted.
    package static let perAccount = 10_000

    package func find(_ id: String) throws(StoreError) -> LastAccessReport? {
        try transaction.rows(
            """
            SELECT report_id, caller_id, resource_arn, resource_id, tells_actions, created_at
            FROM last_access_report WHERE account_id = \(account) AND report_id = \(id)
            """
        ).first.map { (row) throws(StoreError) in
            LastAccessReport(
                id: try row.text("report_id"), caller: try row.text("caller_id"),
                resourceARN: try row.text("resource_arn"),
                resource: try row.uniqueID("resource_id"),
                tellsActions: try row.boolean("tells_actions"),
                createdAt: try row.timestamp("created_at"))
        }
    }

    package func insert(_ report: LastAccessReport) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO last_access_report (account_id, report_id, caller_id, resource_arn,
                resource_id, tells_actions, created_at)
            VALUES (\(account), \(report.id), \(report.caller), \(report.resourceARN),
                \(report.resource), \(report.tellsActions), \(report.createdAt))
            """)
    }

    /// Deletes the oldest reports beyond a number. It reads past all that stay, so it is not done
    /// for each new one.
    package func deleteOldest(keeping limit: Int = perAccount) throws(StoreError) {
        try transaction.execute(
            """
            DELETE FROM last_access_report WHERE account_id = \(account) AND report_id IN (
                SELECT report_id FROM last_access_report WHERE account_id = \(account)
                ORDER BY created_at DESC, report_id DESC LIMIT 1000 OFFSET \(limit))
            """)
    }
}
