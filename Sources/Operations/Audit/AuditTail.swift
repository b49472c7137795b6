package import IAMIdentifiers
import Store

/// The latest audit records of one account or of all, and those that come after them.
package struct AuditTail: Sendable {
    private let account: AccountID?
    private let services: Services
    /// The place of each account's last record that was told.
    private var places: [AccountID: Int] = [:]

    /// - Parameter account: nil for all.
    package init(of account: AccountID?, in services: Services) {
        self.account = account
        self.services = services
    }

    /// The latest records, in the order of their time.
    package mutating func latest(_ count: Int) async throws -> [String] {
        var latest: [AuditEventTable.Event] = []
        for (account, end) in try await heads() {
            places[account] = end
            latest += try await services.database.read(for: account) { transaction in
                try AuditEventTable(transaction).chain(
                    of: account, after: end - count, limit: count
                ).filter { $0.link.sequence <= end }.map(\.event)
            }
            latest = Array(Self.inOrder(latest).suffix(count))
        }
        return latest.map(\.record)
    }

    /// The records that came since it was asked last, in the order of their time.
    package mutating func more() async throws -> [String] {
        var more: [AuditEventTable.Event] = []
        for (account, end) in try await heads() {
            var place = places[account] ?? 0
            while place < end {
                let page = try await services.auditLog.records(
                    of: account, after: place, in: services.database)
                more += page.map(\.event)
                place = page.last?.link.sequence ?? end
            }
            places[account] = place
        }
        return Self.inOrder(more).map(\.record)
    }

    /// The place of the last record of each account.
    private func heads() async throws -> [(AccountID, Int)] {
        try await services.database.read { [account] transaction in
            let table = AuditHeadTable(transaction)
            let accounts = try account.map { [$0] } ?? table.accounts(after: nil, limit: .max)
            return try accounts.compactMap { account in
                try table.find(account).map { (account, $0.sequence) }
            }
        }
    }

    /// Records of one moment stay as they are.
    private static func inOrder(_ events: [AuditEventTable.Event]) -> [AuditEventTable.Event] {
        events.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }
}
