extension Migration {
    /// How far the audit records of each account were given to each place that gets them, and until
    /// when a server may be giving it more.
    static let auditDeliveries = Migration(
        number: 22, name: "deliveries of audit records",
        statements: [
            """
            CREATE TABLE audit_delivery (
                account_id text NOT NULL,
                target text NOT NULL,
                sequence bigint NOT NULL CHECK (sequence >= 0),
                claimed_until bigint NOT NULL,
                PRIMARY KEY (account_id, target)
            )
            """
        ])
}
