package import IAMIdentifiers
import Logging
import Store

/// Erases closed accounts whose time has come.
///
/// A first transaction looks once more whether an account is closed and due, notes that erasing has
/// begun, after which nobody reopens it, and records how many rows of each table there are. Then
/// each table is a transaction of its own, so that a large account keeps nobody waiting. The last
/// one takes the owner's name and address from the account's row and records that nothing is left.
/// A server that stops in between goes on when it starts.
package struct AccountErasures: Sendable {
    /// How often the server looks for accounts whose time has come.
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
        var erased: [AccountID] = []
        for account in due {
            do {
                if try await erase(account.id, at: now) { erased.append(account.id) }
            } catch {
                services.logger.error(
                    "a closed account could not be erased",
                    metadata: ["account": "\(account.id)", "cause": "\(error)"])
            }
        }
        return erased
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

    private func erase(_ id: AccountID, at now: Timestamp) async throws -> Bool {
        let facts = RequestFacts.ofServer(at: now)
        let mayBegin = try await services.change(in: id) { transaction -> Change<Bool> in
            let accounts = AccountTable(transaction)
            let isUnderWay = try accounts.find(id)?.erasingAt != nil
            guard
                try accounts.beginErasing(
                    id, closedUntil: now - AccountClosure.postClosurePeriod, at: now)
            else { return .none(false) }
            guard !isUnderWay else { return .none(true) }
            var rows = JSONObject()
            for table in AccountErasure.tables {
                let count = try AccountErasure(transaction).countRows(of: id, in: table)
                if count > 0 { rows.json(table, "\(count)") }
            }
            return Change(true, Self.record("EraseAccount", of: id, facts, rows.text))
        }
        guard mayBegin else { return false }
        for table in AccountErasure.tables {
            _ = try await services.database.write(for: id) {
                try AccountErasure($0).deleteRows(of: id, from: table)
            }
        }
        let isDone = try await services.change(in: id) { transaction -> Change<Bool> in
            let erasure = AccountErasure(transaction)
            for table in AccountErasure.tables {
                _ = try erasure.deleteRows(of: id, from: table)
            }
            guard try AccountTable(transaction).erase(id, at: now) else { return .none(false) }
            return Change(
                true, Self.record("EraseAccountCompleted", of: id, facts, #"{"rowsLeft":0}"#))
        }
        if isDone {
            services.logger.notice(
                "a closed account was erased", metadata: ["account": "\(id)"])
        }
        return isDone
    }

    private static func record(
        _ name: String, of id: AccountID, _ facts: RequestFacts, _ response: String
    ) -> AuditEventTable.Event {
        AuditEvent(accountEvent: name, of: id, by: .service, facts, response: response).row
    }
}
