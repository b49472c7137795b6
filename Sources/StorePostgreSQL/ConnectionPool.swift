import Store
import Synchronization
import Workers

/// The connections to the server, as many as threads have used at once. One that fails is closed.
final class ConnectionPool: Sendable {
    private struct State {
        var free: [PooledSession] = []
        var used = 0
        var isClosed = false
        /// How often in a row no connection could be made, and until when none is tried.
        var failures = 0
        var restsUntil = Duration.zero
        var lastFailure = StoreError.unreachable("")
    }

    private let address: DatabaseAddress
    private let limits: SessionLimits
    private let state = Mutex(State())

    init(_ address: DatabaseAddress, _ limits: SessionLimits) {
        self.address = address
        self.limits = limits
    }

    /// How many connections there are now.
    var connections: DatabaseLoad.Connections {
        state.withLock { .init(used: $0.used, idle: $0.free.count) }
    }

    /// Runs `body` with a connection that nobody else has.
    ///
    /// A connection that was kept may have been closed meanwhile, by a server that was started
    /// again. If that is found out before anything can have been kept, `body` is run once more,
    /// with a new connection.
    /// - Throws: what `body` throws; ``StoreError/unreachable(_:)``.
    func use<Value: Sendable>(_ body: (Session) throws -> Value) throws -> Value {
        if let kept = try takeKept() {
            do {
                return try use(kept, body)
            } catch let error as ServerError {
                guard error.consequence == .connectionLost else { throw error.reason }
                forgetKept()
            }
        }
        do {
            return try use(PooledSession(try newSession()), body)
        } catch let error as ServerError {
            throw error.reason
        }
    }

    private func use<Value: Sendable>(
        _ pooled: PooledSession, _ body: (Session) throws -> Value
    ) throws -> Value {
        state.withLock { $0.used += 1 }
        defer { giveBack(pooled) }
        return try pooled.withSession(body)
    }

    private func takeKept() throws(StoreError) -> PooledSession? {
        try state.withLock { state throws(StoreError) in
            guard !state.isClosed else { throw .other("the database is closed") }
            return state.free.popLast()
        }
    }

    private func forgetKept() { state.withLock { $0.free = [] } }

    private func giveBack(_ pooled: PooledSession) {
        let isUsable = pooled.isUsable
        state.withLock { state in
            state.used -= 1
            if isUsable, !state.isClosed { state.free.append(pooled) }
        }
    }

    /// Connects. After failures nobody tries for a while, so that requests are refused at once and
    /// a server that comes back is not stormed.
    private func newSession() throws(StoreError) -> Session {
        let now = Duration.sinceStart()
        try state.withLock { state throws(StoreError) in
            guard state.failures == 0 || now >= state.restsUntil else { throw state.lastFailure }
            // Others wait for how this one ends, if there were failures.
            state.restsUntil = now + Self.rest(after: state.failures)
        }
        do throws(StoreError) {
            let session = try Session(address, limits)
            state.withLock { $0.failures = 0 }
            return session
        } catch {
            state.withLock { state in
                state.failures += 1
                state.restsUntil = .sinceStart() + Self.rest(after: state.failures)
                state.lastFailure = error
            }
            throw error
        }
    }

    /// A tenth of a second after the first failure, and twice as much after each more, up to two
    /// seconds.
    private static func rest(after failures: Int) -> Duration {
        min(.milliseconds(100) * (1 << min(failures, 6)) / 2, .seconds(2))
    }

    /// Closes those that are free, and the others when they are.
    func close() {
        state.withLock { state in
            state.free = []
            state.isClosed = true
        }
    }
}

/// A session that may be handed from thread to thread.
private final class PooledSession: Sendable {
    private let session: Mutex<Session>

    init(_ session: sending Session) { self.session = Mutex(session) }

    func withSession<Value: Sendable>(_ body: (Session) throws -> Value) throws -> Value {
        try session.withLock { try body($0) }
    }

    /// Whether it can be used again.
    var isUsable: Bool { session.withLock { $0.loss == nil && !$0.isFull } }
}
