extension Migration {
    /// Instance profiles, the deletion of roles that are linked to services, and the properties
    /// that switch IAM's features on for an account.
    static let instanceProfiles = Migration(
        number: 12, name: "instance profiles",
        statements: [
            """
            CREATE TABLE instance_profile (
                account_id text NOT NULL REFERENCES account,
                instance_profile_id text NOT NULL,
                name text NOT NULL,
                name_key text NOT NULL,
                path text NOT NULL,
                created_at bigint NOT NULL,
                role_id text,
                PRIMARY KEY (account_id, instance_profile_id),
                UNIQUE (account_id, name_key),
                FOREIGN KEY (account_id, role_id) REFERENCES iam_role
            )
            """,
            """
            CREATE INDEX instance_profile_by_role ON instance_profile (account_id, role_id)
            """,
            """
            CREATE TABLE service_role_deletion (
                account_id text NOT NULL REFERENCES account,
                task_id text NOT NULL,
                deleted_at bigint NOT NULL,
                PRIMARY KEY (account_id, task_id)
            )
            """,
            """
            CREATE TABLE account_property (
                account_id text NOT NULL REFERENCES account,
                name text NOT NULL,
                value text NOT NULL,
                PRIMARY KEY (account_id, name)
            )
            """,
        ])
}
