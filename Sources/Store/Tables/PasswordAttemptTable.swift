/// How often passwords were tried lately, by what the attempts are counted for.
///
/// The moments are microseconds: on the clock of the database where several servers share it, else
/// on one that only grows while a server runs. A row holds everything about its subject.
package struct PasswordAttemptTable {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// What is counted for one subject.
    package struct Entry: Sendable, Equatable {
        /// What sort of subject, such as `pair`.
        package let kind: String
        package let name: String
        package let attempts: Int
        package let lastMicroseconds: Int

        package init(kind: String, name: String, attempts: Int, lastMicroseconds: Int) {
            self.kind = kind
            self.name = name
            self.attempts = attempts
            self.lastMicroseconds = lastMicroseconds
        }
    }

    package func all() throws(StoreError) -> [Entry] {
        try transaction.rows(
            "SELECT kind, name, attempts, last_at FROM password_attempt ORDER BY kind, name"
        ).map(Self.entry)
    }

    package func find(kind: String, name: String) throws(StoreError) -> Entry? {
        try transaction.rows(
            """
            SELECT kind, name, attempts, last_at FROM password_attempt
            WHERE kind = \(kind) AND name = \(name)
            """
        ).first.map(Self.entry)
    }

    private static func entry(_ row: Row) throws(StoreError) -> Entry {
        Entry(
            kind: try row.text("kind"), name: try row.text("name"),
            attempts: try row.integer("attempts"), lastMicroseconds: try row.integer("last_at"))
    }

    /// The latest moment of all; nil when there are no rows.
    package func newestMicroseconds() throws(StoreError) -> Int? {
        try transaction.rows("SELECT max(last_at) AS newest FROM password_attempt")[0]
            .integerIfPresent("newest")
    }

    package func set(_ entry: Entry) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO password_attempt (kind, name, attempts, last_at)
            VALUES (\(entry.kind), \(entry.name), \(entry.attempts), \(entry.lastMicroseconds))
            ON CONFLICT (kind, name)
            DO UPDATE SET attempts = excluded.attempts, last_at = excluded.last_at
            """)
    }

    package func delete(kind: String, name: String) throws(StoreError) {
        try transaction.execute(
            "DELETE FROM password_attempt WHERE kind = \(kind) AND name = \(name)")
    }

    /// Deletes what was last counted at a moment or before it.
    package func delete(kind: String, until moment: Int) throws(StoreError) {
        try transaction.execute(
            "DELETE FROM password_attempt WHERE kind = \(kind) AND last_at <= \(moment)")
    }

    /// Deletes all of one kind but those that were tried most. Those of names that do not exist,
    /// which begin with a question mark, are deleted before others.
    package func keepMostTried(_ count: Int, kind: String) throws(StoreError) {
        try transaction.execute(
            """
            DELETE FROM password_attempt WHERE kind = \(kind) AND name IN (
                SELECT name FROM password_attempt WHERE kind = \(kind)
                ORDER BY CASE WHEN substr(name, 1, 1) = \("?") THEN 1 ELSE 0 END,
                    attempts DESC, last_at DESC, name
                LIMIT \(Int.max) OFFSET \(count))
            """)
    }
}
