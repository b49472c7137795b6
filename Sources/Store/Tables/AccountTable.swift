package import IAMIdentifiers

/// Accounts, by ID and by the root user's e-mail address.
package struct AccountTable {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    private static let columns: SQL = """
        account_id, name, email, password_hash, password_changed_at, password_last_used_at,
        status, created_at, closed_at, language, transferred_at,
        password_came_by_mail, erasing_at, erased_at
        """

    package func find(_ id: AccountID) throws(StoreError) -> Account? {
        try transaction.rows(
            "SELECT " + Self.columns + " FROM account WHERE account_id = \(id)"
        ).first.map(Self.account)
    }

    /// The account whose root user signs in with `email`, whatever its case.
    package func find(email: String) throws(StoreError) -> Account? {
        try transaction.rows(
            "SELECT " + Self.columns + " FROM account WHERE email_key = \(email.asciiLowercased)"
        ).first.map(Self.account)
    }

    /// Every account, by ID.
    package func all() throws(StoreError) -> [Account] {
        try transaction.rows("SELECT " + Self.columns + " FROM account ORDER BY account_id")
            .map(Self.account)
    }

    /// Whether there is no account at all, closed ones included.
    package func isEmpty() throws(StoreError) -> Bool {
        try transaction.rows("SELECT 1 AS one FROM account LIMIT 1").isEmpty
    }

    /// Adds an account.
    /// - Returns: false, and nothing changed, when its ID or e-mail address is taken.
    package func insert(_ account: Account) throws(StoreError) -> Bool {
        try transaction.execute(
            """
            INSERT INTO account (account_id, name, email, email_key, password_hash,
                password_changed_at, password_last_used_at, status, created_at, closed_at,
                language)
            VALUES (\(account.id), \(account.name), \(account.email),
                \(account.email.asciiLowercased), \(account.passwordHash),
                \(account.passwordChangedAt), \(account.passwordLastUsedAt),
                \(account.status.rawValue), \(account.createdAt), \(account.closedAt),
                \(account.language))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    package func setName(_ name: String, of id: AccountID) throws(StoreError) {
        try transaction.execute("UPDATE account SET name = \(name) WHERE account_id = \(id)")
    }

    /// Gives an account's root user another e-mail address.
    /// - Returns: false, and nothing changed, when another account has it.
    package func setEmail(_ email: String, of id: AccountID) throws(StoreError) -> Bool {
        let key = email.asciiLowercased
        return try transaction.execute(
            """
            UPDATE account SET email = \(email), email_key = \(key)
            WHERE account_id = \(id) AND NOT EXISTS (
                SELECT 1 FROM account AS other
                WHERE other.email_key = \(key) AND other.account_id <> \(id))
            """) == 1
    }

    package func setLanguage(_ language: String, of id: AccountID) throws(StoreError) {
        try transaction.execute(
            "UPDATE account SET language = \(language) WHERE account_id = \(id)")
    }

    /// Notes that an account has another owner from now on.
    package func setTransferred(_ id: AccountID, at now: Timestamp) throws(StoreError) {
        try transaction.execute(
            "UPDATE account SET transferred_at = \(now) WHERE account_id = \(id)")
    }

    /// Keeps another hash of the root user's same password, if the old one is still there.
    /// - Returns: whether it was.
    package func setPasswordHash(
        _ new: String, inPlaceOf old: String, of account: AccountID
    ) throws(StoreError) -> Bool {
        try transaction.execute(
            """
            UPDATE account SET password_hash = \(new)
            WHERE account_id = \(account) AND password_hash = \(old)
            """) == 1
    }

    package func setPassword(
        hash: String, of id: AccountID, at now: Timestamp
    ) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE account SET password_hash = \(hash), password_changed_at = \(now),
                password_came_by_mail = 0
            WHERE account_id = \(id)
            """)
    }

    /// Notes whether the password was chosen with a link in a mail.
    package func setPasswordCameByMail(
        _ cameByMail: Bool, of id: AccountID
    ) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE account SET password_came_by_mail = \(cameByMail) WHERE account_id = \(id)
            """)
    }

    package func setPasswordLastUsed(of id: AccountID, at now: Timestamp) throws(StoreError) {
        try transaction.execute(
            "UPDATE account SET password_last_used_at = \(now) WHERE account_id = \(id)")
    }

    package func setStatus(
        _ status: Account.Status, of id: AccountID, at now: Timestamp
    ) throws(StoreError) {
        let closedAt: Timestamp? = status == .closed ? now : nil
        try transaction.execute(
            """
            UPDATE account SET status = \(status.rawValue), closed_at = \(closedAt)
            WHERE account_id = \(id)
            """)
    }

    /// Accounts that were closed until a moment and have not been erased, the earliest first.
    package func closed(
        until moment: Timestamp, limit: Int
    ) throws(StoreError) -> [Account] {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM account
                WHERE status = 'closed' AND closed_at <= \(moment) AND erased_at IS NULL
                ORDER BY closed_at, account_id LIMIT \(limit)
                """
        ).map(Self.account)
    }

    /// Notes that it is begun to delete what a closed account held.
    /// - Parameter moment: until when it has to have been closed.
    /// - Returns: false when it was reopened or closed anew, or was erased.
    package func beginErasing(
        _ id: AccountID, closedUntil moment: Timestamp, at now: Timestamp
    ) throws(StoreError) -> Bool {
        try transaction.execute(
            """
            UPDATE account SET erasing_at = coalesce(erasing_at, \(now))
            WHERE account_id = \(id) AND status = 'closed' AND closed_at <= \(moment)
                AND erased_at IS NULL
            """) == 1
    }

    /// Takes from an account's row what tells about its owner. What stands in the place of the
    /// e-mail address is no address, so that nobody signs in with it and the address is free.
    /// - Returns: false when it was not begun, or has been done.
    package func erase(_ id: AccountID, at now: Timestamp) throws(StoreError) -> Bool {
        try transaction.execute(
            """
            UPDATE account SET name = '', email = '', email_key = \("erased \(id)"),
                password_hash = '', password_last_used_at = NULL, erased_at = \(now)
            WHERE account_id = \(id) AND erasing_at IS NOT NULL AND erased_at IS NULL
            """) == 1
    }

    private static func account(_ row: Row) throws(StoreError) -> Account {
        Account(
            id: try row.accountID("account_id"), name: try row.text("name"),
            email: try row.text("email"), passwordHash: try row.text("password_hash"),
            passwordChangedAt: try row.timestamp("password_changed_at"),
            passwordLastUsedAt: try row.timestampIfPresent("password_last_used_at"),
            status: try row.text("status") == "active" ? .active : .closed,
            createdAt: try row.timestamp("created_at"),
            closedAt: try row.timestampIfPresent("closed_at"),
            language: try row.text("language"),
            transferredAt: try row.timestampIfPresent("transferred_at"),
            passwordCameByMail: try row.boolean("password_came_by_mail"),
            erasingAt: try row.timestampIfPresent("erasing_at"),
            erasedAt: try row.timestampIfPresent("erased_at"))
    }
}
