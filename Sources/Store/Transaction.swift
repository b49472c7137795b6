package import IAMIdentifiers

/// An open transaction. Not `Sendable`, so it cannot outlive the closure it was given to.
///
/// The first error ends it: every later statement throws the same error and nothing is committed,
/// even when the error was caught. Expected outcomes are therefore asked for in SQL
/// (`ON CONFLICT DO NOTHING`, `RETURNING`), never found out by failing.
package protocol Transaction {
    /// The rows that a statement gives, all of them, in its order.
    func rows(_ sql: SQL) throws(StoreError) -> [Row]

    /// Runs a statement for its effect.
    /// - Returns: the number of rows that it inserted, updated or deleted itself, rows that a
    ///   foreign key deleted not counted. Without meaning for statements that define tables.
    @discardableResult func execute(_ sql: SQL) throws(StoreError) -> Int

    /// Runs a statement for its effect, where nobody needs to know how many rows it changed. What
    /// comes next sees it. An engine may send it along with that. If it fails, the transaction
    /// does, at the latest when it commits.
    func executeLater(_ sql: SQL) throws(StoreError)

    /// What was read before of an account, in the state of it that this transaction sees; nil where
    /// the engine cannot tell that it is the same.
    func memory(of account: AccountID) -> SnapshotMemory?
}

extension Transaction {
    /// By default: at once.
    package func executeLater(_ sql: SQL) throws(StoreError) { try execute(sql) }

    package func memory(of account: AccountID) -> SnapshotMemory? { nil }
}
