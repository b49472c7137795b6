package import IAMIdentifiers

/// The audit record: rows are added and never changed.
package struct AuditEventTable {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// One event as it is kept.
    package struct Event: Sendable, Equatable {
        /// The account the record belongs to.
        package let account: AccountID
        package let id: String
        package let at: Timestamp
        package let name: String
        /// The CloudTrail-shaped record, a JSON object.
        package let record: String

        package init(
            account: AccountID, id: String, at: Timestamp, name: String, record: String
        ) {
            self.account = account
            self.id = id
            self.at = at
            self.name = name
            self.record = record
        }
    }

    package func append(_ event: Event) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO audit_event (account_id, event_id, at, event_name, record)
            VALUES (\(event.account), \(event.id), \(event.at), \(event.name), \(event.record))
            """)
    }

    /// At most `limit` events of an account, the latest first.
    package func latest(of account: AccountID, limit: Int) throws(StoreError) -> [Event] {
        try list(of: account, "", limit: limit)
    }

    /// At most `limit` sign-ins of an account's root user, failed ones too, the latest first.
    ///
    /// A record is written with its identity's type first, and a quotation mark in a value is
    /// escaped, so that these words stand in the records of root users alone.
    package func latestRootSignIns(
        of account: AccountID, limit: Int
    ) throws(StoreError) -> [Event] {
        try list(
            of: account,
            """
             AND event_name = 'ConsoleLogin'
            AND record LIKE '%"userIdentity":{"type":"Root"%'
            """, limit: limit)
    }

    private func list(
        of account: AccountID, _ condition: SQL, limit: Int
    ) throws(StoreError) -> [Event] {
        try transaction.rows(
            """
            SELECT account_id, event_id, at, event_name, record FROM audit_event
            WHERE account_id = \(account)
            """ + condition + " ORDER BY at DESC, event_id LIMIT \(limit)"
        ).map { (row) throws(StoreError) in
            Event(
                account: try row.accountID("account_id"), id: try row.text("event_id"),
                at: try row.timestamp("at"), name: try row.text("event_name"),
                record: try row.text("record"))
        }
    }
}
