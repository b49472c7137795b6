import CPostgreSQL
import Glibc
import Store
import Workers

/// A connection and the session that the server has with it, used by one thread at a time.
///
/// Statements travel in libpq's pipeline mode: what is only queued goes out with the next statement
/// whose answer is awaited, in one round trip. All waiting ends: a server that does not answer in
/// time is taken for gone.
///
/// Source: PostgreSQL documentation, "Pipeline Mode" and "Asynchronous Command Processing".
/// <https://www.postgresql.org/docs/15/libpq-pipeline-mode.html>
final class Session {
    /// What the server will answer, in this order.
    private enum Awaited {
        case preparation(StatementKey)
        /// A statement; whether somebody waits for its rows.
        case statement(StatementKey, isWanted: Bool)
        case synchronisation
    }

    /// What a statement gave.
    struct Answer {
        var rows: [Row] = []
        /// How many rows it inserted, updated, deleted or gave.
        var count = 0
        /// The word by which the server names what it did, such as `COMMIT`.
        var command = ""
    }

    private let handle: OpaquePointer
    private let notices = Notices()
    private let patience: Duration
    /// What was read here before.
    var memories = AccountMemories()
    /// What writes read here before.
    var readings = Readings()
    private var prepared: [StatementKey: SessionStatement] = [:]
    /// How many statements were ever prepared here, from which their names are made.
    private var preparations = 0
    private var awaited: [Awaited] = []
    /// Set once the connection is of no more use.
    private(set) var loss: StoreError?
    /// Whether the server has taken back a transaction for the sake of another since the last
    /// ``begin(_:)``.
    private(set) var hadConflict = false
    /// Why a statement failed that was only queued since then, with which the transaction fails.
    private(set) var queuedFailure: StoreError?

    /// More than the texts of all statements; more of them are lists of many lengths.
    private static let preparedLimit = 1_000

    /// Blocks the calling thread until the server has answered.
    /// - Parameter limits: for how long is waited, here and by the server.
    /// - Throws: ``StoreError/unreachable(_:)``.
    init(_ address: DatabaseAddress, _ limits: SessionLimits) throws(StoreError) {
        handle = try address.connect()
        patience = limits.patience
        notices.receive(from: handle)
        guard PQsetnonblocking(handle, 1) == 0, PQenterPipelineMode(handle) == 1 else {
            throw .unreachable(oneLine(PQerrorMessage(handle)))
        }
        do {
            try run(limits.settings)
        } catch {
            throw error.reason
        }
    }

    deinit { PQfinish(handle) }

    /// Queues the beginning of a transaction.
    func begin(_ sql: SQL) throws(ServerError) {
        hadConflict = false
        queuedFailure = nil
        try queue(sql)
    }

    /// How many warnings the server has sent with its answers.
    var warnings: Int { notices.count }

    /// Puts a statement in front of the next one that is run. Its rows are not wanted.
    func queue(_ sql: SQL) throws(ServerError) { try send(sql, isWanted: false) }

    /// Runs a statement, after those that are queued.
    /// - Throws: the error of the first of them that failed.
    @discardableResult func run(_ sql: SQL) throws(ServerError) -> Answer {
        try run([sql])[0]
    }

    /// Runs statements, after those that are queued, in one round trip.
    /// - Returns: the answer of each.
    /// - Throws: the error of the first that failed, and then none after it was executed.
    func run(_ statements: [SQL]) throws(ServerError) -> [Answer] {
        for sql in statements { try send(sql, isWanted: true) }
        try synchronise()
        return try answers()
    }

    /// Runs a statement, after those that are queued, and does not wait for the answer. The next
    /// statement waits for it first.
    func leave(_ sql: SQL) {
        do throws(ServerError) {
            try send(sql, isWanted: false)
            try synchronise()
            // What the kernel does not take at once goes out with the next statement.
            guard PQflush(handle) >= 0 else { throw lost() }
        } catch {
            // The connection is not used again, and the server ends what was open on it.
            lose(error.reason)
        }
    }

