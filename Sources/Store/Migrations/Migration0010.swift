extension Migration {
    /// Roles, and who their trust policies name.
    ///
    /// A trust policy names principals by ARN, and means those that had the ARN when it was
    /// written: `role_trusted_principal` keeps their unique IDs, which no namesake ever has. Or it
    /// names them by unique ID alone, which says no account: hence the two indexes.
    static let roles = Migration(
        number: 10, name: "roles",
        statements: [
            """
            CREATE TABLE iam_role (
                account_id text NOT NULL REFERENCES account,
                role_id text NOT NULL,
                name text NOT NULL,
                name_key text NOT NULL,
                path text NOT NULL,
                description text,
                trust_policy text NOT NULL,
                max_session_duration bigint NOT NULL,
                created_at bigint NOT NULL,
                last_used_at bigint,
                last_used_region text,
                linked_service text,
                PRIMARY KEY (account_id, role_id),
                UNIQUE (account_id, name_key)
            )
            """,
            """
            CREATE TABLE role_trusted_principal (
                account_id text NOT NULL,
                role_id text NOT NULL,
                named_as text NOT NULL,
                principal_account_id text NOT NULL,
                principal_id text NOT NULL,
                PRIMARY KEY (account_id, role_id, named_as),
                FOREIGN KEY (account_id, role_id) REFERENCES iam_role ON DELETE CASCADE
            )
            """,
            "CREATE INDEX iam_role_by_id ON iam_role (role_id)",
            "CREATE INDEX iam_user_by_id ON iam_user (user_id)",
        ])
}
