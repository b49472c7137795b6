extension Migration {
    /// How many things of each kind an account has; see ``EntityCountTable``.
    static let entityCounts = Migration(
        number: 19, name: "counts of what accounts have",
        statements: [
            """
            CREATE TABLE entity_count (
                account_id text NOT NULL,
                kind text NOT NULL,
                n bigint NOT NULL,
                PRIMARY KEY (account_id, kind)
            )
            """,
            counting("iam_user", as: "user"), counting("iam_group", as: "group"),
            counting("iam_role", as: "role"), counting("managed_policy", as: "policy"),
            counting("instance_profile", as: "instance profile"),
        ])

    private static func counting(_ table: String, as kind: String) -> String {
        """
        INSERT INTO entity_count (account_id, kind, n)
        SELECT account_id, '\(kind)', count(*) FROM \(table) GROUP BY account_id
        """
    }
}
