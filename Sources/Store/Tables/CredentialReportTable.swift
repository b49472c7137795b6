package import IAMIdentifiers

/// The newest credential report of each account.
package struct CredentialReportTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    /// A report, from when it was asked for.
    package struct Report: Sendable, Equatable {
        package let requestedAt: Timestamp
        /// Nil until it is complete.
        package let generatedAt: Timestamp?

        package init(requestedAt: Timestamp, generatedAt: Timestamp? = nil) {
            self.requestedAt = requestedAt
            self.generatedAt = generatedAt
        }
    }

    /// The report, without its content.
    package func find() throws(StoreError) -> Report? {
        try transaction.rows(
            """
            SELECT requested_at, generated_at FROM credential_report
            WHERE account_id = \(account)
            """
        ).first.map { (row) throws(StoreError) in
            Report(
                requestedAt: try row.timestamp("requested_at"),
                generatedAt: try row.timestampIfPresent("generated_at"))
        }
    }

    /// What a complete report says; nil while there is none.
    package func content() throws(StoreError) -> [UInt8]? {
        try transaction.rows(
            "SELECT content FROM credential_report WHERE account_id = \(account)"
        ).first?.blobIfPresent("content")
    }

    /// Begins a report, in place of the one before.
    package func begin(at moment: Timestamp) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO credential_report (account_id, requested_at)
            SELECT account_id, CAST(\(moment) AS bigint) FROM account WHERE account_id = \(account)
            ON CONFLICT (account_id)
            DO UPDATE SET requested_at = excluded.requested_at, generated_at = NULL, content = NULL
            """)
    }

    /// Completes the report that was begun at a moment; another one is left as it is.
    package func complete(
        begunAt moment: Timestamp, at generated: Timestamp, _ content: [UInt8]
    ) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE credential_report SET generated_at = \(generated), content = \(content)
            WHERE account_id = \(account) AND requested_at = \(moment)
            """)
    }
}
