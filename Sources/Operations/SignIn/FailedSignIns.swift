package import IAMIdentifiers
package import Logging
package import Store
import Synchronization

/// Writes the records of failed sign-ins, each before it is answered.
///
/// Anybody can cause such records, so an account gets at most ``perMinute``. Further failures are
/// counted, in the store as well, and one record says how many were left out.
package final class FailedSignIns: Sendable {
    /// Records of one account in one minute.
    package static let perMinute = 60
    private static let minute = Duration.seconds(60)

    private struct Window {
        let start: Duration
        var written = 0
        var leftOut = 0
    }

    /// What one more failure adds to an account's records.
    private struct Step: Sendable {
        let isWritten: Bool
        /// Left out in this minute so far.
        let leftOut: Int
        /// Left out in a minute that ended, and not recorded yet.
        let toSay: Int
    }

    private let database: any Database
    private let auditLog: AuditLog
    private let logger: Logger
    private let elapsed: @Sendable () -> Duration
    private let now: @Sendable () -> Timestamp
    private let windows = Mutex<[AccountID: Window]>([:])

    package init(
        database: any Database, auditLog: AuditLog, logger: Logger,
        elapsed: @escaping @Sendable () -> Duration, now: @escaping @Sendable () -> Timestamp
    ) {
        self.database = database
        self.auditLog = auditLog
        self.logger = logger
        self.elapsed = elapsed
        self.now = now
    }

    /// Records one failure, and returns when the record is on the disk. If the store fails, that is
    /// logged, and the sign-in has failed all the same.
    /// - Parameters:
    ///   - event: its record; nil when it belongs to no account of ours.
    ///   - isBounded: whether strangers cannot cause it, so that it is written however many others
    ///     there are.
    ///   - body: what is written with it.
    package func append(
        _ event: AuditEventTable.Event?, isBounded: Bool = false,
        with body: @escaping @Sendable (any Transaction) throws -> Void
    ) async {
        let step = isBounded ? nil : event.map { next(in: $0.account) }
        do {
            try await database.write(for: event?.account) { [self] transaction in
                try body(transaction)
                guard let event else { return }
                var chains = AuditChains(auditLog, in: transaction)
                guard let step else { return try chains.append(event) }
                try say(step.toSay, of: event.account, &chains)
                if step.isWritten { try chains.append(event) }
                try UnrecordedSignInTable(transaction).set(step.leftOut, of: event.account)
            }
        } catch {
            logger.error(
                "a failed sign-in could not be recorded", metadata: ["cause": "\(error)"])
            if let event, let step {
                count(step.toSay + (step.isWritten ? 1 : 0), leftOutOf: event.account)
            }
        }
    }

    /// Records what was left out in minutes that have ended.
    package func settle() async {
        let ended = windows.withLock { windows in
            let moment = elapsed()
            let ended = windows.filter { moment >= $0.value.start + Self.minute }
            for account in ended.keys { windows[account] = nil }
            return ended.filter { $0.value.leftOut > 0 }.mapValues(\.leftOut)
        }
        await say(ended)
    }

    /// Settles every ten seconds until the task is cancelled. The next server records what is left
    /// then.
    package func run() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.minute / 6)  // a cancelled sleep ends the loop
            await settle()
        }
    }

    /// Records what an earlier server left out and did not record.
    package func settleEarlier() async throws {
        await say(try await database.read { try UnrecordedSignInTable($0).all() })
    }

    private func say(_ leftOut: [AccountID: Int]) async {
        guard !leftOut.isEmpty else { return }
        for (account, number) in leftOut {
            do {
                try await database.write(for: account) { [self] transaction in
                    var chains = AuditChains(auditLog, in: transaction)
                    try say(number, of: account, &chains)
                    try UnrecordedSignInTable(transaction).set(0, of: account)
                }
            } catch {
                logger.error(
                    "the number of failed sign-ins could not be recorded",
                    metadata: ["cause": "\(error)"])
                count(number, leftOutOf: account)
            }
        }
    }

    /// A failure that the store did not take is counted in a later record.
    private func count(_ number: Int, leftOutOf account: AccountID) {
        windows.withLock { windows in
            windows[account, default: Window(start: elapsed())].leftOut += number
        }
    }

    private func say(
        _ count: Int, of account: AccountID, _ chains: inout AuditChains
    ) throws {
        guard count > 0 else { return }
        let facts = RequestFacts.ofServer(at: now())
        try chains.append(AuditEvent(failedSignInsLeftOut: count, of: account, facts).row)
    }

    private func next(in account: AccountID) -> Step {
        windows.withLock { windows in
            let moment = elapsed()
            var window = windows[account] ?? Window(start: moment)
            var toSay = 0
            if moment >= window.start + Self.minute {
                toSay = window.leftOut
                window = Window(start: moment)
            }
            let isWritten = window.written < Self.perMinute
            if isWritten { window.written += 1 } else { window.leftOut += 1 }
            windows[account] = window
            return Step(isWritten: isWritten, leftOut: window.leftOut, toSay: toSay)
        }
    }
}
