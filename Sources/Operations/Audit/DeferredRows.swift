import IAMIdentifiers
import Store

/// The rows that ``DeferredWrites`` has not written yet. Of a thing that is used again and again,
/// the last use alone.
struct DeferredRows: Sendable {
    struct RoleInAccount: Hashable {
        let account: AccountID
        let id: UniqueID
    }

    private(set) var events: [AuditEventTable.Event] = []
    /// Those of the events' records.
    private(set) var bytes = 0
    /// The IDs of those events of which it is not known whether they were kept.
    private var uncertain: Set<ExactText> = []
    var keyUses: [AccessKeyID: AccessKey.LastUse] = [:]
    var roleUses: [RoleInAccount: Role.LastUse] = [:]
    var sessionUses: [ExactText: Timestamp] = [:]
    var serviceUses: [ServiceUse.Subject: ServiceUse] = [:]
    var scores: [AccountID: SecurityScore] = [:]

    /// The most rows of one kind.
    private var most: Int {
        max(
            max(events.count, keyUses.count, roleUses.count),
            max(sessionUses.count, serviceUses.count, scores.count))
    }

    var isEmpty: Bool { most == 0 }

    /// Whether there are so many rows of one kind, or so many bytes.
    func isFull(_ capacity: Int, bytes capacityInBytes: Int) -> Bool {
        bytes >= capacityInBytes || most >= capacity
    }

    mutating func append(_ event: AuditEventTable.Event) {
        events.append(event)
        bytes += event.record.utf8.count
    }

    /// Takes back rows that could not be written. What came meanwhile is later.
    /// - Parameter mayBeKept: whether the store was lost when it was to keep them, so that they may
    ///   be there all the same.
    mutating func putBack(_ earlier: DeferredRows, mayBeKept: Bool) {
        events = earlier.events + events
        uncertain.formUnion(earlier.uncertain)
        if mayBeKept { uncertain.formUnion(earlier.events.map { ExactText($0.id) }) }
        bytes += earlier.bytes
        keyUses.merge(earlier.keyUses) { later, _ in later }
        roleUses.merge(earlier.roleUses) { later, _ in later }
        sessionUses.merge(earlier.sessionUses) { later, _ in later }
        serviceUses.merge(earlier.serviceUses) { later, _ in later }
        scores.merge(earlier.scores) { later, _ in later }
    }

    /// What is written by itself: the records of each account, which its turn to write puts in
    /// order, and the rest.
    var parts: [DeferredRows] {
        var rest = self
        rest.events = []
        rest.bytes = 0
        let byAccount = Dictionary<AccountID, [AuditEventTable.Event]>(
            grouping: events, by: \.account)
        let records = byAccount.values.map { events in
            var part = DeferredRows()
            for event in events { part.append(event) }
            part.uncertain = uncertain.intersection(events.map { ExactText($0.id) })
            return part
        }
        return records + (rest.isEmpty ? [] : [rest])
    }

    /// Writes one of the ``parts``.
    func write(to database: any Database, _ auditLog: AuditLog) async throws {
        if let account = events.first?.account {
            try await auditLog.write(events, of: account, in: database) { [uncertain] event in
                uncertain.contains(ExactText(event.id))
            }
        } else {
            try await database.write { try write(in: $0) }
        }
    }

    /// Writes all but records.
    private func write(in transaction: any Transaction) throws {
        let keys = AccessKeyTable(transaction)
        for (key, use) in keyUses { try keys.setLastUse(use, of: key) }
        for (role, use) in roleUses {
            try RoleTable(transaction, of: role.account).setLastUse(use, of: role.id)
        }
        let sessions = WebSessionTable(transaction)
        for (hash, moment) in sessionUses { try sessions.setLastSeen(moment, of: hash.text) }
        for use in serviceUses.values {
            try ServiceUseTable(transaction, of: use.subject.account).record(use)
        }
        for (account, score) in scores {
            try SecurityScoreTable(transaction, of: account).record(score)
        }
    }
}
