import IAMIdentifiers
import Logging
import Store

/// Gives the accounts' audit records to a sink, each at least once and in the order of its chain.
///
/// The store is the queue: what was given is remembered as a place in each chain, so nothing waits
/// in memory but the records that are being given, and nothing is lost while the sink is out of
/// reach. Accounts take turns. See `Decisions/0092`.
package actor AuditDelivery {
    /// Bytes of records that are given at once, unless a single one is longer.
    static let pageBytes = 1 << 20
    /// Accounts that are looked for at once.
    private static let accountsAtOnce = 100
    /// How long a claim holds. A sink takes records, or gives up, in less as a rule; if it does
    /// not, another server may give it the same.
    static let lease = Duration.seconds(30)
    /// How long records wait that the sink did not take.
    static let delay = Duration.seconds(5)
    /// The shortest and the longest pause after a try that failed.
    static let pauses = Duration.seconds(1)...Duration.seconds(60)
    /// How long records are given that wait when the server stops. The others wait on.
    static let farewell = Duration.seconds(5)
    /// How long nothing more is said of what goes on failing.
    static let silence = Duration.seconds(3_600)

    private let services: Services
    private let sink: any AuditSink
    /// Whose turn was last in this round.
    private var last: AccountID?
    /// The pause after the last try, which failed; nil when it did not.
    private var pause: Duration?
    /// Whose records were not taken, when that was said last; nil when nothing is wrong.
    private var trouble: (account: AccountID, saidAt: Timestamp)?
    /// When giving ends, by the time that the server runs; nil until it stops.
    private var end: Duration?

    package init(_ services: Services, to sink: any AuditSink) {
        self.services = services
        self.sink = sink
    }

    /// Delivers until the task is cancelled, and then once more what waits for others.
    package func run() async {
        while !Task.isCancelled {
            let isMore = await turn()
            if let pause {
                try? await Task.sleep(for: pause)  // a cancelled sleep ends the loop
            } else if !isMore {
                try? await Task.sleep(for: sink.interval)
            }
        }
        // A sink that is out of reach does not hold the end of the server up.
        guard pause == nil else { return }
        end = services.elapsed() + Self.farewell
        await Task { while await turn() {} }.value
    }

    /// Gives the sink some of what waits.
    /// - Returns: whether there is more to give now.
    @discardableResult package func turn() async -> Bool {
        do {
            var due = try await due(after: last)
            if due.isEmpty, last != nil { due = try await self.due(after: nil) }
            last = due.count == Self.accountsAtOnce ? due.last : nil
            var isMore = last != nil
            for account in due {
                if let end, services.elapsed() >= end { return false }
                do {
                    if try await deliver(account) { isMore = true }
                    pause = nil
                    recovered(account)
                } catch {
                    last = account
                    failed(account, error)
                    return false
                }
            }
            return isMore
        } catch {
            // What a store that fails is about, StoreWatch says.
            backOff()
            return false
        }
    }

    private func backOff() {
        pause = min(pause.map { $0 * 2 } ?? Self.pauses.lowerBound, Self.pauses.upperBound)
    }

    private func failed(_ account: AccountID, _ error: any Error) {
        backOff()
        let now = services.now()
        if let trouble, now < trouble.saidAt + Self.silence { return }
        trouble = (account, now)
        services.logger.error(
            "audit records cannot be delivered and wait",
            metadata: [
                "target": "\(sink.target)", "account": "\(account)", "cause": "\(error)",
            ])
    }

    private func recovered(_ account: AccountID) {
        guard trouble?.account == account else { return }
        trouble = nil
        services.logger.notice(
            "audit records are delivered again", metadata: ["target": "\(sink.target)"])
    }

    private func due(after account: AccountID?) async throws -> [AccountID] {
        let (now, target) = (services.now(), sink.target)
        return try await services.database.read { transaction in
            try AuditDeliveryTable(transaction, to: target).due(
                at: now, after: account, limit: Self.accountsAtOnce)
        }
    }

    /// Gives a page of an account's records.
    /// - Returns: whether there may be more.
    private func deliver(_ account: AccountID) async throws -> Bool {
        guard let place = try await claim(account) else { return false }
        do {
            let (records, isWhole) = try await records(of: account, after: place)
            if !records.isEmpty {
                try await sink.take(records, of: account)
                services.metrics.delivered(records.count, to: sink.target)
            }
            try await settle(account, at: records.last?.place ?? place, until: nil)
            return !isWhole
        } catch {
            services.metrics.delivered(nil, to: sink.target)
            // If this fails too, the claim ends by itself.
            try? await settle(account, at: place, until: services.now() + Self.delay)
            throw error
        }
    }

    /// - Returns: the place after which there are records to be given; nil when another server
    ///   gives them.
    private func claim(_ account: AccountID) async throws -> Int? {
        let (now, sink) = (services.now(), sink)
        return try await services.database.write(for: account) { transaction -> Int? in
            let table = AuditDeliveryTable(transaction, to: sink.target)
            var place = try table.find(account)
            if place == nil, let reach = sink.reach {
                place = try AuditEventTable(transaction).lastPlace(of: account, before: now - reach)
            }
            let isClaimed = try table.claim(
                account, at: now, until: now + Self.lease, from: place ?? 0)
            return isClaimed ? place ?? 0 : nil
        }
    }

    /// - Returns: the records, and whether they are all that there are now.
    private func records(
        of account: AccountID, after place: Int
    ) async throws -> ([DeliveredRecord], isWhole: Bool) {
        let records = try await services.auditLog.records(
            of: account, after: place, in: services.database
        ).map(DeliveredRecord.init)
        var bytes = 0
        let page = records.prefix { record in
            defer { bytes += record.record.utf8.count }
            return bytes == 0 || bytes + record.record.utf8.count <= Self.pageBytes
        }
        return (Array(page), page.count < AuditLog.page && page.count == records.count)
    }

    /// - Parameter next: before which the account has no other turn; nil for none.
    private func settle(_ account: AccountID, at place: Int, until next: Timestamp?) async throws {
        let target = sink.target
        try await services.database.write(for: account) { transaction in
            try AuditDeliveryTable(transaction, to: target).settle(
                account, at: place, until: next)
        }
    }
}
