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

    /// An access key that is to be made; what is nil is drawn at random.
    package struct RootKey: Sendable {
        let id: AccessKeyID?
        let secret: Secret?

        package init(id: AccessKeyID? = nil, secret: Secret? = nil) {
            self.id = id
            self.secret = secret
        }
    }

    /// The account to make.
    package struct Request: Sendable {
        package let details: AccountDetails
        package let password: Secret
        /// Whether a password that is easily guessed is accepted.
        package let passwordMayBeGuessable: Bool
        /// A chosen ID; nil for a random one.
        package let accountID: AccountID?
        /// The access key that the root user gets at once; nil for none.
        package let accessKey: RootKey?

        package init(
            _ details: AccountDetails, password: Secret, passwordMayBeGuessable: Bool = false,
            accountID: AccountID? = nil, accessKey: RootKey? = nil
        ) {
            self.details = details
            self.password = password
            self.passwordMayBeGuessable = passwordMayBeGuessable
            self.accountID = accountID
            self.accessKey = accessKey
        }
    }

    /// The account that was made.
    package struct Made: Sendable {
        package let account: Account
        /// The root user's access key, shown this once; nil unless it was asked for.
        package let accessKey: (id: AccessKeyID, secret: Secret)?
    }

    /// How many random account IDs are tried. That all of them are taken does not happen.
    private static let draws = 20

    private let services: Services

    package init(_ services: Services) { self.services = services }

    /// Makes an account, its record with it. The setup link ends with the first one.
    /// - Throws: ``AccountRefusal``; ``PasswordHasherError/busy`` when too many passwords wait.
    package func make(
        _ request: Request, by authority: Authority, _ facts: RequestFacts
    ) async throws -> Made {
        let details = request.details
        let counted = try await admit(authority, facts)
        let hash = try await services.acceptedHash(
            ofRootPassword: request.password, accountName: details.name, email: details.email,
            mayBeGuessable: request.passwordMayBeGuessable, for: facts.clientAddress.group)
        let services = services
        return try await services.change(in: request.accountID) { transaction in
            if case .setupLink(let token) = authority,
                try !SetupLink.isValid(token, in: transaction)
            {
                throw AccountRefusal.setupLinkNotValid
            }
            try services.passwordAttempts.store(counted, in: transaction)
            let made = try Self.insert(request, hash, facts, services, transaction)
            return Change(made, AuditEvent(making: made, by: authority, facts).row)
        }
    }

    /// Makes an account for a visitor, where sign-up is open to everybody.
    ///
    /// If another account has the e-mail address already, no account is made, and that account's
    /// audit record says that somebody tried. The answer is the same, and so is its time, up to
    /// less than the hash of a password varies by.
    /// - Throws: as ``make(_:by:_:)``, but never ``AccountRefusal/emailTaken``.
    package func makeForVisitor(_ request: Request, _ facts: RequestFacts) async throws {
        do {
            _ = try await make(request, by: .openSignUp, facts)
        } catch AccountRefusal.emailTaken {
            let owner = try await services.database.read {
                try AccountTable($0).find(email: request.details.email)
            }
            await services.failedSignIns.append(
                owner.map { AuditEvent(signUpRefusedFor: $0.id, facts).row }
            ) { _ in }
        }
    }

    private static func insert(
        _ request: Request, _ hash: String, _ facts: RequestFacts, _ services: Services,
        _ transaction: any Transaction
    ) throws -> Made {
        let details = request.details
        let accounts = AccountTable(transaction)
        guard try accounts.find(email: details.email) == nil else {
            throw AccountRefusal.emailTaken
        }
        let account = Account(
            id: try Self.freeID(request.accountID, services, in: accounts),
            name: details.name, email: details.email, passwordHash: hash,
            passwordChangedAt: facts.now, createdAt: facts.now,
            language: (facts.language ?? .english).rawValue)
        guard try accounts.insert(account) else { throw AccountRefusal.emailTaken }
        try SetupLinkTable(transaction).deleteAll()
        let key = try request.accessKey.map {
            try AccessKeys.create(
                for: UniqueID(rootOf: account.id), in: account.id, id: $0.id, secret: $0.secret,
                at: facts.now, services, transaction)
        }
        return Made(account: account, accessKey: key.map { ($0.0.id, $0.1) })
    }

    /// Refuses what can be refused before a password is hashed.
    /// - Returns: what the attempt was counted for.
    private func admit(
        _ authority: Authority, _ facts: RequestFacts
    ) async throws -> [AttemptSubject] {
        switch authority {
        case .operator: return []
        case .openSignUp:
            return try await services.countSignUp(facts)
        case .setupLink(let token):
            guard try await SetupLink(services).isValid(token) else {
                throw AccountRefusal.setupLinkNotValid
            }
            return []
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
    /// The record that somebody tried to make an account with the e-mail address of this one.
    fileprivate init(signUpRefusedFor account: AccountID, _ facts: RequestFacts) {
        self.init(
            account: account, identity: AuditIdentity(unknownIn: account),
            source: "account.amazonaws.com", name: "CreateAccount", type: "AwsServiceEvent",
            isReadOnly: false, facts: facts, failure: "This account has the e-mail address")
    }

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
                AuditIdentity(rootOf: made.account.id)
            }
        self.init(
            accountEvent: "CreateAccount", of: made.account.id, by: identity, facts,
            request: request.text, response: response.text)
    }
}
