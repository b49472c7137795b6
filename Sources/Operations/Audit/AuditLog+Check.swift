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
    /// The last link of the chain, as far as it goes.
    package internal(set) var last: AuditLink?
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
    private static let page = 500

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
    package func check(_ account: AccountID, in database: any Database) async throws -> AuditCheck {
        let (head, outside) = try await database.read { transaction in
            (
                try AuditHeadTable(transaction).find(account),
                try AuditEventTable(transaction).countOutsideChain(of: account)
            )
        }
        var walk = AuditWalk(self, account, until: head?.sequence ?? .max)
        while walk.goesOn {
            let last = walk.sequence
            let records = try await database.read { transaction in
                try AuditEventTable(transaction).chain(
                    of: account, after: last, limit: Self.page
                ).map { ChainedEvent(event: $0.event, link: $0.link) }
            }
            walk.take(records, isLast: records.count < Self.page)
        }
        return walk.finished(head: head, outside: outside)
    }
}

/// A record and its place.
private struct ChainedEvent: Sendable {
    let event: AuditEventTable.Event
    let link: AuditLink
}

/// How far a check has come.
private struct AuditWalk {
    private let log: AuditLog
    private let end: Int
    private var check: AuditCheck
    private var last: ChainedEvent?
    private(set) var goesOn = true

    init(_ log: AuditLog, _ account: AccountID, until end: Int) {
        self.log = log
        self.end = end
        check = AuditCheck(account: account)
    }

    /// The place of the last record that was looked at.
    var sequence: Int { last?.link.sequence ?? 0 }

    private var lastName: AuditEventName? { last.map { AuditEventName($0.event) } }

    mutating func take(_ records: [ChainedEvent], isLast: Bool) {
        for record in records {
            guard record.link.sequence <= end else {
                goesOn = false
                return
            }
            look(at: record)
            last = record
        }
        if isLast { goesOn = false }
    }

    private mutating func look(at record: ChainedEvent) {
        check.count += 1
        let name = AuditEventName(record.event)
        let place = record.link.sequence
        guard place == sequence + 1 else {
            check.add(.missing(sequence + 1...place - 1, after: lastName, before: name))
            // What came before it is not known, so only the next one tells whether it is whole.
            return
        }
        if !log.isWhole(record.event, at: record.link, after: last?.link.seal) {
            check.add(.changed(place, name))
        }
    }

    mutating func finished(head: AuditLink?, outside: Int) -> AuditCheck {
        if let head, head.sequence > sequence {
            check.add(.cut(sequence + 1...head.sequence, after: lastName))
        } else if head != last?.link {
            check.add(.head)
        }
        check.outsideChain = outside
        check.last = last?.link
        return check
    }
}
