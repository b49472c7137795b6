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
        /// As `iam.amazonaws.com`; nil where it is not known.
        package let source: String?
        package let isReadOnly: Bool?
        /// What the event history calls whoever acted; nil where it calls them nothing.
        package let userName: String?
        package let accessKeyID: String?
        package let resources: [Resource]

        package init(
            account: AccountID, id: String, at: Timestamp, name: String, record: String,
            source: String? = nil, isReadOnly: Bool? = nil, userName: String? = nil,
            accessKeyID: String? = nil, resources: [Resource] = []
        ) {
            self.account = account
            self.id = id
            self.at = at
            self.name = name
            self.record = record
            self.source = source
            self.isReadOnly = isReadOnly
            self.userName = userName
            self.accessKeyID = accessKeyID
            self.resources = resources
        }

        /// As the row has them: one on each line, behind its type; nil for none.
        package var resourcesText: String? {
            resources.isEmpty
                ? nil : resources.map { "\($0.type) \($0.name)" }.joined(separator: "\n")
        }
    }

    /// The records of an account's chain after a place, in its order.
    package func chain(
        of account: AccountID, after sequence: Int, limit: Int
    ) throws(StoreError) -> [(event: Event, link: AuditLink)] {
        try rows(
            """
            WHERE account_id = \(account) AND sequence > \(sequence)
            ORDER BY sequence LIMIT \(limit)
            """
        ).map { (row) throws(StoreError) in
            let link = AuditLink(
                sequence: try row.integer("sequence"), seal: try row.blobIfPresent("seal") ?? [])
            return (try Self.event(row), link)
        }
    }

    /// The link at a place of an account's chain; nil where there is no record.
    package func link(
        of account: AccountID, at sequence: Int
    ) throws(StoreError) -> AuditLink? {
        try chain(of: account, after: sequence - 1, limit: 1).first.flatMap {
            $0.link.sequence == sequence ? $0.link : nil
        }
    }

    /// The place of the last record of before a moment; 0 where there is none.
    package func lastPlace(
        of account: AccountID, before moment: Timestamp
    ) throws(StoreError) -> Int {
        try transaction.rows(
            """
            SELECT sequence FROM audit_event
            WHERE account_id = \(account) AND at < \(moment) AND sequence IS NOT NULL
            ORDER BY at DESC, sequence DESC LIMIT 1
            """
        ).first?.integer("sequence") ?? 0
    }

    /// Whether an account has a record with this name of this moment or later.
    package func contains(
        named name: String, of account: AccountID, since moment: Timestamp
    ) throws(StoreError) -> Bool {
        try !transaction.rows(
            """
            SELECT 1 FROM audit_event
            WHERE account_id = \(account) AND event_name = \(name) AND at >= \(moment) LIMIT 1
            """
        ).isEmpty
    }

    /// How many records an account has that are in no chain, as those of before there were chains.
    package func countOutsideChain(of account: AccountID) throws(StoreError) -> Int {
        try transaction.rows(
            """
            SELECT count(*) AS n FROM audit_event
            WHERE account_id = \(account) AND sequence IS NULL
            """)[0].integer("n")
    }

    /// A thing that an event is about.
    package struct Resource: Sendable, Equatable {
        /// As `AWS::IAM::User`; without spaces.
        package let type: String
        /// A name, a unique ID or an ARN; without line feeds.
        package let name: String

        package init(type: String, name: String) {
            self.type = type
            self.name = name
        }
    }

    /// Adds a record.
    /// - Parameter link: its place in the account's chain; nil for a record in none.
    package func append(_ event: Event, _ link: AuditLink?) throws(StoreError) {
        let resources = event.resourcesText
        try transaction.executeLater(
            """
            INSERT INTO audit_event (account_id, event_id, at, event_name, record,
                event_source, is_read_only, user_name, access_key_id, resources, sequence, seal)
            VALUES (\(event.account), \(event.id), \(event.at), \(event.name), \(event.record),
                \(event.source), \(event.isReadOnly), \(event.userName), \(event.accessKeyID),
                \(resources), \(link?.sequence), \(link?.seal))
            """)
        for resource in event.resources {
            try transaction.executeLater(
                """
                INSERT INTO audit_event_resource (account_id, event_id, at, type, name)
                VALUES (\(event.account), \(event.id), \(event.at), \(resource.type),
                    \(resource.name))
                """)
        }
    }

    package func contains(_ id: String, of account: AccountID) throws(StoreError) -> Bool {
        try !transaction.rows(
            "SELECT 1 FROM audit_event WHERE account_id = \(account) AND event_id = \(id)"
        ).isEmpty
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
        try events(
            "WHERE account_id = \(account)" + condition
                + " ORDER BY at DESC, event_id LIMIT \(limit)")
    }

    /// The events that the end of a statement asks for.
    func events(_ ending: SQL) throws(StoreError) -> [Event] { try rows(ending).map(Self.event) }

    private func rows(_ ending: SQL) throws(StoreError) -> [Row] {
        try transaction.rows(
            """
            SELECT account_id, event_id, at, event_name, record, event_source, is_read_only,
                user_name, access_key_id, resources, sequence, seal
            FROM audit_event
            """ + " " + ending)
    }

    private static func event(_ row: Row) throws(StoreError) -> Event {
        Event(
            account: try row.accountID("account_id"), id: try row.text("event_id"),
            at: try row.timestamp("at"), name: try row.text("event_name"),
            record: try row.text("record"), source: try row.textIfPresent("event_source"),
            isReadOnly: try row.booleanIfPresent("is_read_only"),
            userName: try row.textIfPresent("user_name"),
            accessKeyID: try row.textIfPresent("access_key_id"),
            resources: Self.resources(try row.textIfPresent("resources")))
    }

    /// The resources that a row's text names, one on each line behind its type.
    private static func resources(_ text: String?) -> [Resource] {
        (text ?? "").parts(at: "\n", keepingEmpty: false).compactMap { line in
            guard let end = line.utf8.firstIndex(of: UInt8(ascii: " ")) else { return nil }
            return Resource(
                type: String(line[..<end]), name: String(line[line.utf8.index(after: end)...]))
        }
    }
}
