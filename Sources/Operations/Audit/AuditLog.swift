package import Credentials
import IAMIdentifiers
import Store

/// Chains the audit records of each account: a record is sealed together with its place and with
/// the seal of the one before it. So none can be changed, taken out, added or moved without its
/// being found; see ``check(_:in:)``.
package struct AuditLog: Sendable {
    let seals: RecordSealer

    package init(_ seals: RecordSealer) { self.seals = seals }

    /// Adds records to the end of an account's chain, in a transaction of their own.
    /// - Parameter mayBeKept: whether a record may be in the chain already, which is then left.
    func write(
        _ events: [AuditEventTable.Event], of account: AccountID, in database: any Database,
        mayBeKept: @escaping @Sendable (AuditEventTable.Event) -> Bool = { _ in false }
    ) async throws {
        try await database.write(for: account) { transaction in
            var chains = AuditChains(self, in: transaction)
            let table = AuditEventTable(transaction)
            for event in events {
                if mayBeKept(event), try table.contains(event.id, of: account) { continue }
                try chains.append(event)
            }
        }
    }

    /// The place of a record that follows another one.
    func link(
        _ event: AuditEventTable.Event, after last: AuditLink?
    ) throws -> AuditLink {
        let sequence = (last?.sequence ?? 0) + 1
        let seal = try seals.seal(Self.bytes(of: event, at: sequence, after: last?.seal))
        return AuditLink(sequence: sequence, seal: seal)
    }

    /// Whether a record is what was sealed at this place, after the record with that seal.
    func isWhole(
        _ event: AuditEventTable.Event, at link: AuditLink, after seal: [UInt8]?
    ) -> Bool {
        seals.isSeal(link.seal, of: Self.bytes(of: event, at: link.sequence, after: seal))
    }

    /// What is sealed: each part behind its length in bytes, so that none can reach into the next.
    /// A part that is null has the length -1.
    private static func bytes(
        of event: AuditEventTable.Event, at sequence: Int, after seal: [UInt8]?
    ) -> [UInt8] {
        var bytes = SealedBytes(capacity: event.record.utf8.count + 512)
        bytes.add(seal)
        bytes.add(sequence)
        bytes.add(event.account.description)
        bytes.add(event.id)
        bytes.add(Int(event.at.microseconds))
        bytes.add(event.name)
        bytes.add(event.record)
        bytes.add(event.source)
        bytes.add(event.isReadOnly.map { $0 ? 1 : 0 })
        bytes.add(event.userName)
        bytes.add(event.accessKeyID)
        bytes.add(event.resourcesText)
        return bytes.all
    }
}

/// Parts, one after the other, each behind its length.
private struct SealedBytes {
    private(set) var all: [UInt8] = []

    init(capacity: Int) { all.reserveCapacity(capacity) }

    mutating func add(_ bytes: [UInt8]?) {
        addLength(bytes?.count)
        all += bytes ?? []
    }

    mutating func add(_ text: String?) {
        addLength(text?.utf8.count)
        if let text { all += text.utf8 }
    }

    mutating func add(_ number: Int?) {
        addLength(number == nil ? nil : 8)
        if let number { addLength(number) }
    }

    private mutating func addLength(_ length: Int?) {
        withUnsafeBytes(of: Int64(length ?? -1).bigEndian) { all += $0 }
    }
}

/// The ends of the chains that one transaction adds to.
struct AuditChains {
    private let log: AuditLog
    private let transaction: any Transaction
    /// As far as they are known; nil for an account that has none.
    private var heads: [AccountID: AuditLink?] = [:]

    init(_ log: AuditLog, in transaction: any Transaction) {
        self.log = log
        self.transaction = transaction
    }

    /// Reads the end of an account's chain, which a record may follow later in the transaction.
    mutating func find(_ account: AccountID) throws {
        heads[account] = try AuditHeadTable(transaction).find(account)
    }

    /// Adds a record to the end of its account's chain. The transaction has to hold the account's
    /// turn to write.
    mutating func append(_ event: AuditEventTable.Event) throws {
        if heads[event.account] == nil { try find(event.account) }
        let link = try log.link(event, after: heads[event.account] ?? nil)
        try AuditEventTable(transaction).append(event, link)
        try AuditHeadTable(transaction).set(link, of: event.account)
        heads[event.account] = link
    }
}
