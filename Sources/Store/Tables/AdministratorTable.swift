package import IAMIdentifiers

/// The users of an account who may turn out to be its administrators: they have a password and
/// policies. What these allow is not looked at here.
package struct AdministratorTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    private var users: UserTable { UserTable(transaction, of: account) }

    /// A user, and whether an MFA device is assigned to it.
    package struct Candidate: Sendable, Equatable {
        package let user: User
        package let hasMFA: Bool
    }

    /// At most `limit` users, by unique ID: first those to whom or to whose groups one of the
    /// policies is attached, then those with any other.
    ///
    /// Looks at the users that have the policy, and then at those with a password, until there are
    /// enough; not at users who only have access keys.
    package func candidates(
        with arn: String, limit: Int
    ) throws(StoreError) -> [Candidate] {
        let named = try list(
            among: """
                (SELECT owner_id AS user_id FROM policy_attachment
                    WHERE account_id = \(account) AND policy_arn = \(arn)
                UNION SELECT member.user_id
                    FROM policy_attachment AS attached CROSS JOIN group_member AS member
                    WHERE attached.account_id = \(account) AND attached.policy_arn = \(arn)
                        AND member.account_id = \(account)
                        AND member.group_id = attached.owner_id)
                """,
            which: """
                EXISTS (SELECT 1 FROM login_profile
                    WHERE login_profile.account_id = iam_user.account_id
                    AND login_profile.user_id = iam_user.user_id)
                """, limit: limit)
        guard named.count < limit else { return named }
        let known = named.map(\.user.id)
        let others = try list(
            among: "(SELECT user_id FROM login_profile WHERE account_id = \(account))",
            which: """
                (EXISTS (SELECT 1 FROM policy_attachment
                    WHERE policy_attachment.account_id = iam_user.account_id
                    AND policy_attachment.owner_id = iam_user.user_id)
                OR EXISTS (SELECT 1 FROM inline_policy
                    WHERE inline_policy.account_id = iam_user.account_id
                    AND inline_policy.owner_id = iam_user.user_id)
                OR EXISTS (SELECT 1 FROM group_member
                    WHERE group_member.account_id = iam_user.account_id
                    AND group_member.user_id = iam_user.user_id))
                """, limit: limit)
        return named + others.filter { !known.contains($0.user.id) }.prefix(limit - named.count)
    }

    /// - Parameter holders: a table of unique IDs, which the engine begins with.
    private func list(
        among holders: SQL, which condition: SQL, limit: Int
    ) throws(StoreError) -> [Candidate] {
        try transaction.rows(
            """
            SELECT iam_user.user_id, name, path, created_at, password_last_used_at,
                (SELECT count(*) FROM mfa_device
                    WHERE mfa_device.account_id = iam_user.account_id
                    AND mfa_device.owner_id = iam_user.user_id) AS device_count
            FROM \(holders) AS holder CROSS JOIN iam_user
            WHERE iam_user.account_id = \(account) AND iam_user.user_id = holder.user_id
                AND \(condition)
            ORDER BY holder.user_id LIMIT \(limit)
            """
        ).map { (row) throws(StoreError) in
            Candidate(
                user: try users.user(row),
                hasMFA: try row.integer("device_count") > 0)
        }
    }
}
