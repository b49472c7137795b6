import Credentials
package import IAMIdentifiers
package import Store

/// What the owner of the machine does to accounts from the command line. A running server sees it
/// with its next request: it keeps nothing about accounts but in the store.
package struct OperatorTools: Sendable {
    let services: Services

    package init(_ services: Services) { self.services = services }

    /// Every account, by ID.
    package func accounts() async throws -> [Account] {
        try await services.database.read { try AccountTable($0).all() }
    }

    /// The account of this ID, or whose root user has this e-mail address; nil when there is none.
    package func account(_ idOrEmail: String) async throws -> Account? {
        try await services.database.read { transaction in
            let accounts = AccountTable(transaction)
            if let id = AccountID(idOrEmail) { return try accounts.find(id) }
            return try accounts.find(email: idOrEmail)
        }
    }

    /// Makes an account.
    /// - Throws: ``AccountRefusal``.
    package func make(_ request: SignUp.Request) async throws -> SignUp.Made {
        try await SignUp(services).make(request, by: .operator, facts())
    }

    /// Closes an account: its keys and sessions end, and nobody signs in. What it holds stays until
    /// it is erased; see ``AccountClosure``.
    /// - Throws: ``AccountRefusal`` (`noSuchAccount`, `accountErased`).
    package func close(_ id: AccountID) async throws {
        let services = services
        try await change(id, "CloseAccount") { account, facts, transaction in
            // One that is closed already keeps its day.
            guard account.status == .active else { return false }
            try AccountClosure.close(
                account, by: .operator, facts, services, in: transaction)
            return true
        }
    }

    /// Opens an account that was closed. Its access keys work again; sessions do not come back.
    /// - Throws: ``AccountRefusal`` (`noSuchAccount`, `accountErased`).
    package func reopen(_ id: AccountID) async throws {
        let services = services
        try await change(id, "ReopenAccount") { account, facts, transaction in
            guard account.status == .closed else { return false }
            guard AccountClosure.canReopen(account, at: facts.now) else {
                throw AccountRefusal.accountErased
            }
            try AccountClosure.reopen(
                account, by: .operator, facts, services, in: transaction)
            return true
        }
    }

    /// Gives an account's root user another e-mail address, and ends its sessions.
    /// - Throws: ``AccountRefusal`` (`noSuchAccount`, `accountErased`, `emailNotValid`,
    ///   `emailTaken`).
    package func setRootEmail(of id: AccountID, to email: String) async throws {
        guard AccountDetails.isEmail(email) else { throw AccountRefusal.emailNotValid }
        let services = services
        try await change(id, "EmailUpdated") { account, facts, transaction in
            let tables = AccountTables(transaction, of: account.id)
            guard try tables.accounts.setEmail(email, of: account.id) else {
                throw AccountRefusal.emailTaken
            }
            try tables.endRootUserTasks()
            try MFARecoveryTable(transaction).delete(account.id)
            try tables.webSessions.deleteAll(of: UniqueID(rootOf: account.id), in: account.id)
            try Mail(services).notify(
                .emailChanged(to: email), of: account, by: .operator, alsoTo: email, facts,
                in: transaction)
            return true
        }
    }

    /// Gives an account's root user another password and ends its sessions.
    /// - Throws: ``AccountRefusal`` (`noSuchAccount`, `passwordNotAccepted`).
    package func resetRootPassword(of id: AccountID, to new: Secret) async throws {
        guard let account = try await account(id.description) else {
            throw AccountRefusal.noSuchAccount
        }
        let hash = try await services.acceptedHash(
            ofRootPassword: new, accountName: account.name, email: account.email)
        let services = services
        try await change(id, "PasswordUpdated") { account, facts, transaction in
            try AccountTables(transaction, of: account.id).setRootPassword(
                hash: hash, at: facts.now)
            try Mail(services).notify(
                .passwordChanged, of: account, by: .operator, facts, in: transaction)
            return true
        }
    }

    /// - Parameters:
    ///   - request: the record's parameters, a JSON value.
    ///   - body: makes the change, and says whether there was one; without one there is no record.
    func change(
        _ id: AccountID, _ event: String, request: String = "null",
        _ body: @escaping @Sendable (Account, RequestFacts, any Transaction) throws -> Bool
    ) async throws {
        let facts = facts()
        try await services.change(in: id) { transaction in
            guard let account = try AccountTable(transaction).find(id) else {
                throw AccountRefusal.noSuchAccount
            }
            guard account.erasedAt == nil else { throw AccountRefusal.accountErased }
            guard try body(account, facts, transaction) else { return nil }
            return AuditEvent(accountEvent: event, of: id, by: .operator, facts, request: request)
                .row
        }
    }

    /// An operator comes from no address.
    func facts() -> RequestFacts { .ofServer(at: services.now()) }
}
