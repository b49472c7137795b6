extension Migration {
    /// What slows down the guessing of passwords, and what lets their owners pass.
    ///
    /// `last_at` is monotonic: microseconds that grow while a server runs.
    static let passwordAttempts = Migration(
        number: 2, name: "password attempts",
        statements: [
            """
            CREATE TABLE password_attempt (
                kind text NOT NULL,
                name text NOT NULL,
                attempts bigint NOT NULL,
                last_at bigint NOT NULL,
                PRIMARY KEY (kind, name)
            )
            """,
            """
            CREATE TABLE sign_in_place (
                account_id text NOT NULL REFERENCES account,
                principal_id text NOT NULL,
                place text NOT NULL,
                sequence bigint NOT NULL,
                PRIMARY KEY (account_id, principal_id, place)
            )
            """,
            """
            CREATE TABLE unrecorded_sign_in (
                account_id text NOT NULL PRIMARY KEY REFERENCES account,
                failures bigint NOT NULL
            )
            """,
        ])
}
