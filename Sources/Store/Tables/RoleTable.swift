package import IAMIdentifiers

/// The IAM roles of an account.
package struct RoleTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    private var counts: EntityCountTable { EntityCountTable(transaction, of: account) }

    private static let columns: SQL = """
        account_id, role_id, name, path, description, trust_policy, max_session_duration,
        created_at, last_used_at, last_used_region, linked_service
        """

    package func find(_ id: UniqueID) throws(StoreError) -> Role? {
        try transaction.rows(
            "SELECT " + Self.columns
                + " FROM iam_role WHERE account_id = \(account) AND role_id = \(id)"
        ).first.map(Self.role)
    }

    /// The role of this name, whatever its case.
    package func find(named name: String) throws(StoreError) -> Role? {
        try transaction.rows(
            "SELECT " + Self.columns
                + " FROM iam_role WHERE account_id = \(account)"
                + " AND name_key = \(name.asciiLowercased)"
        ).first.map(Self.role)
    }

    /// At most `limit` roles whose path begins with `prefix`, by name without case, from the first
    /// name after `after`.
    package func list(
        pathPrefix prefix: String, after: String, limit: Int
    ) throws(StoreError) -> [Role] {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM iam_role
                WHERE account_id = \(account) AND name_key > \(after)
                """ + .pathBegins(with: prefix) + " ORDER BY name_key LIMIT \(limit)"
        ).map(Self.role)
    }

    /// What sorts a list of roles.
    package enum Order: Sendable { case name, created, lastUsed }

    /// The roles of a slice. Those never used are before all others.
    package func list(_ slice: ListSlice<Order>) throws(StoreError) -> [Role] {
        let column: SQL? =
            switch slice.order {
            case .name: nil
            case .created: "created_at"
            case .lastUsed: "coalesce(last_used_at, 0)"
            }
        return try transaction.rows(
            "SELECT " + Self.columns + " FROM iam_role WHERE account_id = \(account)"
                + .nameHolds(slice.search) + slice.ending(sortedBy: column)
        ).map(Self.role)
    }

    /// How many roles have a name that holds a text, without regard to case.
    package func count(holding text: String) throws(StoreError) -> Int {
        try transaction.rows(
            "SELECT count(*) AS n FROM iam_role WHERE account_id = \(account)" + .nameHolds(text)
        )[0].integer("n")
    }

    package func count() throws(StoreError) -> Int { try counts.count(of: .role) }

    /// Adds a role.
    /// - Returns: false, and nothing changed, when the name is taken.
    package func insert(_ role: Role) throws(StoreError) -> Bool {
        let rows = try transaction.execute(
            """
            INSERT INTO iam_role (account_id, role_id, name, name_key, path, description,
                trust_policy, max_session_duration, created_at, linked_service)
            VALUES (\(account), \(role.id), \(role.name), \(role.name.asciiLowercased),
                \(role.path), \(role.description), \(role.trustPolicy),
                \(role.maxSessionDuration), \(role.createdAt), \(role.linkedService))
            ON CONFLICT DO NOTHING
            """)
        return try counts.inserted(rows, of: .role)
    }

    /// Writes what may change of a role: its description, trust policy and session length.
    package func update(_ role: Role) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE iam_role SET description = \(role.description),
                trust_policy = \(role.trustPolicy),
                max_session_duration = \(role.maxSessionDuration)
            WHERE account_id = \(account) AND role_id = \(role.id)
            """)
    }

    package func setLastUse(_ use: Role.LastUse, of id: UniqueID) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE iam_role SET last_used_at = \(use.at), last_used_region = \(use.region)
            WHERE account_id = \(account) AND role_id = \(id)
            """)
    }

    package func delete(_ id: UniqueID) throws(StoreError) {
        let rows = try transaction.execute(
            "DELETE FROM iam_role WHERE account_id = \(account) AND role_id = \(id)")
        try counts.deleted(rows, of: .role)
    }

    static func role(_ row: Row) throws(StoreError) -> Role {
        let region = try row.textIfPresent("last_used_region")
        var lastUse: Role.LastUse?
        if let at = try row.timestampIfPresent("last_used_at"), let region {
            lastUse = Role.LastUse(at: at, region: region)
        }
        return Role(
            account: try row.accountID("account_id"), id: try row.uniqueID("role_id"),
            name: try row.text("name"), path: EntityPath(stored: try row.text("path")),
            description: try row.textIfPresent("description"),
            trustPolicy: try row.text("trust_policy"),
            maxSessionDuration: try row.integer("max_session_duration"),
            createdAt: try row.timestamp("created_at"), lastUse: lastUse,
            linkedService: try row.textIfPresent("linked_service"))
    }
}
