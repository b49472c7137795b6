extension Migration {
    /// Mail that waits, the links in it, and the waiting period after which a root user's lost MFA
    /// devices may be removed.
    ///
    /// The text of a mail may hold a link that opens something, so it is sealed. A link's token is
    /// kept as its hash. An account has one valid link for each purpose.
    static let mailAndRecovery = Migration(
        number: 5, name: "mail and recovery",
        statements: [
            """
            CREATE TABLE mail (
                account_id text NOT NULL REFERENCES account,
                mail_id bigint NOT NULL,
                recipient text NOT NULL,
                sender text NOT NULL,
                subject text NOT NULL,
                sealed_text bytea NOT NULL,
                sealed_html bytea NOT NULL,
                language text NOT NULL,
                created_at bigint NOT NULL,
                PRIMARY KEY (account_id, mail_id)
            )
            """,
            "CREATE INDEX mail_by_time ON mail (created_at)",
            """
            CREATE TABLE mail_token (
                account_id text NOT NULL REFERENCES account,
                purpose text NOT NULL,
                token_hash text NOT NULL UNIQUE,
                ends_at bigint NOT NULL,
                PRIMARY KEY (account_id, purpose)
            )
            """,
            """
            CREATE TABLE mfa_recovery (
                account_id text NOT NULL PRIMARY KEY REFERENCES account,
                started_at bigint NOT NULL,
                ends_at bigint NOT NULL,
                source_address text NOT NULL,
                user_agent text NOT NULL,
                language text NOT NULL
            )
            """,
        ])
}
