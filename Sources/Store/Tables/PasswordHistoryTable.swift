package import IAMIdentifiers

/// The hashes of the passwords that IAM users had, the present one among them. They outlive the
/// login profile, so that deleting it does not make an old password new.
package struct PasswordHistoryTable {
    /// As many as a password policy can forbid.
    package static let kept = 24

    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    /// The hashes of a user's latest passwords, the present one first.
    /// - Parameter limit: 0 to ``kept``.
    package func latest(_ limit: Int, of user: UniqueID) throws(StoreError) -> [String] {
        try transaction.rows(
            """
            SELECT password_hash FROM password_history
            WHERE account_id = \(account) AND user_id = \(user)
            ORDER BY sequence DESC LIMIT \(limit)
            """
        ).map { (row) throws(StoreError) in try row.text("password_hash") }
    }

    /// Adds a user's new password and forgets what is beyond ``kept``.
    package func append(_ hash: String, of user: UniqueID) throws(StoreError) {
        let last = try transaction.rows(
            """
            SELECT coalesce(max(sequence), 0) AS n FROM password_history
            WHERE account_id = \(account) AND user_id = \(user)
            """)[0].integer("n")
        try transaction.execute(
            """
            INSERT INTO password_history (account_id, user_id, sequence, password_hash)
            VALUES (\(account), \(user), \(last + 1), \(hash))
            """)
        try transaction.execute(
            """
            DELETE FROM password_history
            WHERE account_id = \(account) AND user_id = \(user)
                AND sequence <= \(last + 1 - Self.kept)
            """)
    }
}
