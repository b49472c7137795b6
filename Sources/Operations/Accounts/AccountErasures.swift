package import IAMIdentifiers
import Logging
import Store

/// Erases closed accounts whose time has come.
///
/// Each table is a transaction of its own, so that a large account keeps nobody waiting. The last
/// one takes the owner's name and address from the account's row and writes the record, which says
/// how many rows of each table were deleted. A server that stops in between goes on when it starts.
package struct AccountErasures: Sendable {
    /// How often is looked for accounts whose time has come.
    package static let interval = Duration.seconds(3_600)
    private static let atOnce = 100

    private let services: Services

    package init(_ services: Services) { self.services = services }

    /// Erases every account that was closed 90 days ago or longer.
    /// - Returns: which.
    @discardableResult
    package func eraseDue() async throws -> [AccountID] {
        let now = services.now()
        let due = try await services.database.read {
            try AccountTable($0).closed(
                until: now - AccountClosure.postClosurePeriod, limit: Self.atOnce)
        }
        for account in due { try await erase(account.id, at: now) }
        return due.map(\.id)
    }

    /// Looks for such accounts until the task is cancelled.
    package func run() async {
        while !Task.isCancelled {
            do {
                try await eraseDue()
            } catch {
                services.logger.error(
                    "closed accounts could not be erased", metadata: ["cause": "\(error)"])
            }
            try? await Task.sleep(for: Self.interval)  // a cancelled sleep ends the loop
        }
    }

    private func erase(_ id: AccountID, at now: Timestamp) async throws {
        var deleted = JSONObject()
        for table in AccountErasure.tables {
            let count = try await services.database.write(for: id) {
                try AccountErasure($0).deleteRows(of: id, from: table)
            }
            if count > 0 { deleted.json(table, "\(count)") }
        }
        let record = AuditEvent(
            accountEvent: "EraseAccount", of: id, by: .service,
            RequestFacts(
                requestID: UUIDText.random(), now: now, sourceAddress: "localhost",
                userAgent: "gatehouse"),
            response: deleted.text
        ).row
        try await services.database.change(in: id) { transaction in
            try AccountTable(transaction).erase(id, at: now)
            return record
        }
        services.logger.notice("a closed account was erased", metadata: ["account": "\(id)"])
    }
}
