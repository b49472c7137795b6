package import IAMIdentifiers

/// Who uses which managed policy, as permissions or as a boundary.
package struct PolicyUseTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    /// What a policy is used for.
    package enum Use: String, Sendable, CaseIterable {
        case permissions
        case boundary

        /// The table that says so.
        var table: SQL {
            switch self {
            case .permissions: "policy_attachment"
            case .boundary: "permissions_boundary"
            }
        }
    }

    /// How many identities use a policy.
    package struct Counts: Sendable, Equatable {
        package var attachments = 0
        package var boundaries = 0

        package init() {}

        fileprivate mutating func add(_ row: Row) throws(StoreError) {
            attachments += try row.integer("attachments")
            boundaries += try row.integer("boundaries")
        }
    }

    /// How often each of these policies is used, by ARN; those that are not used are left out.
    package func counts(of arns: [String]) throws(StoreError) -> [ExactText: Counts] {
        let rows = try transaction.rows(
            Self.counts
                + " WHERE account_id = \(account) AND policy_arn IN \(SQL.list(arns))"
                + " GROUP BY policy_arn")
        var counts: [ExactText: Counts] = [:]
        for row in rows { try counts[row.text("policy_arn"), default: Counts()].add(row) }
        return counts
    }

    /// The ARNs that begin with a text, of policies that are used for something, in their order.
    /// Each is found by one step in an index, however many identities use it.
    package func arns(
        beginningWith prefix: String, usedAs use: Use
    ) throws(StoreError) -> [String] {
        let next: SQL = """
            SELECT min(policy_arn) FROM \(use.table) WHERE account_id = \(account) AND policy_arn
            """
        let isWanted: SQL = "arn >= \(prefix) AND arn < \(prefix + "\u{7F}")"
        return try transaction.rows(
            """
            WITH RECURSIVE used (arn) AS (
                \(next) >= \(prefix)
                UNION ALL SELECT (\(next) > used.arn) FROM used WHERE \(isWanted)
            )
            SELECT arn FROM used WHERE \(isWanted)
            """
        ).map { (row) throws(StoreError) in try row.text("arn") }
    }

    /// How often one policy is used.
    package func counts(of arn: String) throws(StoreError) -> Counts {
        try counts(of: [arn])[arn, default: Counts()]
    }

    /// An identity that uses a policy.
    package struct User: Sendable, Equatable {
        package let id: UniqueID
        package let name: String
        /// What lists of them are sorted by, and begin after: groups first, then users, then
        /// roles, each by name without case.
        package let sortKey: String
    }

    /// At most `limit` identities that use a policy, in the order of their sort keys, from the
    /// first after `after`.
    /// - Parameters:
    ///   - uses: for what it is used.
    ///   - kinds: what the identities are.
    ///   - prefix: what their paths begin with.
    package func users(
        of arn: String, as uses: Set<Use>, kinds: Set<UniqueID.Kind>, pathPrefix prefix: String,
        after: String, limit: Int
    ) throws(StoreError) -> [User] {
        let users: SQL = """
            SELECT owner_id FROM policy_use
            WHERE account_id = \(account) AND policy_arn = \(arn)
                AND use IN \(SQL.list(uses.map { $0.rawValue }))
            """
        var arms: [SQL] = []
        if kinds.contains(.group) {
            arms.append(
                """
                SELECT group_id AS id, name, path, '1 ' || name_key AS sort_key FROM iam_group
                WHERE account_id = \(account) AND group_id IN (\(users))
                """)
        }
        if kinds.contains(.user) {
            arms.append(
                """
                SELECT user_id AS id, name, path, '2 ' || name_key AS sort_key FROM iam_user
                WHERE account_id = \(account) AND user_id IN (\(users))
                """)
        }
        if kinds.contains(.role) {
            arms.append(
                """
                SELECT role_id AS id, name, path, '3 ' || name_key AS sort_key FROM iam_role
                WHERE account_id = \(account) AND role_id IN (\(users))
                """)
        }
        guard let first = arms.first else { return [] }
        let all = arms.dropFirst().reduce(first) { $0 + " UNION ALL " + $1 }
        return try transaction.rows(
            "SELECT id, name, sort_key FROM (\(all)) AS identity WHERE sort_key > \(after)"
                + .pathBegins(with: prefix) + " ORDER BY sort_key LIMIT \(limit)"
        ).map { (row) throws(StoreError) in
            User(
                id: try row.uniqueID("id"), name: try row.text("name"),
                sortKey: try row.text("sort_key"))
        }
    }

    private static let counts: SQL = """
        SELECT policy_arn, sum(CASE use WHEN 'permissions' THEN 1 ELSE 0 END) AS attachments,
            sum(CASE use WHEN 'boundary' THEN 1 ELSE 0 END) AS boundaries
        FROM policy_use
        """
}
