import IAMIdentifiers
package import Store

// The queue of mail.
extension OperatorTools {
    /// Messages that are listed at most.
    private static let listed = 10_000

    /// Messages that wait or were given up, the oldest first. What they say stays sealed.
    package func queuedMail(failedOnly: Bool) async throws -> [QueuedMail] {
        try await services.database.read {
            try MailTable($0).queue(failedOnly: failedOnly, limit: Self.listed)
        }
    }

    /// Has a message tried at once, whether it waits or was given up.
    /// - Throws: ``MailRefusal``.
    package func retryMail(_ id: MailID) async throws {
        let retried = try await retryMail(in: id.account) { table, now in
            guard let mail = try table.find(id.number, in: id.account) else {
                throw MailRefusal.noSuchMessage(id)
            }
            if let refusal = MailRefusal(of: mail, at: now) { throw refusal }
            return [mail]
        }
        guard !retried.isEmpty else { throw MailRefusal.noSuchMessage(id) }
    }

    /// Has every message tried at once for which that makes sense.
    /// - Returns: those that are tried.
    package func retryAllMail() async throws -> [MailID] {
        var retried: [MailID] = []
        let queue = try await queuedMail(failedOnly: false)
        for (account, mail) in Dictionary<AccountID, [QueuedMail]>(grouping: queue, by: \.account) {
            let numbers = mail.map(\.id)
            retried += try await retryMail(in: account) { table, now in
                try numbers.compactMap { try table.find($0, in: account) }
                    .filter { MailRefusal(of: $0, at: now) == nil }
            }
        }
        return retried
    }

    private func retryMail(
        in account: AccountID,
        _ choose: @escaping @Sendable (MailTable, Timestamp) throws -> [QueuedMail]
    ) async throws -> [MailID] {
        let facts = facts()
        return try await services.change(in: account) { transaction in
            let table = MailTable(transaction)
            let chosen = try choose(table, facts.now)
            guard !chosen.isEmpty else { return .none([]) }
            for mail in chosen { try table.retry(mail, at: facts.now) }
            let ids = chosen.map { MailID($0) }
            let quoted = ids.map { JSONText.quoted($0.description) }
            var request = JSONObject()
            request.json("messages", "[\(quoted.joined(separator: ","))]")
            return Change(
                ids,
                AuditEvent(
                    accountEvent: "MailRetried", of: account, by: .operator, facts,
                    request: request.text
                ).row)
        }
    }
}

/// Why a message is not tried again.
package enum MailRefusal: Error, Equatable, CustomStringConvertible {
    case noSuchMessage(MailID)
    /// The link in it does not work any more.
    case linkEnded(MailID)
    /// A server has taken it and tries it now.
    case beingSent(MailID)

    /// Nil for a message that may be tried.
    fileprivate init?(of mail: QueuedMail, at now: Timestamp) {
        let progress = mail.progress
        if let end = progress.uselessAfter, end <= now {
            self = .linkEnded(MailID(mail))
        } else if progress.isClaimed, let end = progress.nextAttemptAt, end > now {
            self = .beingSent(MailID(mail))
        } else {
            return nil
        }
    }

    /// One line for the operator.
    package var description: String {
        switch self {
        case .noSuchMessage(let id):
            "there is no message `\(id)` in the queue; see `gatehouse mail list`"
        case .linkEnded(let id):
            "the link in `\(id)` has ended; whoever needs another asks for it on the page"
        case .beingSent(let id): "`\(id)` is being sent now; see `gatehouse mail list`"
        }
    }
}
