extension Migration {
    /// How well an account was secured, each time the answer changed.
    static let securityScores = Migration(
        number: 9, name: "security scores",
        statements: [
            """
            CREATE TABLE security_score (
                account_id text NOT NULL REFERENCES account,
                measured_at bigint NOT NULL,
                passed bigint NOT NULL,
                total bigint NOT NULL,
                PRIMARY KEY (account_id, measured_at)
            )
            """
        ])
}
