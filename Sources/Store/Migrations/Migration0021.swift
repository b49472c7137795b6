extension Migration {
    /// Chains of audit records. Records of before have no place in one: the columns are null in
    /// them, and in those of a server of the version before, which may still be running.
    static let auditChains = Migration(
        number: 21, name: "chains of audit records",
        statements: [
            "ALTER TABLE audit_event ADD COLUMN sequence bigint",
            "ALTER TABLE audit_event ADD COLUMN seal bytea",
            """
            CREATE UNIQUE INDEX audit_event_by_sequence ON audit_event (account_id, sequence)
            WHERE sequence IS NOT NULL
            """,
            """
            CREATE TABLE audit_head (
                account_id text NOT NULL PRIMARY KEY,
                sequence bigint NOT NULL CHECK (sequence > 0),
                seal bytea NOT NULL
            )
            """,
        ])
}
