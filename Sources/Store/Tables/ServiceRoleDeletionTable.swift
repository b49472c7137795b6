package import IAMIdentifiers

/// The deletions of service-linked roles that were done, by the ID of their task.
package struct ServiceRoleDeletionTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    package func insert(task: String, at now: Timestamp) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO service_role_deletion (account_id, task_id, deleted_at)
            VALUES (\(account), \(task), \(now))
            """)
    }

    package func contains(task: String) throws(StoreError) -> Bool {
        try !transaction.rows(
            """
            SELECT 1 AS one FROM service_role_deletion
            WHERE account_id = \(account) AND task_id = \(task)
            """
        ).isEmpty
    }

    /// Forgets the deletions that were done before some time.
    package func delete(before time: Timestamp) throws(StoreError) {
        try transaction.execute(
            """
            DELETE FROM service_role_deletion
            WHERE account_id = \(account) AND deleted_at < \(time)
            """)
    }
}
