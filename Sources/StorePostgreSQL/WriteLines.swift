import IAMIdentifiers
import Store
import Synchronization
import Workers

/// The writes that wait, in a line for each account.
///
/// The writes of one account run one after the other, on whichever node they are: the transaction
/// first takes the account's lock. Those that have come while one is being committed are committed
/// together, each in a savepoint of its own, so that one that fails takes back nothing but itself.
/// Different accounts' writes run at the same time. The server's own are a line of their own.
final class WriteLines: Sendable {
    /// The most writes in one transaction. Bounds how long the first of them waits for the last.
    static let groupLimit = 64

    private struct State {
        var waiting = FairLines<AccountID?, WaitingWrite>()
        /// Those whose writes run, or have a thread's turn.
        var active: Set<AccountID?> = []
    }

    private let pool: ConnectionPool
    private let waitingLimit: Int
    private let threads: WorkerPool<AccountID?>
    private let state = Mutex(State())
    /// Told of what the server does not keep for reasons of its own.
    let refusal = WriteRefusal()

    /// - Parameters:
    ///   - connections: how many transactions run at once.
    ///   - waitingLimit: how many writes may wait, and four times as many as may of one account;
    ///     one more is refused as busy.
    init(_ pool: ConnectionPool, connections: Int, waitingLimit: Int) {
        self.pool = pool
        self.waitingLimit = waitingLimit
        threads = WorkerPool(
            .init(
                threads: connections, runningPerKey: 1, waiting: waitingLimit, waitingPerKey: 1,
                niceness: 0))
    }

    /// How many writes wait now.
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    func submit(_ write: WaitingWrite) {
        let account = write.account
        let (isAdmitted, isFirst) = state.withLock { state in
            guard state.waiting.count < waitingLimit,
                account == nil || state.waiting.count(of: account) < max(1, waitingLimit / 4)
            else { return (false, false) }
            state.waiting.append(write, for: account)
            return (true, state.active.insert(account).inserted)
        }
        if !isAdmitted { write.answer(.busy) }
        if isFirst { start(account) }
    }

    private func start(_ account: AccountID?) {
        Task {
            do {
                try await threads.run(for: account) { _ in self.commitNext(of: account) }
            } catch {
                for write in self.take(Int.max, of: account) { write.answer(.busy) }
            }
            let goesOn = self.state.withLock { state in
                if state.waiting.count(of: account) > 0 { return true }
                state.active.remove(account)
                return false
            }
            if goesOn { self.start(account) }
        }
    }

    private func take(_ most: Int, of account: AccountID?) -> [WaitingWrite] {
        state.withLock { state in
            var group: [WaitingWrite] = []
            while group.count < most, let write = state.waiting.next(where: { $0 == account }) {
                group.append(write)
            }
            return group
        }
    }

    private func commitNext(of account: AccountID?) {
        let group = take(Self.groupLimit, of: account)
        guard !group.isEmpty else { return }
        let start = Duration.sinceStart()
        let failure = outcome(of: group, account)
        note(failure, of: group)
        for write in group { write.place?.charge((.sinceStart() - start) / group.count) }
        // What fails all of them may be the fault of one, of which the others know nothing.
        if let failure, group.count > 1, failure.isOfARow {
            for write in group { write.answer(outcome(of: [write], account)) }
        } else {
            for write in group { write.answer(failure) }
        }
    }

    /// Runs a group, more than once if the server takes it back for the sake of others.
    /// - Returns: why nothing of it was kept; nil when it was committed.
    private func outcome(of group: [WaitingWrite], _ account: AccountID?) -> StoreError? {
        for _ in 0..<Self.attempts {
            do {
                if try pool.use({ try Self.commit(group, account, in: $0) }) { return nil }
            } catch let error as StoreError {
                return error
            } catch {
                return .other("\(error)")
            }
        }
        return .busy
    }

    /// A disk that is full, or a user that may not write, is found out by a statement: the failure
    /// is that of the write. One that is kept ends it.
    private func note(_ failure: StoreError?, of group: [WaitingWrite]) {
        let failures = group.compactMap(\.failure) + (failure.map { [$0] } ?? [])
        if let lasting = failures.first(where: \.isOfTheServer) {
            refusal.note(lasting)
        } else if failures.count < group.count {
            refusal.note(nil)
        }
    }

    private static let attempts = 5

    /// Runs the writes, and commits what they did. One that is alone and fails is rolled back.
    /// - Returns: false when the server has taken all of it back for the sake of another
    ///   transaction.
    private static func commit(
        _ group: [WaitingWrite], _ account: AccountID?, in session: Session
    ) throws -> Bool {
        do throws(ServerError) {
            try session.begin("BEGIN ISOLATION LEVEL READ COMMITTED, READ WRITE")
            try session.queue("SELECT pg_advisory_xact_lock(\(lock(of: account)))")
            let isAlone = group.count == 1
            for write in group {
                if !isAlone { try session.queue("SAVEPOINT write") }
                write.run(session)
                if let loss = session.loss { throw ServerError(loss, .connectionLost) }
                if let failure = session.queuedFailure, !session.hadConflict {
                    throw ServerError(failure)
                }
                if session.hadConflict {
                    session.leave("ROLLBACK")
                    return false
                }
                if isAlone, write.hasFailed {
                    session.leave("ROLLBACK")
                    return true
                }
                if write.hasFailed { try session.queue("ROLLBACK TO SAVEPOINT write") }
                if !isAlone { try session.queue("RELEASE SAVEPOINT write") }
            }
        } catch {
            session.leave("ROLLBACK")
            throw error
        }
        return try keep(in: session)
    }

    /// Commits.
    private static func keep(in session: Session) throws -> Bool {
        do throws(ServerError) {
            let warnings = session.warnings
            let answer = try session.run("COMMIT")
            // Whoever ends the waiting for a standby leaves a commit that only one machine has.
            guard session.warnings == warnings else {
                throw ServerError(
                    .unreachable("the server committed with a warning"), .connectionLost)
            }
            guard answer.command.isExactly("COMMIT") else {
                throw ServerError(.other("the server did not commit, it did \(answer.command)"))
            }
            return true
        } catch {
            // What was queued before the commit may have failed, and then it was not tried.
            session.leave("ROLLBACK")
            if error.consequence == .conflict { return false }
            // It is not known whether the server has committed, and it must not be done twice.
            if error.consequence == .connectionLost {
                throw StoreError.uncertain(error.reason.description)
            }
            throw error.reason
        }
    }

    /// The number of an account's lock: its own. That of the server's own writes is no account's.
    private static func lock(of account: AccountID?) -> Int64 {
        account.flatMap { Int64($0.description) } ?? -1
    }
}

extension StoreError {
    /// Whether other writes will fail for the same reason.
    fileprivate var isOfTheServer: Bool {
        switch self {
        case .full, .readOnly: true
        default: false
        }
    }

    /// Whether it says something of what was written, and not of the server.
    fileprivate var isOfARow: Bool {
        switch self {
        case .duplicate, .foreignKey, .invalidRow: true
        default: false
        }
    }
}
