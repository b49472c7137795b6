package import IAMIdentifiers
package import Logging
package import Store
import Synchronization

/// Rows that are written after a request was answered: the audit records of reads and refusals,
/// which commit nothing themselves, the last use of access keys, roles, web sessions and actions,
/// and how well accounts are secured.
///
/// They are written in batches, within ``interval``. The request that fills the buffer writes it at
/// once, so that the buffer is bounded and nothing is dropped. When a write fails, a pause follows
/// in which no request tries; each pause is twice as long as the last.
package actor DeferredWrites {
    /// The longest that a record waits.
    package static let interval = Duration.milliseconds(250)
    /// Records held before one request must wait for a write.
    package static let capacity = 1_000
    /// Records held at most, while the store takes none.
    package static let limit = 10 * capacity
    /// Bytes of records held before one request must wait for a write, and at most.
    package static let byteCapacity = 8 << 20
    package static let byteLimit = 8 * byteCapacity

    /// The shortest and the longest pause after a try that failed.
    static let pauses = Duration.milliseconds(500)...Duration.seconds(8)

    private let database: any Database
    private let auditLog: AuditLog
    private let logger: Logger
    private let now: @Sendable () -> ContinuousClock.Instant
    private let due: @Sendable (_ isLast: Bool) -> [AuditEventTable.Event]
    /// The pause after the last try, which failed, and its end; nil when it did not.
    private var pause: (length: Duration, end: ContinuousClock.Instant)?
    /// The rows that wait. To add one takes no turn of the actor.
    private nonisolated let rows = Mutex(DeferredRows())
    /// Work of its own transactions that waits.
    private var works: [@Sendable () async throws -> Void] = []

    /// - Parameters:
    ///   - now: the time that pauses are measured by. Tests fix it.
    ///   - due: asked before each try for records that no request brings; the last time for all
    ///     that are left.
    package init(
        database: any Database, auditLog: AuditLog, logger: Logger,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
        due: @escaping @Sendable (_ isLast: Bool) -> [AuditEventTable.Event] = { _ in [] }
    ) {
        self.database = database
        self.auditLog = auditLog
        self.logger = logger
        self.now = now
        self.due = due
    }

    /// Records that wait to be written.
    nonisolated var waitingCount: Int { rows.withLock { $0.events.count } }

    /// - Throws: `ServiceUnavailable` when the store has not taken any for so long that no more can
    ///   be remembered: what cannot be recorded is not answered.
    package nonisolated func append(_ event: AuditEventTable.Event) async throws {
        let isFull = try rows.withLock { rows throws(IAMError) in
            guard rows.events.count < Self.limit, rows.bytes < Self.byteLimit else {
                throw .serviceUnavailable
            }
            rows.append(event)
            return Self.isFull(rows)
        }
        if isFull { await flushUnlessPaused() }
    }

    /// Writes the records of an answer that nobody may have before they are kept. They wait for
    /// nothing that waits here.
    /// - Throws: why they were not kept, or may not have been.
    package nonisolated func write(_ events: [AuditEventTable.Event]) async throws {
        for event in events { try await auditLog.write([event], of: event.account, in: database) }
    }

    package nonisolated func use(of key: AccessKeyID, _ use: AccessKey.LastUse) async {
        if notes({ $0.keyUses[key] = use }) { await flushUnlessPaused() }
    }

    package nonisolated func use(
        ofRole role: UniqueID, in account: AccountID, _ use: Role.LastUse
    ) async {
        if notes({ $0.roleUses[.init(account: account, id: role)] = use }) {
            await flushUnlessPaused()
        }
    }

    /// - Parameter session: the hash of its token.
    package nonisolated func use(ofSession session: String, at moment: Timestamp) async {
        if notes({ $0.sessionUses[session] = moment }) { await flushUnlessPaused() }
    }

    package nonisolated func use(_ use: ServiceUse) async {
        if notes({ $0.serviceUses[use.subject] = use }) { await flushUnlessPaused() }
    }

    /// Has something done after the request was answered, in a transaction of its own. If it fails,
    /// that is logged and it is not tried again.
    /// - Returns: false when too much waits already.
    func later(_ work: @escaping @Sendable () async throws -> Void) -> Bool {
        guard works.count < Self.capacity else { return false }
        works.append(work)
        return true
    }

    /// - Parameter isLast: whether what is left after a failure is given up, so that nobody waits
    ///   for it when the server stops.
    private func runWorks(_ isLast: Bool) async {
        let works = works
        self.works = []
        for work in works {
            do {
                try await work()
            } catch {
                logger.error(
                    "what was to follow an answer failed", metadata: ["cause": "\(error)"])
                if isLast { return }
            }
        }
    }

    /// Keeps how well an account is secured, if that is another answer than the one before.
    package nonisolated func measured(_ score: SecurityScore, of account: AccountID) async {
        if notes({ $0.scores[account] = score }) { await flushUnlessPaused() }
    }

    /// Notes something among the rows that wait.
    /// - Returns: whether there are so many that they have to be written now.
    private nonisolated func notes(_ note: (inout DeferredRows) -> Void) -> Bool {
        rows.withLock { rows in
            note(&rows)
            return Self.isFull(rows)
        }
    }

    private static func isFull(_ rows: DeferredRows) -> Bool {
        rows.isFull(capacity, bytes: byteCapacity)
    }

    private func flushUnlessPaused() async {
        if let pause, now() < pause.end { return }
        await flush()
    }

    /// Writes the rows that wait, and returns when they are kept. Rows that could not be written go
    /// on waiting.
    package func flush(isLast: Bool = false) async {
        await writeRows(isLast)
        await runWorks(isLast)
    }

    private func writeRows(_ isLast: Bool) async {
        // They are few, and no other record has these counts.
        let counts = due(isLast)
        let waiting = rows.withLock { rows in
            for event in counts { rows.append(event) }
            defer { rows = DeferredRows() }
            return rows
        }
        guard !waiting.isEmpty else { return }
        // At once, so that an engine that commits what waits together does so.
        let left = await withTaskGroup(of: UnwrittenRows?.self) { group in
            for part in waiting.parts {
                group.addTask { [database, auditLog] in
                    do {
                        try await part.write(to: database, auditLog)
                        return nil
                    } catch {
                        return UnwrittenRows(rows: part, cause: error)
                    }
                }
            }
            var left: [UnwrittenRows] = []
            for await failure in group { if let failure { left.append(failure) } }
            return left
        }
        for part in left {
            var mayBeKept = false
            if case StoreError.uncertain = part.cause { mayBeKept = true }
            rows.withLock { [mayBeKept] in $0.putBack(part.rows, mayBeKept: mayBeKept) }
        }
        if let failure = left.first { backOff(failure.cause) } else { resume() }
    }

    /// Begins a pause, and says so when it is the first.
    private func backOff(_ error: any Error) {
        if pause == nil {
            logger.error(
                "audit records cannot be written and wait", metadata: ["cause": "\(error)"])
        }
        let next = (pause?.length).map { $0 * 2 } ?? Self.pauses.lowerBound
        let length = min(next, Self.pauses.upperBound)
        pause = (length, now() + length)
    }

    /// Ends the pauses, and says so when there was one.
    private func resume() {
        guard pause != nil else { return }
        pause = nil
        logger.notice("audit records are written again")
    }

    /// Writes on until the task is cancelled, and then once more.
    package func run() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.interval)  // a cancelled sleep ends the loop
            await flushUnlessPaused()
        }
        await flush(isLast: true)
    }
}

/// Rows that were not written, and why.
private struct UnwrittenRows {
    let rows: DeferredRows
    let cause: any Error
}
