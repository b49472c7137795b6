extension Migration {
    /// When principals last asked for what, the reports about it, and credential reports.
    ///
    /// `entity_id` is the unique ID of a user or a role, or the account's number for its root user.
    /// `service` and `action` are as policies name them, `iam` and `CreateUser`. A report of last
    /// accesses is for whoever asked for it, `caller_id`; it is about what had `resource_id` then.
    /// `content` is null until the credential report is complete.
    static let lastAccesses = Migration(
        number: 18, name: "last accesses and credential reports",
        statements: [
            """
            CREATE TABLE service_use (
                account_id text NOT NULL,
                entity_id text NOT NULL,
                service text NOT NULL,
                action text NOT NULL,
                at bigint NOT NULL,
                region text NOT NULL,
                PRIMARY KEY (account_id, entity_id, service, action)
            )
            """,
            """
            CREATE TABLE last_access_report (
                account_id text NOT NULL,
                report_id text NOT NULL,
                caller_id text NOT NULL,
                resource_arn text NOT NULL,
                resource_id text NOT NULL,
                tells_actions bigint NOT NULL,
                created_at bigint NOT NULL,
                PRIMARY KEY (account_id, report_id)
            )
            """,
            """
            CREATE INDEX last_access_report_by_time
            ON last_access_report (account_id, created_at, report_id)
            """,
            """
            CREATE TABLE credential_report (
                account_id text NOT NULL PRIMARY KEY,
                requested_at bigint NOT NULL,
                generated_at bigint,
                content bytea
            )
            """,
        ])
}
