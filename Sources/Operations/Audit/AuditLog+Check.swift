package import IAMIdentifiers
package import Store

/// One thing that is wrong with an account's audit record.
package enum AuditFault: Sendable, Equatable {
    /// Records were taken out, from the first of these places to the last.
    case missing(ClosedRange<Int>, after: AuditEventName?, before: AuditEventName)
    /// The record is not the one that was written, or not in its place.
    case changed(Int, AuditEventName)
    /// The last records were taken out, from this place to that one.
    case cut(ClosedRange<Int>, after: AuditEventName?)
    /// The end of the chain is not the last record's.
    case head
    /// The record at this place is not the one of which a digest was signed.
    case otherThanDigest(Int, number: Int)
    /// The digest of this number was not signed by this server.
    case digest(number: Int)
    /// Digests were taken out: the one of this number does not follow the one before it.
    case missingDigest(before: Int)
}

/// What an operator finds a record by.
package struct AuditEventName: Sendable, Equatable, CustomStringConvertible {
    package let id: String
    package let name: String
    package let at: Timestamp

    init(_ event: AuditEventTable.Event) {
        id = event.id
        name = event.name
        at = event.at
    }

    package var description: String { "\(id) (\(name), \(at.iso8601))" }
}

/// What was found about an account's audit record.
package struct AuditCheck: Sendable, Equatable {
    package let account: AccountID
    /// Records in the chain.
    package internal(set) var count = 0
    /// Records in no chain: those of before there were chains.
    package internal(set) var outsideChain = 0
    /// Records that were deleted because they were too old.
    package internal(set) var expired = 0
    /// Digests that were signed by this server, those that were kept elsewhere among them.
    package internal(set) var digests = 0
    /// At most ``most`` of them.
    package internal(set) var faults: [AuditFault] = []
    /// How many faults there are.
    package internal(set) var faultCount = 0

    /// Faults that are told one by one.
    package static let most = 100

    init(account: AccountID) { self.account = account }

    mutating func add(_ fault: AuditFault) {
        faultCount += 1
        if faults.count < Self.most { faults.append(fault) }
    }
}

extension AuditLog {
    /// Records that are read at once.
    static let page = 500

    /// The next records of an account's chain after a place, a page of them.
    func records(
        of account: AccountID, after place: Int, in database: any Database
    ) async throws -> [ChainedEvent] {
        try await database.read(for: account) { transaction in
            try AuditEventTable(transaction).chain(
                of: account, after: place, limit: Self.page
            ).map { ChainedEvent(event: $0.event, link: $0.link) }
        }
    }

    /// Reads an account's records at these places of its chain, and gives them to `body`, some at
    /// a time.
    package func export(
        _ account: AccountID, _ places: ClosedRange<Int>, from database: any Database,
        _ body: ([DeliveredRecord]) async throws -> Void
    ) async throws {
        var last = places.lowerBound - 1
        while true {
            let page = try await records(of: account, after: last, in: database)
                .filter { $0.link.sequence <= places.upperBound }
            if !page.isEmpty { try await body(page.map(DeliveredRecord.init)) }
            guard let end = page.last?.link.sequence, end < places.upperBound else { return }
            last = end
        }
    }

    /// The accounts that have audit records in chains.
    package static func accounts(in database: any Database) async throws -> [AccountID] {
        var accounts: [AccountID] = []
        while true {
            let last = accounts.last
            let more = try await database.read {
                try AuditHeadTable($0).accounts(after: last, limit: page)
            }
            accounts += more
            if more.count < page { return accounts }
        }
    }

    /// Goes through an account's audit record and looks whether each record is the one that was
    /// written, in its place.
    ///
    /// Records may be added meanwhile: the check ends at the end that the chain had when it began.
    /// - Parameter kept: digests that were kept elsewhere, of this account or of others.
    package func check(
        _ account: AccountID, in database: any Database, against kept: [SignedDigest] = []
    ) async throws -> AuditCheck {
        let (head, outside, stored, expired) = try await database.read { transaction in
            (
                try AuditHeadTable(transaction).find(account),
                try AuditEventTable(transaction).countOutsideChain(of: account),
                try AuditDigestTable(transaction).list(of: account, after: 0, limit: .max),
                try ExpiredRecords.find(of: account, in: transaction)
            )
        }
        let digests = check(stored.map(SignedDigest.init), kept.filter { $0.account == account })
        var walk = AuditWalk(
            self, account, after: expired?.last, until: head?.sequence ?? .max, digests)
        while walk.goesOn {
            let records = try await records(of: account, after: walk.position, in: database)
            walk.take(records, isLast: records.count < Self.page)
        }
        return walk.finished(head: head, outside: outside)
    }
}

/// A record and its place.
struct ChainedEvent: Sendable {
    let event: AuditEventTable.Event
    let link: AuditLink
}

/// How far a check has come.
private struct AuditWalk {
    private let log: AuditLog
    private let end: Int
    /// Of which records digests were signed, by their places.
    private let signed: [Int: [SignedDigest]]
    private var check: AuditCheck
    /// Where the walk is; nil before the first record that there ever was.
    private var last: AuditLink?
    /// Nil before the first record that there is.
    private var lastName: AuditEventName?
    private(set) var goesOn = true

    /// - Parameter expired: the last record that was deleted because it was too old. The record
    ///   that tells so is among those to come, and has to be whole itself.
    init(
        _ log: AuditLog, _ account: AccountID, after expired: AuditLink?, until end: Int,
        _ digests: (signed: [SignedDigest], faults: [AuditFault])
    ) {
        self.log = log
        self.end = end
        signed = Dictionary<Int, [SignedDigest]>(grouping: digests.signed, by: \.lastRecord)
        check = AuditCheck(account: account)
        check.digests = digests.signed.count
        check.expired = expired?.sequence ?? 0
        last = expired
        for fault in digests.faults { check.add(fault) }
    }

    /// The place of the last record that was looked at.
    private(set) var position = 0

    /// The place behind which the chain goes on.
    private var sequence: Int { last?.sequence ?? 0 }

    mutating func take(_ records: [ChainedEvent], isLast: Bool) {
        for record in records {
            guard record.link.sequence <= end else {
                goesOn = false
                return
            }
            position = record.link.sequence
            let name = AuditEventName(record.event)
            guard position > sequence else {
                // Somebody put a record where those were that were deleted.
                check.add(.changed(position, name))
                continue
            }
            look(at: record, name)
            last = record.link
            lastName = name
        }
        if isLast { goesOn = false }
    }

    private mutating func look(at record: ChainedEvent, _ name: AuditEventName) {
        check.count += 1
        let place = record.link.sequence
        for digest in signed[place] ?? [] where digest.seal != record.link.seal {
            check.add(.otherThanDigest(place, number: digest.number))
        }
        guard place == sequence + 1 else {
            check.add(.missing(sequence + 1...place - 1, after: lastName, before: name))
            // What came before it is not known, so only the next one tells whether it is whole.
            return
        }
        if !log.isWhole(record.event, at: record.link, after: last?.seal) {
            check.add(.changed(place, name))
        }
    }

    mutating func finished(head: AuditLink?, outside: Int) -> AuditCheck {
        // Whoever puts the end of the chain back has digests against them.
        let end = max(head?.sequence ?? 0, signed.keys.max() ?? 0)
        if end > sequence {
            check.add(.cut(sequence + 1...end, after: lastName))
        } else if head != last {
            check.add(.head)
        }
        check.outsideChain = outside
        return check
    }
}
