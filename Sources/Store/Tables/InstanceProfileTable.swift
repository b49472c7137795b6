package import IAMIdentifiers

/// The instance profiles of an account.
package struct InstanceProfileTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    private var counts: EntityCountTable { EntityCountTable(transaction, of: account) }

    private static let columns: SQL =
        "account_id, instance_profile_id, name, path, created_at, role_id"

    /// The instance profile of this name, whatever its case.
    package func find(named name: String) throws(StoreError) -> InstanceProfile? {
        try transaction.rows(
            "SELECT " + Self.columns
                + " FROM instance_profile WHERE account_id = \(account)"
                + " AND name_key = \(name.asciiLowercased)"
        ).first.map(Self.profile)
    }

    /// At most `limit` instance profiles whose path begins with `prefix`, by name without case,
    /// from the first name after `after`.
    package func list(
        pathPrefix prefix: String, after: String, limit: Int
    ) throws(StoreError) -> [InstanceProfile] {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM instance_profile
                WHERE account_id = \(account) AND name_key > \(after)
                """ + .pathBegins(with: prefix) + " ORDER BY name_key LIMIT \(limit)"
        ).map(Self.profile)
    }

    /// At most `limit` instance profiles that hold a role, by name without case, from the first
    /// name after `after`.
    package func list(
        holding role: UniqueID, after: String = "", limit: Int
    ) throws(StoreError) -> [InstanceProfile] {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM instance_profile
                WHERE account_id = \(account) AND role_id = \(role) AND name_key > \(after)
                ORDER BY name_key LIMIT \(limit)
                """
        ).map(Self.profile)
    }

    package func count() throws(StoreError) -> Int { try counts.count(of: .instanceProfile) }

    /// Adds an instance profile.
    /// - Returns: false, and nothing changed, when the name is taken.
    package func insert(_ profile: InstanceProfile) throws(StoreError) -> Bool {
        let rows = try transaction.execute(
            """
            INSERT INTO instance_profile (account_id, instance_profile_id, name, name_key, path,
                created_at, role_id)
            VALUES (\(account), \(profile.id), \(profile.name), \(profile.name.asciiLowercased),
                \(profile.path), \(profile.createdAt), \(profile.role))
            ON CONFLICT DO NOTHING
            """)
        return try counts.inserted(rows, of: .instanceProfile)
    }

    /// Writes which role an instance profile holds; nil for none.
    package func setRole(_ role: UniqueID?, of id: UniqueID) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE instance_profile SET role_id = \(role)
            WHERE account_id = \(account) AND instance_profile_id = \(id)
            """)
    }

    package func delete(_ id: UniqueID) throws(StoreError) {
        let rows = try transaction.execute(
            """
            DELETE FROM instance_profile
            WHERE account_id = \(account) AND instance_profile_id = \(id)
            """)
        try counts.deleted(rows, of: .instanceProfile)
    }

    private static func profile(_ row: Row) throws(StoreError) -> InstanceProfile {
        InstanceProfile(
            account: try row.accountID("account_id"),
            id: try row.uniqueID("instance_profile_id"), name: try row.text("name"),
            path: EntityPath(stored: try row.text("path")),
            createdAt: try row.timestamp("created_at"),
            role: try row.textIfPresent("role_id").map(UniqueID.init(stored:)))
    }
}
