import GRDB
import IAMIdentifiers
import Store
import Workers

/// A write that waits for the writer: what it does, and how its caller is answered.
struct PendingWrite: Sendable {
    /// Answers the caller, once the fate of the whole group is known: with the outcome of its own
    /// write, or with the error that ended the group.
    typealias Answer = @Sendable (_ groupFailure: StoreError?) -> Void

    /// Runs the write in a savepoint of its own, inside the group's transaction.
    /// - Returns: how to answer its caller, and the error of the write itself, if it failed.
    let run: @Sendable (GRDB.Database) -> (answer: Answer, failure: (any Error)?)
    /// Answers the caller without having run.
    let refuse: @Sendable (StoreError) -> Void
    /// Whose write it is; nil for one of the server's own.
    let account: AccountID?
    /// Where the time that it takes is counted.
    let place: GatePlace?

    init<Value: Sendable>(
        for account: AccountID?, of place: GatePlace?,
        _ body: @escaping @Sendable (any Transaction) throws -> Value,
        answering continuation: CheckedContinuation<Value, any Error>
    ) {
        self.account = account
        self.place = place
        run = { connection in
            let outcome = Result { try Self.savepoint(connection, body) }
            let answer: Answer = { groupFailure in
                if let groupFailure {
                    continuation.resume(throwing: groupFailure)
                } else {
                    continuation.resume(with: outcome)
                }
            }
            if case .failure(let error) = outcome { return (answer, error) }
            return (answer, nil)
        }
        refuse = { continuation.resume(throwing: $0) }
    }

    private static func savepoint<Value>(
        _ connection: GRDB.Database, _ body: (any Transaction) throws -> Value
    ) throws -> Value {
        // Serious errors, as of the disk, end SQLite's transaction by themselves. A savepoint
        // would then be a transaction of its own, and releasing it would commit.
        guard connection.isInsideTransaction else { throw GroupCommit.wasRolledBack }
        try connection.run("SAVEPOINT write")
        do {
            let value = try SQLiteTransaction.run(on: connection, body)
            try connection.run("RELEASE write")
            return value
        } catch {
            if connection.isInsideTransaction {
                try connection.run("ROLLBACK TO write")
                try connection.run("RELEASE write")
            }
            throw error
        }
    }
}
