extension Migration {
    /// What became of each message: how often it was tried, when it is tried next, and since when
    /// it has been given up.
    static let mailQueue = Migration(
        number: 6, name: "the queue of mail",
        statements: [
            "ALTER TABLE mail ADD COLUMN attempts bigint NOT NULL DEFAULT 0",
            "ALTER TABLE mail ADD COLUMN next_attempt_at bigint",
            "ALTER TABLE mail ADD COLUMN failed_at bigint",
            "ALTER TABLE mail ADD COLUMN last_error text",
            "CREATE INDEX mail_by_next_attempt ON mail (next_attempt_at)",
        ])
}
