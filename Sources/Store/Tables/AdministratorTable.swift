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

    /// A user, and whether an MFA device is assigned to it.
    package struct Candidate: Sendable, Equatable {
        package let user: User
        package let hasMFA: Bool
    }

    /// At most `limit` users, by name: first those to whom or to whose groups one of the policies
    /// is attached, then those with any other.
    package func candidates(
        with arn: String, limit: Int
    ) throws(StoreError) -> [Candidate] {
        let named = try list(
            """
            user_id IN (SELECT owner_id FROM policy_attachment
                WHERE account_id = \(account) AND policy_arn = \(arn)
                UNION SELECT group_member.user_id FROM policy_attachment
                JOIN group_member ON group_member.account_id = policy_attachment.account_id
                    AND group_member.group_id = policy_attachment.owner_id
                WHERE policy_attachment.account_id = \(account)
                    AND policy_attachment.policy_arn = \(arn))
            """, limit: limit)
        guard named.count < limit else { return named }
        let known = named.map(\.user.id)
        let others = try list(
            """
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

    private func list(_ condition: SQL, limit: Int) throws(StoreError) -> [Candidate] {
        try transaction.rows(
            """
            SELECT account_id, user_id, name, path, created_at, password_last_used_at,
                (SELECT count(*) FROM mfa_device
                    WHERE mfa_device.account_id = iam_user.account_id
                    AND mfa_device.owner_id = iam_user.user_id) AS device_count
            FROM iam_user WHERE account_id = \(account)
                AND EXISTS (SELECT 1 FROM login_profile
                    WHERE login_profile.account_id = iam_user.account_id
                    AND login_profile.user_id = iam_user.user_id) AND
            """ + " " + condition + " ORDER BY name_key LIMIT \(limit)"
        ).map { (row) throws(StoreError) in
            Candidate(
                user: try UserTable.user(row), hasMFA: try row.integer("device_count") > 0)
        }
    }
}
