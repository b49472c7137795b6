package import IAMIdentifiers

/// Changes of e-mail addresses that wait for their codes, one for each account.
package struct EmailChangeTable {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    package func find(_ account: AccountID) throws(StoreError) -> EmailChange? {
        guard
            let row = try transaction.rows(
                """
                SELECT new_email, present_code, new_code, failed_attempts, ends_at
                FROM email_change WHERE account_id = \(account)
                """
            ).first
        else { return nil }
        return EmailChange(
            account: account, newEmail: try row.text("new_email"),
            presentCode: try row.textIfPresent("present_code"),
            newCode: try row.textIfPresent("new_code"),
            failedAttempts: try row.integer("failed_attempts"),
            endsAt: try row.timestamp("ends_at"))
    }

    /// Keeps a change in the place of the one there was.
    package func set(_ change: EmailChange) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO email_change (account_id, new_email, present_code, new_code,
                failed_attempts, ends_at)
            VALUES (\(change.account), \(change.newEmail), \(change.presentCode),
                \(change.newCode), \(change.failedAttempts), \(change.endsAt))
            ON CONFLICT (account_id) DO UPDATE SET new_email = excluded.new_email,
                present_code = excluded.present_code, new_code = excluded.new_code,
                failed_attempts = excluded.failed_attempts, ends_at = excluded.ends_at
            """)
    }

    package func delete(_ account: AccountID) throws(StoreError) {
        try transaction.execute("DELETE FROM email_change WHERE account_id = \(account)")
    }
}
