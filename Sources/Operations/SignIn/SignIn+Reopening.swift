import Credentials
package import IAMIdentifiers
import Store

/// A closed account, as its root user sees it after every proof.
package struct ClosedAccount: Sendable, Equatable {
    package let account: AccountID
    package let name: String
    package let closedAt: Timestamp
    /// When everything in it is deleted.
    package let erasedFrom: Timestamp

    package init(
        account: AccountID, name: String, closedAt: Timestamp, erasedFrom: Timestamp
    ) {
        self.account = account
        self.name = name
        self.closedAt = closedAt
        self.erasedFrom = erasedFrom
    }
}

extension SignIn {
    /// The closed account that a ticket may reopen; nil when the ticket is not valid any more.
    package func closedAccount(
        _ ticket: Secret, _ facts: RequestFacts
    ) async throws -> ClosedAccount? {
        guard let proofs = proofsForReopening(ticket, facts) else { return nil }
        return try await services.database.read { transaction in
            guard
                let account = try Self.closedAccount(proofs, at: facts.now, in: transaction),
                let closedAt = account.closedAt
            else { return nil }
            return ClosedAccount(
                account: account.id, name: account.name, closedAt: closedAt,
                erasedFrom: closedAt + AccountClosure.postClosurePeriod)
        }
    }

    /// Reopens the account, and goes on with the sign-in.
    package func reopenAccount(
        _ ticket: Secret, device browser: Secret? = nil, _ facts: RequestFacts
    ) async throws -> Outcome {
        guard let proofs = proofsForReopening(ticket, facts) else { return .ticketNotValid }
        let services = services
        let isOpen = try await services.change(in: proofs.account) {
            transaction -> Change<Bool> in
            guard let account = try Self.closedAccount(proofs, at: facts.now, in: transaction)
            else { return .none(false) }
            try AccountClosure.reopen(account, facts, services, in: transaction)
            return Change(true, AuditEvent("ReopenAccount", byRootOf: account.id, facts).row)
        }
        guard isOpen else { return .ticketNotValid }
        return try await proceed(proofs.afterReopening, counted: [], browser: browser, facts)
            ?? .ticketNotValid
    }

    private func proofsForReopening(_ ticket: Secret, _ facts: RequestFacts) -> SignInProofs? {
        SignInTicket(ticket, for: .reopening, at: facts.now, services.sealer)?.proofs
    }

    /// The account, if the proofs still hold and it is closed.
    private static func closedAccount(
        _ proofs: SignInProofs, at now: Timestamp, in transaction: any Transaction
    ) throws -> Account? {
        let candidate = try SignInCandidate(proofs, in: transaction)
        let step = SignInStep(after: proofs.proofs, for: candidate.requirements(at: now))
        guard step == .ask(.reopening), let account = candidate.account,
            AccountClosure.canReopen(account, at: now)
        else { return nil }
        return account
    }
}
