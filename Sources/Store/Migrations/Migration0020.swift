extension Migration {
    /// Indexes that lead from a policy to who uses it, from a user to their groups and keys, and to
    /// accounts that wait to be erased.
    ///
    /// The engine knows nothing of how many rows have a value. It takes an index that holds all
    /// that is asked for in preference to one that finds fewer rows; these do both.
    static let coveringIndexes = Migration(
        number: 20, name: "indexes that hold what is asked for",
        statements: [
            "DROP INDEX policy_attachment_by_policy",
            """
            CREATE INDEX policy_attachment_by_policy
            ON policy_attachment (account_id, policy_arn, owner_id)
            """,
            "DROP INDEX permissions_boundary_by_policy",
            """
            CREATE INDEX permissions_boundary_by_policy
            ON permissions_boundary (account_id, policy_arn, owner_id)
            """,
            "DROP INDEX group_member_by_user",
            "CREATE INDEX group_member_by_user ON group_member (account_id, user_id, group_id)",
            "DROP INDEX access_key_by_owner",
            "CREATE INDEX access_key_by_owner ON access_key (account_id, owner_id, access_key_id)",
            """
            CREATE INDEX account_by_closing ON account (closed_at, account_id)
            WHERE status = 'closed' AND erased_at IS NULL
            """,
        ])
}
