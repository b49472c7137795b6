package import IAMIdentifiers

// Messages that wait to be sent, those that somebody sends, and those that were given up.
extension MailTable {
    /// Whether a message is to be tried now.
    package func isAnyDue(at now: Timestamp) throws(StoreError) -> Bool {
        try !transaction.rows(
            "SELECT 1 AS n FROM mail WHERE next_attempt_at <= \(now) LIMIT 1"
        ).isEmpty
    }

    /// How many messages wait to be sent, and how many were given up and are kept.
    package func lengths() throws(StoreError) -> (waiting: Int, failed: Int) {
        let row = try transaction.rows(
            "SELECT count(next_attempt_at) AS waiting, count(*) AS n FROM mail"
        )[0]
        let waiting = try row.integer("waiting")
        return (waiting, try row.integer("n") - waiting)
    }

    /// Takes the message that has been due longest. Until `end` nobody else gets it.
    /// - Parameters:
    ///   - accounts: whose messages are left alone.
    ///   - unhurried: whose messages are left alone that make sense at any time.
    package func claim(
        at now: Timestamp, until end: Timestamp, leavingOut accounts: some Sequence<AccountID>,
        unhurried: some Sequence<AccountID> = EmptyCollection()
    ) throws(StoreError) -> QueuedMail? {
        // No account has an empty ID; a list must not be empty.
        let leftOut = SQL.list(accounts.map { $0 as any SQLBindable } + [""])
        let unhurried = SQL.list(unhurried.map { $0 as any SQLBindable } + [""])
        return try transaction.rows(
            """
            UPDATE mail SET next_attempt_at = \(end), is_claimed = 1, attempts = attempts + 1
            WHERE (account_id, mail_id) IN (
                SELECT account_id, mail_id FROM mail
                WHERE next_attempt_at <= \(now) AND account_id NOT IN \(leftOut)
                    AND (useless_after IS NOT NULL OR account_id NOT IN \(unhurried))
                ORDER BY next_attempt_at, account_id, mail_id LIMIT 1)
            RETURNING \(Self.columns)
            """
        ).first.map(Self.mail)
    }

    /// Ends a claim: the message was delivered, and is not kept.
    package func delete(_ claim: QueuedMail) throws(StoreError) {
        try transaction.execute("DELETE FROM mail WHERE \(Self.isClaimed(claim))")
    }

    /// Ends a claim: the message was not delivered.
    /// - Parameter next: when it is tried again; nil when it is given up.
    package func endClaim(
        _ claim: QueuedMail, because error: String, next: Timestamp?, at now: Timestamp
    ) throws(StoreError) {
        let failedAt = next == nil ? now : nil
        try transaction.execute(
            """
            UPDATE mail SET is_claimed = 0, next_attempt_at = \(next), failed_at = \(failedAt),
                last_error = \(error)
            WHERE \(Self.isClaimed(claim))
            """)
    }

    /// Gives a claim back: the message was not tried.
    package func release(_ claim: QueuedMail, at now: Timestamp) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE mail SET is_claimed = 0, next_attempt_at = \(now), attempts = attempts - 1
            WHERE \(Self.isClaimed(claim))
            """)
    }

    /// Still this claim: it has not run out and been taken by another.
    private static func isClaimed(_ claim: QueuedMail) -> SQL {
        """
        account_id = \(claim.account) AND mail_id = \(claim.id) AND is_claimed = 1
            AND next_attempt_at = \(claim.progress.nextAttemptAt)
        """
    }

    /// Leaves an account as many messages as it may have, the newest. Of those that wait, the
    /// others are given up; of those that were given up, the others are deleted. A notice to an
    /// address that is not the root user's any more is not given up: it is the warning of the owner
    /// before.
    package func bound(
        _ account: AccountID, waiting: Int, failed: Int, because error: String, at now: Timestamp
    ) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE mail SET next_attempt_at = NULL, failed_at = \(now), last_error = \(error)
            WHERE account_id = \(account) AND next_attempt_at IS NOT NULL AND is_claimed = 0
                AND (useless_after IS NOT NULL
                    OR recipient = (SELECT email FROM account WHERE account_id = \(account)))
                AND mail_id NOT IN (
                    SELECT mail_id FROM mail
                    WHERE account_id = \(account) AND next_attempt_at IS NOT NULL
                    ORDER BY mail_id DESC LIMIT \(waiting))
            """)
        try transaction.execute(
            """
            DELETE FROM mail WHERE account_id = \(account) AND failed_at IS NOT NULL
                AND mail_id NOT IN (
                    SELECT mail_id FROM mail
                    WHERE account_id = \(account) AND failed_at IS NOT NULL
                    ORDER BY failed_at DESC, mail_id DESC LIMIT \(failed))
            """)
    }

    /// Deletes messages that were given up before a moment.
    package func deleteFailed(before moment: Timestamp) throws(StoreError) {
        try transaction.execute("DELETE FROM mail WHERE failed_at < \(moment)")
    }

    // MARK: For the operator

    /// Messages that wait or were given up, the oldest first.
    /// - Parameter failedOnly: leaves out those that wait.
    package func queue(failedOnly: Bool, limit: Int) throws(StoreError) -> [QueuedMail] {
        let which: SQL =
            failedOnly
            ? "failed_at IS NOT NULL" : "(failed_at IS NOT NULL OR next_attempt_at IS NOT NULL)"
        return try transaction.rows(
            """
            SELECT \(Self.columns) FROM mail WHERE \(which)
            ORDER BY created_at, account_id, mail_id LIMIT \(limit)
            """
        ).map(Self.mail)
    }

    package func find(_ id: Int, in account: AccountID) throws(StoreError) -> QueuedMail? {
        try transaction.rows(
            """
            SELECT \(Self.columns) FROM mail WHERE account_id = \(account) AND mail_id = \(id)
            """
        ).first.map(Self.mail)
    }

    /// Has a message tried at once, as if it never had been.
    package func retry(_ mail: QueuedMail, at now: Timestamp) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE mail SET attempts = 0, next_attempt_at = \(now), failed_at = NULL,
                is_claimed = 0
            WHERE account_id = \(mail.account) AND mail_id = \(mail.id)
            """)
    }
}
