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

    /// Closes an account: its keys and sessions end, and nobody signs in. What it holds stays.
    /// - Throws: ``AccountRefusal/noSuchAccount``.
    package func close(_ id: AccountID) async throws {
        try await change(id, "CloseAccount") { account, now, transaction in
            try AccountTable(transaction).setStatus(.closed, of: account, at: now)
            try WebSessionTable(transaction).deleteAll(in: account)
        }
    }

    /// Opens an account that was closed. Its access keys work again; sessions do not come back.
    /// - Throws: ``AccountRefusal/noSuchAccount``.
    package func reopen(_ id: AccountID) async throws {
        try await change(id, "ReopenAccount") { account, now, transaction in
            try AccountTable(transaction).setStatus(.active, of: account, at: now)
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
        try await change(id, "PasswordUpdated") { account, now, transaction in
            try AccountTable(transaction).setPassword(hash: hash, of: account, at: now)
            try WebSessionTable(transaction).deleteAll(
                of: UniqueID(rootOf: account), in: account)
        }
    }

    private func change(
        _ id: AccountID, _ event: String,
        _ body: @escaping @Sendable (AccountID, Timestamp, any Transaction) throws -> Void
    ) async throws {
        let facts = facts()
        try await services.database.change(in: id) { transaction in
            guard try AccountTable(transaction).find(id) != nil else {
                throw AccountRefusal.noSuchAccount
            }
            try body(id, facts.now, transaction)
            return AuditEvent(accountEvent: event, of: id, by: .operator, facts).row
        }
    }

    /// An operator comes from no address.
    func facts() -> RequestFacts {
        RequestFacts(
            requestID: UUIDText.random(), now: services.now(), sourceAddress: "localhost",
            userAgent: "gatehouse")
    }
}
