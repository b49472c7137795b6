import IAMIdentifiers
import Store

/// A transaction in a session, valid while its closure runs.
///
/// After an error nothing more is executed, as the server itself has it.
final class PostgreSQLTransaction: Transaction {
    private let session: Session
    /// What is remembered, and of which account.
    private let memory: (account: AccountID, of: SnapshotMemory)?
    /// What a write reads ahead; nil for a transaction that is none.
    private var readAhead: ReadAhead?
    private var failure: StoreError?

    private init(
        _ session: Session, _ memory: (account: AccountID, of: SnapshotMemory)?,
        _ readAhead: ReadAhead?
    ) {
        self.session = session
        self.memory = memory
        self.readAhead = readAhead
    }

    /// Runs `body` in the transaction that is open in a session, and fails if a statement of it
    /// failed and it went on.
    static func run<Value>(
        in session: Session, with memory: (account: AccountID, of: SnapshotMemory)? = nil,
        reading readAhead: ReadAhead? = nil, _ body: (any Transaction) throws -> Value
    ) throws -> Value {
        let transaction = PostgreSQLTransaction(session, memory, readAhead)
        let value = try body(transaction)
        if let failure = transaction.failure { throw failure }
        return value
    }

    func memory(of account: AccountID) -> SnapshotMemory? {
        memory.flatMap { $0.account == account ? $0.of : nil }
    }

    func rows(_ sql: SQL) throws(StoreError) -> [Row] {
        try reachingServer { session throws(ServerError) in
            if let rows = try readAhead?.rows(sql, in: session) { return rows }
            return try session.run(sql).rows
        }
    }

    @discardableResult func execute(_ sql: SQL) throws(StoreError) -> Int {
        try reachingServer { session throws(ServerError) in
            readAhead?.end(in: session)
            return try session.run(sql).count
        }
    }

    func executeLater(_ sql: SQL) throws(StoreError) {
        try reachingServer { session throws(ServerError) in
            readAhead?.end(in: session)
            try session.queue(sql)
        }
    }

    private func reachingServer<Value>(
        _ body: (Session) throws(ServerError) -> Value
    ) throws(StoreError) -> Value {
        if let failure { throw failure }
        do throws(ServerError) {
            return try body(session)
        } catch {
            failure = error.reason
            throw error.reason
        }
    }
}
