extension Migration {
    /// Chains of audit records, and digests that are signed of them. Records of before have no
    /// place in a chain: the columns are null in them, and in those of a server of the version
    /// before, which may still be running.
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
            """
            CREATE TABLE audit_digest (
                account_id text NOT NULL,
                number bigint NOT NULL CHECK (number > 0),
                last_sequence bigint NOT NULL,
                at bigint NOT NULL,
                digest text NOT NULL,
                public_key bytea NOT NULL,
                signature bytea NOT NULL,
                PRIMARY KEY (account_id, number)
            )
            """,
            "CREATE INDEX audit_digest_by_record ON audit_digest (account_id, last_sequence)",
        ])
}
