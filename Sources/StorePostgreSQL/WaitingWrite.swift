import IAMIdentifiers
import Store
import Synchronization
import Workers

/// A write that waits for its turn: what it does, and how its caller is answered.
final class WaitingWrite: Sendable {
    /// Whose write it is; nil for one of the server's own.
    let account: AccountID?
    /// Where the time that it takes is counted.
    let place: GatePlace?
    private let runs: @Sendable (Session) -> (any Error)?
    private let answers: @Sendable (_ failure: StoreError?) -> Void
    /// How the last run failed.
    private let failed = Mutex<(any Error)?>(nil)

    init<Value: Sendable>(
        for account: AccountID?, of place: GatePlace?,
        _ body: @escaping @Sendable (any Transaction) throws -> Value,
        answering continuation: CheckedContinuation<Value, any Error>
    ) {
        self.account = account
        self.place = place
        let outcome = Mutex<Result<Value, any Error>>(.failure(CancellationError()))
        runs = { session in
            let result = Result {
                try PostgreSQLTransaction.run(in: session, reading: ReadAhead(), body)
            }
            outcome.withLock { $0 = result }
            if case .failure(let error) = result { return error }
            return nil
        }
        answers = { failure in
            let outcome = failure.map { .failure($0) } ?? outcome.withLock { $0 }
            continuation.resume(with: outcome)
        }
    }

    /// Runs the write in the transaction that is open, behind a savepoint. It may be run again.
    func run(_ session: Session) {
        let failure = runs(session)
        failed.withLock { $0 = failure }
    }

    /// Whether the last run failed, so that its effects have to be taken back.
    var hasFailed: Bool { failed.withLock { $0 != nil } }

    /// Why the last run failed, if the store was the cause.
    var failure: StoreError? { failed.withLock { $0 as? StoreError } }

    /// Answers the caller: with the outcome of the last run, or with the failure of the whole
    /// group. Once.
    func answer(_ failure: StoreError?) { answers(failure) }
}
