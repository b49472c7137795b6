package import IAMIdentifiers

/// The passwords of IAM users, by the user's unique ID. They are hashed before they reach this
/// table.
package struct LoginProfileTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    package func find(_ user: UniqueID) throws(StoreError) -> LoginProfile? {
        try transaction.rows(
            """
            SELECT account_id, user_id, password_hash, reset_required, created_at, changed_at
            FROM login_profile WHERE account_id = \(account) AND user_id = \(user)
            """
        ).first.map(Self.profile)
    }

    /// When each password of the account was set, by whose it is.
    package func changes() throws(StoreError) -> [UniqueID: Timestamp] {
        let rows = try transaction.rows(
            "SELECT user_id, changed_at FROM login_profile WHERE account_id = \(account)")
        var changes: [UniqueID: Timestamp] = [:]
        for row in rows { changes[try row.uniqueID("user_id")] = try row.timestamp("changed_at") }
        return changes
    }

    /// Keeps another hash of the same password, if the old one is still there.
    /// - Returns: whether it was.
    package func setPasswordHash(
        _ new: String, inPlaceOf old: String, of user: UniqueID
    ) throws(StoreError) -> Bool {
        try transaction.execute(
            """
            UPDATE login_profile SET password_hash = \(new)
            WHERE account_id = \(account) AND user_id = \(user) AND password_hash = \(old)
            """) == 1
    }

    /// Adds a user's first password.
    /// - Returns: false, and nothing changed, when the user has one.
    package func insert(_ profile: LoginProfile) throws(StoreError) -> Bool {
        try transaction.execute(
            """
            INSERT INTO login_profile (account_id, user_id, password_hash, reset_required,
                created_at, changed_at)
            VALUES (\(account), \(profile.user), \(profile.passwordHash),
                \(profile.isResetRequired), \(profile.createdAt), \(profile.changedAt))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    /// Writes everything but when the profile was created.
    package func update(_ profile: LoginProfile) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE login_profile SET password_hash = \(profile.passwordHash),
                reset_required = \(profile.isResetRequired), changed_at = \(profile.changedAt)
            WHERE account_id = \(account) AND user_id = \(profile.user)
            """)
    }

    package func delete(_ user: UniqueID) throws(StoreError) {
        try transaction.execute(
            "DELETE FROM login_profile WHERE account_id = \(account) AND user_id = \(user)")
    }

    private static func profile(_ row: Row) throws(StoreError) -> LoginProfile {
        LoginProfile(
            account: try row.accountID("account_id"), user: try row.uniqueID("user_id"),
            passwordHash: try row.text("password_hash"),
            isResetRequired: try row.boolean("reset_required"),
            createdAt: try row.timestamp("created_at"),
            changedAt: try row.timestamp("changed_at"))
    }
}
