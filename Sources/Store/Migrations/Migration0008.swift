extension Migration {
    /// The life of an account after it was made: another e-mail address, another owner, and its
    /// end.
    ///
    /// Codes and tokens are kept as hashes. The row of an erased account stays, so that nobody gets
    /// its ID; nothing but the ID and the moments is left in it.
    static let accountLife = Migration(
        number: 8, name: "the life of an account",
        statements: [
            "ALTER TABLE account ADD COLUMN language text NOT NULL DEFAULT 'en'",
            "ALTER TABLE account ADD COLUMN erased_at bigint",
            """
            CREATE TABLE email_change (
                account_id text NOT NULL PRIMARY KEY REFERENCES account,
                new_email text NOT NULL,
                old_code_hash text NOT NULL,
                new_code_hash text NOT NULL,
                failed_attempts bigint NOT NULL,
                ends_at bigint NOT NULL
            )
            """,
            """
            CREATE TABLE ownership_transfer (
                account_id text NOT NULL PRIMARY KEY REFERENCES account,
                new_email text NOT NULL,
                token_hash text NOT NULL UNIQUE,
                started_at bigint NOT NULL,
                ends_at bigint NOT NULL
            )
            """,
        ])
}