    private func send(_ sql: SQL, isWanted: Bool) throws(ServerError) {
        if let loss { throw ServerError(loss, .connectionLost) }
        // What was left is read first, so that the order of what is awaited stays that of libpq.
        if case .synchronisation = awaited.last { _ = try? answers() }
        if let loss { throw ServerError(loss, .connectionLost) }
        let values: BoundValues
        do throws(StoreError) { values = try BoundValues(sql.values) } catch {
            throw ServerError(error)
        }
        let key = StatementKey(text: sql.text, types: values.types)
        let name = try prepare(key, sql)
        let sent = values.withArguments { count, values, lengths, formats in
            PQsendQueryPrepared(handle, name, count, values, lengths, formats, 1)
        }
        guard sent == 1 else { throw lost() }
        awaited.append(.statement(key, isWanted: isWanted))
    }

    /// The name of a statement that the server has prepared, or was told to prepare.
    private func prepare(_ key: StatementKey, _ sql: SQL) throws(ServerError) -> String {
        if let statement = prepared[key] { return statement.name }
        let name = "s\(preparations)"
        preparations += 1
        let sent = PQsendPrepare(
            handle, name, sql.numberedText, CInt(key.types.count), key.types)
        guard sent == 1 else { throw lost() }
        awaited.append(.preparation(key))
        prepared[key] = SessionStatement(name: name)
        return name
    }

    private func synchronise() throws(ServerError) {
        guard PQpipelineSync(handle) == 1 else { throw lost() }
        awaited.append(.synchronisation)
    }

    /// Whether so many statements are prepared that a new connection is better.
    var isFull: Bool { prepared.count >= Self.preparedLimit }

    /// Reads all that is awaited.
    /// - Returns: the answers that are wanted.
    /// - Throws: the first error among them.
    private func answers() throws(ServerError) -> [Answer] {
        let deadline = Duration.sinceStart() + patience
        var answers: [Answer] = []
        var failure: ServerError?
        for awaited in awaited {
            do throws(ServerError) {
                switch awaited {
                case .synchronisation: try readSynchronisation(by: deadline)
                case .preparation(let key):
                    do throws(ServerError) { try read(key, isWanted: false, by: deadline) } catch {
                        prepared[key]?.isMade = false
                        throw error
                    }
                    prepared[key]?.isMade = true
                case .statement(let key, let isWanted):
                    let read = try read(key, isWanted: isWanted, by: deadline)
                    if isWanted { answers.append(read) }
                }
            } catch {
                if case .statement(_, isWanted: false) = awaited, failure == nil {
                    queuedFailure = error.reason
                }
                if failure == nil { failure = error }
                if error.consequence == .conflict { hadConflict = true }
                if error.consequence == .connectionLost {
                    lose(error.reason)
                    break
                }
            }
        }
        awaited = []
        prepared = prepared.filter { $0.value.isMade }
        if let failure { throw failure }
        return answers
    }

    private func readSynchronisation(by deadline: Duration) throws(ServerError) {
        guard let result = try nextResult(by: deadline) else { throw lost() }
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_PIPELINE_SYNC else { throw ServerError(result) }
    }

