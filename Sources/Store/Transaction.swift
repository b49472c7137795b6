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

    /// What was read before of an account, in the state of it that this transaction sees; nil where
    /// the engine cannot tell that it is the same.
    func memory(of account: AccountID) -> SnapshotMemory?
}

extension Transaction {
    package func memory(of account: AccountID) -> SnapshotMemory? { nil }
}
