package import Credentials
package import IAMIdentifiers
package import Store

/// Makes accounts: for visitors, for whoever holds the setup link, and for the operator.
package struct SignUp: Sendable {
    /// What lets somebody make an account.
    package enum Authority: Sendable {
        /// Sign-up is open to everybody; the caller of this code has read that in the settings.
        case openSignUp
        /// The setup link, until there is an account.
        case setupLink(RandomToken)
        /// Owning the machine.
        case `operator`
    }

    /// The account to make.
    package struct Request: Sendable {
        package let details: AccountDetails
        package let password: Secret
        /// A chosen ID; nil for a random one.
        package let accountID: AccountID?
        /// Whether the root user gets an access key at once.
        package let makesAccessKey: Bool

        package init(
            _ details: AccountDetails, password: Secret, accountID: AccountID? = nil,
            makesAccessKey: Bool = false
        ) {
            self.details = details
            self.password = password
            self.accountID = accountID
            self.makesAccessKey = makesAccessKey
        }
    }

    /// The account that was made.
    package struct Made: Sendable {
        package let account: Account
        /// The root user's access key, shown this once; nil unless it was asked for.
        package let accessKey: (id: AccessKeyID, secret: Secret)?
    }

    /// Draws of a random account ID; that all are taken does not happen.
    private static let draws = 20

    private let services: Services

    package init(_ services: Services) { self.services = services }

    /// Makes an account, its record with it. The setup link ends with the first one.
    /// - Throws: ``AccountRefusal``; ``PasswordHasherError/busy`` when too many passwords wait.
    package func make(
        _ request: Request, by authority: Authority, _ facts: RequestFacts
    ) async throws -> Made {
        let details = request.details
        if let violation = PasswordRules.violation(
            of: request.password, accountName: details.name, email: details.email)
        {
            throw AccountRefusal.passwordNotAccepted(violation)
        }
        try await admit(authority, facts)
        let hash = try await services.passwords.hash(
            request.password, for: facts.clientAddress.group)
        let services = services
        return try await services.database.write { transaction in
            if case .setupLink(let token) = authority,
                try !SetupLink.isValid(token, in: transaction)
            {
                throw AccountRefusal.setupLinkNotValid
            }
            let accounts = AccountTable(transaction)
            guard try accounts.find(email: details.email) == nil else {
                throw AccountRefusal.emailTaken
            }
            let account = Account(
                id: try Self.freeID(request.accountID, services, in: accounts),
                name: details.name, email: details.email, passwordHash: hash,
                passwordChangedAt: facts.now, createdAt: facts.now)
            guard try accounts.insert(account) else { throw AccountRefusal.emailTaken }
            try SetupLinkTable(transaction).deleteAll()
            let key =
                request.makesAccessKey
                ? try AccessKeys.create(
                    for: UniqueID(rootOf: account.id), in: account.id, at: facts.now, services,
                    transaction) : nil
            let made = Made(account: account, accessKey: key.map { ($0.0.id, $0.1) })
            try AuditEventTable(transaction).append(
                AuditEvent(making: made, by: authority, facts).row)
            try transaction.recordChange(of: account.id, at: facts.now, what: "CreateAccount")
            return made
        }
    }

    /// Refuses what can be refused before a password is hashed.
    private func admit(_ authority: Authority, _ facts: RequestFacts) async throws {
        switch authority {
        case .operator: return
        case .openSignUp:
            let attempt = PasswordAttempt.signUp(from: facts.clientAddress)
            if case .waits(let wait) = services.passwordAttempts.begin(attempt) {
                throw AccountRefusal.tooManyAttempts(retryAfter: wait)
            }
        case .setupLink(let token):
            guard try await SetupLink(services).isValid(token) else {
                throw AccountRefusal.setupLinkNotValid
            }
        }
    }

    private static func freeID(
        _ chosen: AccountID?, _ services: Services, in accounts: AccountTable
    ) throws -> AccountID {
        if let chosen {
            guard try accounts.find(chosen) == nil else { throw AccountRefusal.accountIDTaken }
            return chosen
        }
        var random = services.random()
        for _ in 0..<draws {
            let id = AccountID.random(using: &random)
            if try accounts.find(id) == nil { return id }
        }
        throw AccountRefusal.accountIDTaken
    }
}

extension AuditEvent {
    fileprivate init(
        making made: SignUp.Made, by authority: SignUp.Authority, _ facts: RequestFacts
    ) {
        var request = JSONObject()
        request.string("accountName", made.account.name)
        request.string("email", made.account.email)
        var response = JSONObject()
        response.string("accountId", made.account.id.description)
        response.string("accessKeyId", made.accessKey?.id.description)
        let identity: AuditIdentity =
            switch authority {
            case .operator: .operator
            case .openSignUp, .setupLink:
                AuditIdentity(
                    type: "Root", account: made.account.id,
                    principal: UniqueID(rootOf: made.account.id),
                    arn: .root(of: made.account.id))
            }
        self.init(
            accountEvent: "CreateAccount", of: made.account.id, by: identity, facts,
            request: request.text, response: response.text)
    }
}
