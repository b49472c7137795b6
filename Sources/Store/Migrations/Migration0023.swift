extension Migration {
    /// What the operator raised of an account's quotas.
    static let accountQuotas = Migration(
        number: 23, name: "quotas of accounts",
        statements: [
            """
            CREATE TABLE account_quota (
                account_id text NOT NULL,
                name text NOT NULL,
                value bigint NOT NULL CHECK (value > 0),
                PRIMARY KEY (account_id, name)
            )
            """
        ])
}
