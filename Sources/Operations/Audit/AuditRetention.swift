package import IAMIdentifiers
import Logging
import Store
import StrictJSON

/// Deletes audit records that are older than the operator keeps them.
///
/// Only records go of which a digest was signed, and the digests stay. That they went is a record
/// of its own at the end of the chain, sealed as all are: it says which was the last, and by which
/// seal the next one follows it. So what was deleted in any other way is still found. See
/// `Decisions/0092`.
package struct AuditRetention: Sendable {
    /// Records that are deleted at once, so that others can write in between.
    static let batch = 2_000
    /// How often the server looks for records that are too old.
    private static let interval = Duration.seconds(3_600)

    private let services: Services
    private let age: Duration
    private let targets: [String]

    /// - Parameters:
    ///   - days: for how long records are kept.
    ///   - targets: the sinks that have to have a record before it goes.
    package init(_ services: Services, days: Int, targets: [String] = []) {
        self.services = services
        age = .seconds(86_400 * days)
        self.targets = targets
    }

    /// Deletes until the task is cancelled.
    package func run() async {
        while !Task.isCancelled {
            do {
                for account in try await AuditLog.accounts(in: services.database) {
                    try await expire(account)
                }
            } catch {
                services.logger.error(
                    "old audit records cannot be deleted; see `gatehouse help audit expire`",
                    metadata: ["cause": "\(error)"])
            }
            try? await Task.sleep(for: Self.interval)  // a cancelled sleep ends the loop
        }
    }

    /// Deletes an account's records that are too old, some at a time.
    /// - Returns: how many there were.
    @discardableResult package func expire(_ account: AccountID) async throws -> Int {
        let moment = services.now() - age
        var count = 0
        while !Task.isCancelled {
            let deleted = try await expireSome(of: account, before: moment)
            count += deleted
            guard deleted >= Self.batch else { break }
        }
        return count
    }

    private func expireSome(
        of account: AccountID, before moment: Timestamp
    ) async throws -> Int {
        let (now, auditLog) = (services.now(), services.auditLog)
        return try await services.database.write(for: account) { [targets] transaction in
            let events = AuditEventTable(transaction)
            let unchained = try events.deleteOutsideChain(
                of: account, before: moment, limit: Self.batch)
            guard unchained == 0,
                let digest = try AuditDigestTable(transaction).latest(of: account, before: moment),
                let first = try events.firstPlace(of: account), first <= digest.lastSequence
            else { return unchained }
            let delivered = try targets.map { target in
                try AuditDeliveryTable(transaction, to: target).find(account) ?? 0
            }
            let place = min(
                first + Self.batch - 1, digest.lastSequence, delivered.min() ?? .max)
            guard place >= first else { return 0 }
            guard let last = try events.link(of: account, at: place) else {
                throw StoreError.other("a record is gone; see `gatehouse audit verify`")
            }
            let deleted = try events.delete(of: account, until: place)
            var chains = AuditChains(auditLog, in: transaction)
            try chains.append(
                AuditEvent(
                    ofServer: ExpiredRecords.eventName, in: account, at: now,
                    additional: ExpiredRecords(last: last).json(
                        digest: digest.number, before: moment)
                ).row)
            return deleted
        }
    }
}

/// What is told of an account's records that were deleted because they were too old.
struct ExpiredRecords {
    static let eventName = "AuditRecordsExpired"

    /// That of the last one.
    let last: AuditLink

    init(last: AuditLink) { self.last = last }

    /// From the record that tells it.
    init?(_ event: AuditEventTable.Event) {
        guard event.name.isExactly(Self.eventName),
            let fields = try? JSONReader.read(Array(event.record.utf8)).members,
            fields["eventSource"]?.text?.isExactly(AuditEvent.serverSource) == true,
            let told = fields["additionalEventData"]?.members,
            let place = told["lastRecord"]?.integer,
            let seal = told["lastRecordSeal"]?.text.flatMap({ Hexadecimal.bytes(of: $0) })
        else { return nil }
        last = AuditLink(sequence: place, seal: seal)
    }

    /// The value of `additionalEventData`.
    func json(digest number: Int, before moment: Timestamp) -> String {
        var object = JSONObject()
        object.json("lastRecord", String(last.sequence))
        object.string("lastRecordSeal", Hexadecimal.text(of: last.seal))
        object.json("digestNumber", String(number))
        object.string("olderThan", moment.iso8601)
        return object.text
    }

    /// What was told last of an account; nil where nothing was deleted.
    static func find(of account: AccountID, in transaction: any Transaction) throws -> Self? {
        try AuditEventTable(transaction).latestInChain(named: eventName, of: account)
            .flatMap { Self($0) }
    }
}
