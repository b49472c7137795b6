extension Migration {
    /// Permissions boundaries, which roles have as users do, beside the attached policies. A view
    /// has both, since lists, counts and deletion ask for both.
    static let permissionsBoundaries = Migration(
        number: 3, name: "permissions boundaries",
        statements: [
            """
            CREATE TABLE permissions_boundary (
                account_id text NOT NULL REFERENCES account,
                owner_id text NOT NULL,
                policy_arn text NOT NULL,
                PRIMARY KEY (account_id, owner_id)
            )
            """,
            """
            CREATE INDEX permissions_boundary_by_policy
            ON permissions_boundary (account_id, policy_arn)
            """,
            """
            INSERT INTO permissions_boundary (account_id, owner_id, policy_arn)
            SELECT account_id, user_id, permissions_boundary FROM iam_user
            WHERE permissions_boundary IS NOT NULL
            """,
            "ALTER TABLE iam_user DROP COLUMN permissions_boundary",
            """
            CREATE VIEW policy_use AS
            SELECT account_id, owner_id, policy_arn, 'permissions' AS use FROM policy_attachment
            UNION ALL
            SELECT account_id, owner_id, policy_arn, 'boundary' AS use FROM permissions_boundary
            """,
        ])
}
