package import IAMIdentifiers

/// The queue of mail.
package struct MailTable {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    static let columns: SQL = """
        account_id, mail_id, recipient, sender, subject, sealed_text, sealed_html, language,
        created_at, attempts, next_attempt_at, is_claimed, useless_after, failed_at, last_error
        """

    /// The ID of the account's next message.
    package func nextID(in account: AccountID) throws(StoreError) -> Int {
        try transaction.rows(
            """
            SELECT coalesce(max(mail_id), 0) AS n FROM mail WHERE account_id = \(account)
            """)[0].integer("n") + 1
    }

    /// Adds a message that nobody has tried to send yet.
    package func append(_ mail: QueuedMail) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO mail (account_id, mail_id, recipient, sender, subject, sealed_text,
                sealed_html, language, created_at, next_attempt_at, useless_after)
            VALUES (\(mail.account), \(mail.id), \(mail.recipient), \(mail.sender),
                \(mail.subject), \(mail.sealedText), \(mail.sealedHTML), \(mail.language),
                \(mail.createdAt), \(mail.progress.nextAttemptAt),
                \(mail.progress.uselessAfter))
            """)
    }

    /// The latest messages of all accounts, the newest first.
    package func newest(_ count: Int) throws(StoreError) -> [QueuedMail] {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM mail ORDER BY created_at DESC, mail_id DESC, account_id LIMIT \(count)
                """
        ).map(Self.mail)
    }

    /// Deletes all messages but the newest.
    /// - Parameter count: how many stay.
    package func keepNewest(_ count: Int) throws(StoreError) {
        try transaction.execute(
            """
            DELETE FROM mail WHERE (account_id, mail_id) NOT IN (
                SELECT account_id, mail_id FROM mail
                ORDER BY created_at DESC, mail_id DESC, account_id LIMIT \(count))
            """)
    }

    static func mail(_ row: Row) throws(StoreError) -> QueuedMail {
        var progress = MailProgress(
            nextAttemptAt: try row.timestampIfPresent("next_attempt_at"),
            uselessAfter: try row.timestampIfPresent("useless_after"))
        progress.attempts = try row.integer("attempts")
        progress.isClaimed = try row.boolean("is_claimed")
        progress.failedAt = try row.timestampIfPresent("failed_at")
        progress.lastError = try row.textIfPresent("last_error")
        return QueuedMail(
            account: try row.accountID("account_id"), id: try row.integer("mail_id"),
            recipient: try row.text("recipient"), sender: try row.text("sender"),
            subject: try row.text("subject"), sealedText: try row.blob("sealed_text"),
            sealedHTML: try row.blob("sealed_html"), language: try row.text("language"),
            createdAt: try row.timestamp("created_at"), progress: progress)
    }
}
