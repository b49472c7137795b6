extension Migration {
    /// How well an account was secured, each time the answer changed; and a way to the sign-ins of
    /// root users among all records.
    ///
    /// `AuditEventTable` asks with the words of the index's condition, by which the engine knows
    /// that it may use it.
    static let securityScores = Migration(
        number: 9, name: "security scores and sign-ins of root users",
        statements: [
            """
            CREATE TABLE security_score (
                account_id text NOT NULL REFERENCES account,
                measured_at bigint NOT NULL,
                passed bigint NOT NULL,
                total bigint NOT NULL,
                PRIMARY KEY (account_id, measured_at)
            )
            """,
            """
            CREATE INDEX root_sign_in_by_time ON audit_event (account_id, at)
            WHERE event_name = 'ConsoleLogin' AND record LIKE '%"userIdentity":{"type":"Root"%'
            """,
        ])
}
