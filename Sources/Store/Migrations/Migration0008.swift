extension Migration {
    /// The life of an account after it was made: another e-mail address, another owner, and its
    /// end.
    ///
    /// The codes of a change of the e-mail address are kept as fingerprints; one that was given is
    /// gone. The row of an erased account stays, so that nobody gets its ID; nothing but the ID and
    /// the moments is left in it.
    static let accountLife = Migration(
        number: 8, name: "the life of an account",
        statements: [
            "ALTER TABLE account ADD COLUMN language text NOT NULL DEFAULT 'en'",
            "ALTER TABLE account ADD COLUMN transferred_at bigint",
            "ALTER TABLE account ADD COLUMN password_came_by_mail bigint NOT NULL DEFAULT 0",
            "ALTER TABLE account ADD COLUMN erasing_at bigint",
            "ALTER TABLE account ADD COLUMN erased_at bigint",
            "ALTER TABLE web_session ADD COLUMN proved_at bigint",
            """
            CREATE TABLE email_change (
                account_id text NOT NULL PRIMARY KEY REFERENCES account,
                new_email text NOT NULL,
                present_code text,
                new_code text,
                failed_attempts bigint NOT NULL,
                ends_at bigint NOT NULL
            )
            """,
            """
            CREATE TABLE ownership_transfer (
                account_id text NOT NULL PRIMARY KEY REFERENCES account,
                new_email text NOT NULL,
                language text NOT NULL,
                started_at bigint NOT NULL,
                ends_at bigint NOT NULL
            )
            """,
        ])
}
