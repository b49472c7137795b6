import Credentials
package import IAMIdentifiers
import Store

/// The end of an account: it is closed, can be reopened for a while, and is then erased.
package enum AccountClosure {
    /// How long a closed account can be reopened.
    ///
    /// Source: AWS Account Management Reference Guide, "Close an AWS account": 90 days, "the
    /// post-closure period".
    /// <https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-closing.html>
    package static let postClosurePeriod = Duration.seconds(90 * 86_400)

    /// Whether a closed account can be opened again.
    static func canReopen(_ account: Account, at now: Timestamp) -> Bool {
        guard account.erasingAt == nil, account.erasedAt == nil, let closedAt = account.closedAt
        else { return false }
        return now < closedAt + postClosurePeriod
    }

    /// What stops working when an account is closed.
    package struct Stakes: Sendable, Equatable {
        package var users: Int
        package var activeKeys: Int
        package var keyLastUsedAt: Timestamp?
        package var sessions: Int

        package init(users: Int, activeKeys: Int, keyLastUsedAt: Timestamp?, sessions: Int) {
            self.users = users
            self.activeKeys = activeKeys
            self.keyLastUsedAt = keyLastUsedAt
            self.sessions = sessions
        }
    }

    /// Closes an account: its sessions end, and its keys are refused from the next request.
    static func close(
        _ account: Account, by origin: RootNotice.Origin? = nil, _ facts: RequestFacts,
        _ services: Services, in transaction: any Transaction
    ) throws {
        let tables = AccountTables(transaction, of: account.id)
        try tables.accounts.setStatus(.closed, of: account.id, at: facts.now)
        try tables.webSessions.deleteAll(in: account.id)
        try tables.endRootUserTasks()
        // Nobody would see a waiting period for lost MFA devices, and nobody could cancel it.
        try MFARecoveryTable(transaction).delete(account.id)
        try Mail(services).notify(
            .accountClosed(erasedFrom: facts.now + postClosurePeriod), of: account, by: origin,
            facts, in: transaction)
    }

    /// Opens a closed account. Its keys work again; sessions do not come back.
    static func reopen(
        _ account: Account, by origin: RootNotice.Origin? = nil, _ facts: RequestFacts,
        _ services: Services, in transaction: any Transaction
    ) throws {
        try AccountTable(transaction).setStatus(.active, of: account.id, at: facts.now)
        try Mail(services).notify(
            .accountReopened, of: account, by: origin, facts, in: transaction)
    }
}

extension RootUser {
    /// What closing the caller's account stops.
    package func stakes(of caller: Caller) async throws -> AccountClosure.Stakes {
        try await services.database.read { transaction in
            let tables = AccountTables(transaction, of: caller.account)
            let keys = try tables.accessKeys.use(in: caller.account)
            return AccountClosure.Stakes(
                users: try tables.users.count(), activeKeys: keys.active,
                keyLastUsedAt: keys.lastUsedAt,
                sessions: try tables.webSessions.count(in: caller.account))
        }
    }

    /// Closes the caller's account.
    /// - Parameter typed: what was typed to confirm it, which has to be the account's ID.
    /// - Returns: when everything in it is deleted.
    /// - Throws: as ``prove(_:by:_:)``, ``AccountRefusal/notConfirmed``.
    package func closeAccount(
        confirming typed: String, _ proof: RootProof, as caller: Caller, _ facts: RequestFacts
    ) async throws -> Timestamp {
        guard typed.isExactly(caller.account.description) else {
            throw AccountRefusal.notConfirmed
        }
        let proved = try await prove(proof, by: caller, facts)
        let services = services
        try await change(proved, "CloseAccount", caller, facts) { call in
            try AccountClosure.close(
                proved.account, facts, services, in: call.transaction)
        }
        return facts.now + AccountClosure.postClosurePeriod
    }
}
