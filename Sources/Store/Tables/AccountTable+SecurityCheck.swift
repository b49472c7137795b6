package import IAMIdentifiers

// What the security check asks of an account that no table of one noun answers.
extension AccountTable {
    /// How much of what there is was made lately.
    package struct Newcomers: Sendable, Equatable {
        package let users: Int
        package let groups: Int
        package let policies: Int
    }

    /// The users, groups and customer-managed policies made since a moment that are still there.
    package func newcomers(
        of account: AccountID, since moment: Timestamp
    ) throws(StoreError) -> Newcomers {
        let row = try transaction.rows(
            """
            SELECT
                (SELECT count(*) FROM iam_user
                    WHERE account_id = \(account) AND created_at >= \(moment)) AS users,
                (SELECT count(*) FROM iam_group
                    WHERE account_id = \(account) AND created_at >= \(moment)) AS groups,
                (SELECT count(*) FROM managed_policy
                    WHERE account_id = \(account) AND created_at >= \(moment)) AS policies
            """)[0]
        return Newcomers(
            users: try row.integer("users"), groups: try row.integer("groups"),
            policies: try row.integer("policies"))
    }
}