    /// Reads what was answered to one message: a result and its end.
    @discardableResult private func read(
        _ key: StatementKey, isWanted: Bool, by deadline: Duration
    ) throws(ServerError) -> Answer {
        guard let result = try nextResult(by: deadline) else { throw lost() }
        defer { PQclear(result) }
        var failure: ServerError?
        var answer = Answer()
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
            if isWanted {
                do throws(StoreError) { answer = try self.answer(in: result, key) } catch {
                    failure = ServerError(error)
                }
            }
        case PGRES_PIPELINE_ABORTED:
            // Of those after the one that failed, which tells why.
            failure = ServerError(.other("a statement before it failed"))
        default: failure = ServerError(result)
        }
        if failure?.consequence != .connectionLost {
            while let more = try nextResult(by: deadline) { PQclear(more) }
        }
        if let failure { throw failure }
        return answer
    }

    private func answer(
        in result: OpaquePointer, _ key: StatementKey
    ) throws(StoreError) -> Answer {
        var answer = Answer(command: String(cString: PQcmdStatus(result)))
        answer.count = Int(String(cString: PQcmdTuples(result))) ?? 0
        let count = PQnfields(result)
        guard count > 0 else { return answer }
        let columns =
            prepared[key]?.columns
            ?? (0..<count).map { String(cString: PQfname(result, $0)) }
        prepared[key]?.columns = columns
        var builder = ResultSet.Builder(columns: columns)
        for row in 0..<PQntuples(result) {
            for column in 0..<count {
                let value =
                    PQgetisnull(result, row, column) == 1
                    ? nil
                    : UnsafeRawBufferPointer(
                        start: PQgetvalue(result, row, column),
                        count: Int(PQgetlength(result, row, column)))
                try builder.append(value, of: PQftype(result, column))
            }
        }
        answer.rows = builder.rows()
        return answer
    }

    /// The next result; nil between two messages' results.
    private func nextResult(by deadline: Duration) throws(ServerError) -> OpaquePointer? {
        while PQisBusy(handle) == 1 { try waitForTheServer(until: deadline) }
        return PQgetResult(handle)
    }

    /// Sends what is still here, and waits until something comes.
    private func waitForTheServer(until deadline: Duration) throws(ServerError) {
        let unsent = PQflush(handle)
        guard unsent >= 0 else { throw lost() }
        let left = deadline - .sinceStart()
        guard left > .zero else {
            throw ServerError(
                .unreachable("the server did not answer for \(patience.components.seconds) s"),
                .connectionLost)
        }
        let events = unsent == 1 ? POLLIN | POLLOUT : POLLIN
        var descriptor = pollfd(fd: PQsocket(handle), events: Int16(events), revents: 0)
        let milliseconds = min(left / .milliseconds(1), Double(CInt.max) - 1)
        let ready = poll(&descriptor, 1, CInt(milliseconds) + 1)
        if ready > 0, CInt(descriptor.revents) & ~POLLOUT != 0 {
            guard PQconsumeInput(handle) == 1 else { throw lost() }
        }
    }

    private func lost() -> ServerError {
        ServerError(.unreachable(oneLine(PQerrorMessage(handle))), .connectionLost)
    }

    private func lose(_ reason: StoreError) { if loss == nil { loss = reason } }
}

/// Counts the warnings of a connection, which libpq would print on standard error.
private final class Notices {
    private(set) var count = 0

    /// The connection must not outlive this object.
    func receive(from handle: OpaquePointer) {
        PQsetNoticeReceiver(
            handle,
            { context, _ in
                // Safe because: the session holds this object for as long as the connection.
                Unmanaged<Notices>.fromOpaque(context!).takeUnretainedValue().count += 1
            }, Unmanaged.passUnretained(self).toOpaque())
    }
}

/// What finds a prepared statement: the server prepares one for each combination of types.
private struct StatementKey: Hashable {
    let text: String
    let types: [Oid]
}

/// A statement that the server has prepared on a connection.
private struct SessionStatement {
    let name: String
    /// The names of the columns of its result, once it gave one.
    var columns: [String]?
    /// Whether the server said so.
    var isMade = false
}

/// How long a session waits.
struct SessionLimits: Sendable {
    /// How long an answer may take before the connection is given up.
    let patience: Duration
    /// The longest that the server works on one statement, waiting for locks included; nil for as
    /// long as it takes.
    let statement: Duration?

    /// For requests. The server stops a statement before the client gives up. A node that stops
    /// in the middle of a transaction does not hold up others for longer.
    static let ofRequests = SessionLimits(patience: .seconds(20), statement: .seconds(10))
    /// For a change of the schema.
    static let ofMigrations = SessionLimits(patience: .seconds(24 * 3_600), statement: nil)

    /// The statement that tells the server.
    fileprivate var settings: SQL {
        let longest = "\((statement ?? .zero).components.seconds)s"
        return """
            SELECT set_config('client_min_messages', 'warning', false),
                set_config('statement_timeout', \(longest), false),
                set_config('idle_in_transaction_session_timeout', \(longest), false),
                set_config('synchronous_commit', CASE current_setting('synchronous_commit')
                    WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, false)
            """
    }
}
