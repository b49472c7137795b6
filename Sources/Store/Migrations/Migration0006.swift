extension Migration {
    /// What became of each message: how often it was tried, when it is tried next, and since when
    /// it has been given up. How the server sends mail, so that commands beside it know.
    static let mailQueue = Migration(
        number: 6, name: "the queue of mail",
        statements: [
            "ALTER TABLE mail ADD COLUMN attempts bigint NOT NULL DEFAULT 0",
            "ALTER TABLE mail ADD COLUMN next_attempt_at bigint",
            "ALTER TABLE mail ADD COLUMN is_claimed bigint NOT NULL DEFAULT 0",
            "ALTER TABLE mail ADD COLUMN useless_after bigint",
            "ALTER TABLE mail ADD COLUMN failed_at bigint",
            "ALTER TABLE mail ADD COLUMN last_error text",
            "CREATE INDEX mail_by_next_attempt ON mail (next_attempt_at)",
            "CREATE INDEX mail_by_failure ON mail (failed_at)",
            """
            CREATE TABLE mail_sender (
                sender_id bigint NOT NULL PRIMARY KEY CHECK (sender_id = 1),
                address text NOT NULL,
                link_origin text NOT NULL
            )
            """,
        ])
}
