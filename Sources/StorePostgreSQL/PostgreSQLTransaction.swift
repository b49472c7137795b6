import IAMIdentifiers
import Store

/// A transaction in a session, valid while its closure runs.
///
/// After an error nothing more is executed, as the server itself has it.
final class PostgreSQLTransaction: Transaction {
    private let session: Session
    /// What is remembered, and of which account.
    private let memory: (account: AccountID, of: SnapshotMemory)?
    private var failure: StoreError?

    private init(_ session: Session, _ memory: (account: AccountID, of: SnapshotMemory)?) {
        self.session = session
        self.memory = memory
    }

    /// Runs `body` in the transaction that is open in a session, and fails if a statement of it
    /// failed and it went on.
    static func run<Value>(
        in session: Session, with memory: (account: AccountID, of: SnapshotMemory)? = nil,
        _ body: (any Transaction) throws -> Value
    ) throws -> Value {
        let transaction = PostgreSQLTransaction(session, memory)
        let value = try body(transaction)
        if let failure = transaction.failure { throw failure }
        return value
    }

    func memory(of account: AccountID) -> SnapshotMemory? {
        memory.flatMap { $0.account == account ? $0.of : nil }
    }

    func rows(_ sql: SQL) throws(StoreError) -> [Row] { try answer(to: sql).rows }

    @discardableResult func execute(_ sql: SQL) throws(StoreError) -> Int {
        try answer(to: sql).count
    }

    func executeLater(_ sql: SQL) throws(StoreError) {
        if let failure { throw failure }
        do throws(ServerError) {
            try session.queue(sql)
        } catch {
            failure = error.reason
            throw error.reason
        }
    }

    private func answer(to sql: SQL) throws(StoreError) -> Session.Answer {
        if let failure { throw failure }
        do throws(ServerError) {
            return try session.run(sql)
        } catch {
            failure = error.reason
            throw error.reason
        }
    }
}
