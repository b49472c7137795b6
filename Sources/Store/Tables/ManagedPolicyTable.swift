package import IAMIdentifiers

/// Customer-managed policies and their versions.
package struct ManagedPolicyTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    private var counts: EntityCountTable { EntityCountTable(transaction, of: account) }

    /// One version of a policy's document.
    package struct Version: Sendable, Equatable {
        /// As 3 for `v3`.
        package let number: Int
        /// The document as it was given, byte for byte.
        package let document: String
        package let createdAt: Timestamp

        package init(number: Int, document: String, createdAt: Timestamp) {
            self.number = number
            self.document = document
            self.createdAt = createdAt
        }
    }

    private static let columns: SQL = """
        account_id, policy_id, name, path, description, default_version, latest_version,
        created_at, updated_at
        """

    /// The policy of this name, whatever its case and path.
    package func find(named name: String) throws(StoreError) -> ManagedPolicy? {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM managed_policy
                WHERE account_id = \(account) AND name_key = \(name.asciiLowercased)
                """
        ).first.map(Self.policy)
    }

    /// At most `limit` policies whose path begins with `prefix`, by name without case, from the
    /// first name after `after`.
    /// - Parameter use: what they have to be used for; nil where it does not matter.
    package func list(
        pathPrefix prefix: String, after: String, limit: Int, usedAs use: PolicyUseTable.Use? = nil
    ) throws(StoreError) -> [ManagedPolicy] {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM managed_policy
                WHERE account_id = \(account) AND name_key > \(after)
                """ + .pathBegins(with: prefix) + used(as: use)
                + " ORDER BY name_key LIMIT \(limit)"
        ).map(Self.policy)
    }

    package func count() throws(StoreError) -> Int { try counts.count(of: .policy) }

    /// How many policies have a name that holds a text, whatever its case.
    /// - Parameter use: what they have to be used for; nil where it does not matter.
    package func count(
        holding text: String, usedAs use: PolicyUseTable.Use? = nil
    ) throws(StoreError) -> Int {
        try transaction.rows(
            "SELECT count(*) AS n FROM managed_policy WHERE account_id = \(account)"
                + .nameHolds(text) + used(as: use))[0].integer("n")
    }

    /// What sorts a list of policies.
    package enum Order: Sendable { case name }

    /// - Parameter use: what they have to be used for; nil where it does not matter.
    package func list(
        _ slice: ListSlice<Order>, usedAs use: PolicyUseTable.Use? = nil
    ) throws(StoreError) -> [ManagedPolicy] {
        try transaction.rows(
            "SELECT " + Self.columns + " FROM managed_policy WHERE account_id = \(account)"
                + .nameHolds(slice.search) + used(as: use) + slice.ending(sortedBy: nil)
        ).map(Self.policy)
    }

    /// The names of a slice in lower case, which are read from their index alone.
    /// - Parameter use: what they have to be used for; nil where it does not matter.
    package func names(
        _ slice: ListSlice<Order>, usedAs use: PolicyUseTable.Use? = nil
    ) throws(StoreError) -> [String] {
        try transaction.rows(
            "SELECT name_key FROM managed_policy WHERE account_id = \(account)"
                + .nameHolds(slice.search) + used(as: use) + slice.ending(sortedBy: nil)
        ).map { (row) throws(StoreError) in try row.text("name_key") }
    }

    private func used(as use: PolicyUseTable.Use?) -> SQL {
        guard let use else { return "" }
        let begin = ARN.iam(account, "policy").description
        return """
             AND EXISTS (SELECT 1 FROM \(use.table) AS used
                WHERE used.account_id = managed_policy.account_id
                AND used.policy_arn = \(begin) || managed_policy.path || managed_policy.name)
            """
    }

    /// The versions of all policies together.
    package func countOfVersions() throws(StoreError) -> Int {
        try transaction.rows(
            "SELECT count(*) AS n FROM policy_version WHERE account_id = \(account)")[0]
            .integer("n")
    }

    /// Adds a policy without versions.
    /// - Returns: false, and nothing changed, when the name is taken.
    package func insert(_ policy: ManagedPolicy) throws(StoreError) -> Bool {
        let rows = try transaction.execute(
            """
            INSERT INTO managed_policy (account_id, policy_id, name, name_key, path, description,
                default_version, latest_version, created_at, updated_at)
            VALUES (\(account), \(policy.id), \(policy.name), \(policy.name.asciiLowercased),
                \(policy.path), \(policy.description), \(policy.defaultVersion),
                \(policy.latestVersion), \(policy.createdAt), \(policy.updatedAt))
            ON CONFLICT DO NOTHING
            """)
        return try counts.inserted(rows, of: .policy)
    }

    /// Writes which version is in force, which number was given last, and when.
    package func update(_ policy: ManagedPolicy) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE managed_policy SET default_version = \(policy.defaultVersion),
                latest_version = \(policy.latestVersion), updated_at = \(policy.updatedAt)
            WHERE account_id = \(account) AND policy_id = \(policy.id)
            """)
    }

    /// Removes a policy and its versions.
    package func delete(_ id: UniqueID) throws(StoreError) {
        try transaction.execute(
            "DELETE FROM policy_version WHERE account_id = \(account) AND policy_id = \(id)")
        let rows = try transaction.execute(
            "DELETE FROM managed_policy WHERE account_id = \(account) AND policy_id = \(id)")
        try counts.deleted(rows, of: .policy)
    }

    package func version(_ number: Int, of id: UniqueID) throws(StoreError) -> Version? {
        try transaction.rows(
            """
            SELECT version, document, created_at FROM policy_version
            WHERE account_id = \(account) AND policy_id = \(id) AND version = \(number)
            """
        ).first.map(Self.version)
    }

    /// The versions of a policy, the newest first.
    package func versions(of id: UniqueID) throws(StoreError) -> [Version] {
        try transaction.rows(
            """
            SELECT version, document, created_at FROM policy_version
            WHERE account_id = \(account) AND policy_id = \(id) ORDER BY version DESC
            """
        ).map(Self.version)
    }

    package func insert(_ version: Version, of id: UniqueID) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO policy_version (account_id, policy_id, version, document, created_at)
            VALUES (\(account), \(id), \(version.number), \(version.document),
                \(version.createdAt))
            """)
    }

    package func deleteVersion(_ number: Int, of id: UniqueID) throws(StoreError) {
        try transaction.execute(
            """
            DELETE FROM policy_version
            WHERE account_id = \(account) AND policy_id = \(id) AND version = \(number)
            """)
    }

    private static func version(_ row: Row) throws(StoreError) -> Version {
        Version(
            number: try row.integer("version"), document: try row.text("document"),
            createdAt: try row.timestamp("created_at"))
    }

    private static func policy(_ row: Row) throws(StoreError) -> ManagedPolicy {
        ManagedPolicy(
            account: try row.accountID("account_id"), id: try row.uniqueID("policy_id"),
            name: try row.text("name"), path: EntityPath(stored: try row.text("path")),
            description: try row.textIfPresent("description"),
            defaultVersion: try row.integer("default_version"),
            latestVersion: try row.integer("latest_version"),
            createdAt: try row.timestamp("created_at"),
            updatedAt: try row.timestamp("updated_at"))
    }
}
