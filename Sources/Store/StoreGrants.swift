import IAMIdentifiers

/// What a user of the database may do who works with the tables without owning them: it reads and
/// changes rows, and can neither change the schema nor change or delete what the audit record says.
/// For engines that have users.
package struct StoreGrants {
    /// Tables to which rows are only added.
    private static let recordTables = ["audit_digest", "audit_event", "audit_event_resource"]

    /// Tables in which rows are added and changed, and none is deleted.
    private static let headTables = ["audit_head"]

    /// Views, which are read.
    private static let views = ["policy_use"]

    private let user: SQL

    /// - Parameter user: the name of a role that there is.
    package init(to user: String) {
        let quoted = user.parts(at: "\"", keepingEmpty: true).joined(separator: "\"\"")
        self.user = SQL(text: "\"\(quoted)\"")
    }

    /// Gives the user this, and takes away what else it has.
    package func set(in transaction: any Transaction) throws(StoreError) {
        let kept = Self.recordTables + Self.headTables
        let others = StoredTable.all.map(\.name).filter { !kept.contains($0) }
        let heads = SQL(text: Self.headTables.joined(separator: ", "))
        let records = SQL(text: Self.recordTables.joined(separator: ", "))
        let tables = SQL(text: others.joined(separator: ", "))
        let read = SQL(text: (["schema_migration"] + Self.views).joined(separator: ", "))
        try transaction.execute(
            "REVOKE ALL ON " + read + ", " + records + ", " + heads + ", " + tables + " FROM "
                + user)
        try transaction.execute("GRANT SELECT ON " + read + " TO " + user)
        try transaction.execute("GRANT SELECT, INSERT ON " + records + " TO " + user)
        try transaction.execute("GRANT SELECT, INSERT, UPDATE ON " + heads + " TO " + user)
        try transaction.execute(
            "GRANT SELECT, INSERT, UPDATE, DELETE ON " + tables + " TO " + user)
    }
}
