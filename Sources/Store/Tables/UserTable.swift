package import IAMIdentifiers

/// IAM users, by unique ID and by name.
package struct UserTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    private var counts: EntityCountTable { EntityCountTable(transaction, of: account) }

    private static let columns: SQL = """
        user_id, name, path, created_at, password_last_used_at
        """

    package func find(_ id: UniqueID) throws(StoreError) -> User? {
        try transaction.rows(
            "SELECT " + Self.columns
                + " FROM iam_user WHERE account_id = \(account) AND user_id = \(id)"
        ).first.map(user)
    }

    /// The user of this name, whatever its case.
    package func find(named name: String) throws(StoreError) -> User? {
        try transaction.rows(
            "SELECT " + Self.columns
                + " FROM iam_user WHERE account_id = \(account)"
                + " AND name_key = \(name.asciiLowercased)"
        ).first.map(user)
    }

    /// At most `limit` users whose path begins with `prefix`, by name without case, from the first
    /// name after `after`.
    package func list(
        pathPrefix prefix: String, after: String, limit: Int
    ) throws(StoreError) -> [User] {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM iam_user
                WHERE account_id = \(account) AND name_key > \(after)
                """ + .pathBegins(with: prefix) + " ORDER BY name_key LIMIT \(limit)"
        ).map(user)
    }

    package func count() throws(StoreError) -> Int { try counts.count(of: .user) }

    /// How many users have a name that holds a text, whatever its case.
    package func count(holding text: String) throws(StoreError) -> Int {
        try transaction.rows(
            "SELECT count(*) AS n FROM iam_user WHERE account_id = \(account)"
                + .nameHolds(text))[0].integer("n")
    }

    /// What sorts a list of users. Who never signed in comes before all who did.
    package enum Order: Sendable { case name, created, passwordLastUsed }

    package func list(_ slice: ListSlice<Order>) throws(StoreError) -> [User] {
        let column: SQL? =
            switch slice.order {
            case .name: nil
            case .created: "created_at"
            case .passwordLastUsed: "coalesce(password_last_used_at, 0)"
            }
        return try transaction.rows(
            "SELECT " + Self.columns + " FROM iam_user WHERE account_id = \(account)"
                + .nameHolds(slice.search) + slice.ending(sortedBy: column)
        ).map(user)
    }

    /// Adds a user.
    /// - Returns: false, and nothing changed, when the name is taken.
    package func insert(_ user: User) throws(StoreError) -> Bool {
        let rows = try transaction.execute(
            """
            INSERT INTO iam_user (account_id, user_id, name, name_key, path, created_at,
                password_last_used_at)
            VALUES (\(account), \(user.id), \(user.name), \(user.name.asciiLowercased),
                \(user.path), \(user.createdAt), \(user.passwordLastUsedAt))
            ON CONFLICT DO NOTHING
            """)
        return try counts.inserted(rows, of: .user)
    }

    /// Writes a user's name and path.
    /// - Returns: false, and nothing changed, when another user has the name.
    package func update(_ user: User) throws(StoreError) -> Bool {
        let key = user.name.asciiLowercased
        return try transaction.execute(
            """
            UPDATE iam_user SET name = \(user.name), name_key = \(key), path = \(user.path)
            WHERE account_id = \(account) AND user_id = \(user.id) AND NOT EXISTS (
                SELECT 1 FROM iam_user AS other WHERE other.account_id = \(account)
                AND other.name_key = \(key) AND other.user_id <> \(user.id))
            """) == 1
    }

    package func setPasswordLastUsed(of id: UniqueID, at now: Timestamp) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE iam_user SET password_last_used_at = \(now)
            WHERE account_id = \(account) AND user_id = \(id)
            """)
    }

    package func delete(_ id: UniqueID) throws(StoreError) {
        let rows = try transaction.execute(
            "DELETE FROM iam_user WHERE account_id = \(account) AND user_id = \(id)")
        try counts.deleted(rows, of: .user)
    }

    /// The user in a row, which has the columns of ``columns``.
    func user(_ row: Row) throws(StoreError) -> User {
        User(
            account: account, id: try row.uniqueID("user_id"), name: try row.text("name"),
            path: try row.path("path"), createdAt: try row.timestamp("created_at"),
            passwordLastUsedAt: try row.timestampIfPresent("password_last_used_at"))
    }
}
