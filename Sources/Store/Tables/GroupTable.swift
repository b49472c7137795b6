package import IAMIdentifiers

/// Groups and their members.
package struct GroupTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    private var counts: EntityCountTable { EntityCountTable(transaction, of: account) }

    private static let columns: SQL =
        "g.account_id, g.group_id, g.name, g.path, g.created_at"

    package func find(_ id: UniqueID) throws(StoreError) -> Group? {
        try transaction.rows(
            "SELECT " + Self.columns
                + " FROM iam_group AS g WHERE g.account_id = \(account) AND g.group_id = \(id)"
        ).first.map(Self.group)
    }

    /// The group of this name, whatever its case.
    package func find(named name: String) throws(StoreError) -> Group? {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM iam_group AS g
                WHERE g.account_id = \(account) AND g.name_key = \(name.asciiLowercased)
                """
        ).first.map(Self.group)
    }

    /// At most `limit` groups whose path begins with `prefix`, by name without case, from the first
    /// name after `after`.
    package func list(
        pathPrefix prefix: String, after: String, limit: Int
    ) throws(StoreError) -> [Group] {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM iam_group AS g
                WHERE g.account_id = \(account) AND g.name_key > \(after)
                """ + .pathBegins(with: prefix) + " ORDER BY g.name_key LIMIT \(limit)"
        ).map(Self.group)
    }

    package func count() throws(StoreError) -> Int { try counts.count(of: .group) }

    /// How many groups have a name that holds a text, whatever its case.
    package func count(holding text: String) throws(StoreError) -> Int {
        try transaction.rows(
            "SELECT count(*) AS n FROM iam_group WHERE account_id = \(account)"
                + .nameHolds(text))[0].integer("n")
    }

    /// What sorts a list of groups.
    package enum Order: Sendable { case name, created }

    package func list(_ slice: ListSlice<Order>) throws(StoreError) -> [Group] {
        let column: SQL? =
            switch slice.order {
            case .name: nil
            case .created: "created_at"
            }
        return try transaction.rows(
            "SELECT " + Self.columns + " FROM iam_group AS g WHERE g.account_id = \(account)"
                + .nameHolds(slice.search) + slice.ending(sortedBy: column)
        ).map(Self.group)
    }

    /// Adds a group.
    /// - Returns: false, and nothing changed, when the name is taken.
    package func insert(_ group: Group) throws(StoreError) -> Bool {
        let rows = try transaction.execute(
            """
            INSERT INTO iam_group (account_id, group_id, name, name_key, path, created_at)
            VALUES (\(account), \(group.id), \(group.name), \(group.name.asciiLowercased),
                \(group.path), \(group.createdAt))
            ON CONFLICT DO NOTHING
            """)
        return try counts.inserted(rows, of: .group)
    }

    /// Writes a group's name and path.
    /// - Returns: false, and nothing changed, when another group has the name.
    package func update(_ group: Group) throws(StoreError) -> Bool {
        let key = group.name.asciiLowercased
        return try transaction.execute(
            """
            UPDATE iam_group SET name = \(group.name), name_key = \(key), path = \(group.path)
            WHERE account_id = \(account) AND group_id = \(group.id) AND NOT EXISTS (
                SELECT 1 FROM iam_group AS other WHERE other.account_id = \(account)
                AND other.name_key = \(key) AND other.group_id <> \(group.id))
            """) == 1
    }

    package func delete(_ id: UniqueID) throws(StoreError) {
        let rows = try transaction.execute(
            "DELETE FROM iam_group WHERE account_id = \(account) AND group_id = \(id)")
        try counts.deleted(rows, of: .group)
    }

    /// Makes a user a member; a member stays one.
    package func add(
        user: UniqueID, to group: UniqueID, at now: Timestamp
    ) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO group_member (account_id, group_id, user_id, added_at)
            VALUES (\(account), \(group), \(user), \(now)) ON CONFLICT DO NOTHING
            """)
    }

    /// Removes a user from a group. Does nothing if the user is not a member.
    package func remove(user: UniqueID, from group: UniqueID) throws(StoreError) {
        try transaction.execute(
            """
            DELETE FROM group_member
            WHERE account_id = \(account) AND group_id = \(group) AND user_id = \(user)
            """)
    }

    package func contains(user: UniqueID, in group: UniqueID) throws(StoreError) -> Bool {
        try !transaction.rows(
            """
            SELECT 1 AS one FROM group_member
            WHERE account_id = \(account) AND group_id = \(group) AND user_id = \(user)
            """
        ).isEmpty
    }

    package func isEmpty(_ group: UniqueID) throws(StoreError) -> Bool {
        try !hasMembers(group, beyond: 0)
    }

    private func hasMembers(_ group: UniqueID, beyond count: Int) throws(StoreError) -> Bool {
        try !transaction.rows(
            """
            SELECT 1 AS one FROM group_member WHERE account_id = \(account) AND group_id = \(group)
            LIMIT 1 OFFSET \(count)
            """
        ).isEmpty
    }

    /// Members of a group that are looked up and sorted for a page. Of a larger group the account's
    /// users are gone through by name, until as many of them as the page has are members.
    private static let sortedMembers = 500

    /// At most `limit` members of a group, by name without case, from the first name after `after`.
    package func members(
        of group: UniqueID, after: String = "", limit: Int
    ) throws(StoreError) -> [User] {
        // The engine goes through the tables of a cross join as they are written.
        let tables: SQL =
            try hasMembers(group, beyond: Self.sortedMembers)
            ? "iam_user AS u CROSS JOIN group_member AS m"
            : "group_member AS m CROSS JOIN iam_user AS u"
        return try transaction.rows(
            """
            SELECT u.user_id, u.name, u.path, u.created_at, u.password_last_used_at
            FROM \(tables)
            WHERE m.account_id = \(account) AND m.group_id = \(group) AND m.user_id = u.user_id
                AND u.account_id = \(account) AND u.name_key > \(after)
            ORDER BY u.name_key LIMIT \(limit)
            """
        ).map(UserTable(transaction, of: account).user)
    }

    /// At most `limit` groups a user is in, by name without case, from the first name after
    /// `after`.
    package func groups(
        of user: UniqueID, after: String = "", limit: Int
    ) throws(StoreError) -> [Group] {
        let groups = try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM group_member AS m CROSS JOIN iam_group AS g
                WHERE m.account_id = \(account) AND m.user_id = \(user)
                    AND g.account_id = \(account) AND g.group_id = m.group_id
                    AND g.name_key > \(after)
                """
        ).map(Self.group)
        // A user is in ten groups at most, and mostly in none. For the engine to make ready to
        // sort them takes more than to find them.
        let sorted = groups.sorted {
            ExactText($0.name.asciiLowercased) < ExactText($1.name.asciiLowercased)
        }
        return Array(sorted.prefix(limit))
    }

    private static func group(_ row: Row) throws(StoreError) -> Group {
        Group(
            account: try row.accountID("account_id"), id: try row.uniqueID("group_id"),
            name: try row.text("name"), path: EntityPath(stored: try row.text("path")),
            createdAt: try row.timestamp("created_at"))
    }
}
