extension Migration {
    /// What the records of an account are looked up by, each with an index in the order of time,
    /// and the things that records are about.
    ///
    /// What was written before is found by its time, its ID, its name, its source and whether it
    /// only read. Whose it was and what it was about stand in its record alone.
    static let eventHistory = Migration(
        number: 17, name: "event history",
        statements: [
            "ALTER TABLE audit_event ADD COLUMN event_source text",
            "ALTER TABLE audit_event ADD COLUMN is_read_only bigint",
            "ALTER TABLE audit_event ADD COLUMN user_name text",
            "ALTER TABLE audit_event ADD COLUMN access_key_id text",
            "ALTER TABLE audit_event ADD COLUMN resources text",
            // A quotation mark in a value is escaped, so that these words are names and values.
            """
            UPDATE audit_event SET
                is_read_only = CASE WHEN record LIKE '%"readOnly":true%' THEN 1 ELSE 0 END,
                event_source = CASE
                    WHEN record LIKE '%"eventSource":"iam.amazonaws.com"%'
                        THEN 'iam.amazonaws.com'
                    WHEN record LIKE '%"eventSource":"sts.amazonaws.com"%'
                        THEN 'sts.amazonaws.com'
                    WHEN record LIKE '%"eventSource":"signin.amazonaws.com"%'
                        THEN 'signin.amazonaws.com'
                    WHEN record LIKE '%"eventSource":"account.amazonaws.com"%'
                        THEN 'account.amazonaws.com'
                    WHEN record LIKE '%"eventSource":"access-analyzer.amazonaws.com"%'
                        THEN 'access-analyzer.amazonaws.com'
                    ELSE 'gatehouse.amazonaws.com' END
            """,
            "CREATE INDEX audit_event_by_name ON audit_event (account_id, event_name, at)",
            // The sign-ins of root users have fewer rows than those of everybody, and the engine
            // takes their index only where it begins like the one above, and was made after it.
            "DROP INDEX root_sign_in_by_time",
            """
            CREATE INDEX root_sign_in_by_time ON audit_event (account_id, event_name, at)
            WHERE event_name = 'ConsoleLogin' AND record LIKE '%"userIdentity":{"type":"Root"%'
            """,
            "CREATE INDEX audit_event_by_source ON audit_event (account_id, event_source, at)",
            "CREATE INDEX audit_event_by_effect ON audit_event (account_id, is_read_only, at)",
            "CREATE INDEX audit_event_by_user ON audit_event (account_id, user_name, at)",
            "CREATE INDEX audit_event_by_key ON audit_event (account_id, access_key_id, at)",
            """
            CREATE TABLE audit_event_resource (
                account_id text NOT NULL,
                event_id text NOT NULL,
                at bigint NOT NULL,
                type text NOT NULL,
                name text NOT NULL,
                PRIMARY KEY (account_id, name, at, event_id, type)
            )
            """,
            """
            CREATE INDEX audit_event_resource_by_type
            ON audit_event_resource (account_id, type, at, event_id)
            """,
        ])
}
