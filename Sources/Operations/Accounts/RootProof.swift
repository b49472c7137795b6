import Credentials
package import IAMIdentifiers
import Store

/// What a root user gives again before it does what cannot be undone: the password, and an answer
/// of one of its MFA devices, if it has any.
package struct RootProof: Sendable {
    package enum Factor: Sendable {
        /// A code that a device shows.
        /// - Parameter device: as ``OfferedDevice/id``.
        case code(Secret, device: String)
        /// What a passkey or security key answered to a ``KeyQuestion``, as JSON.
        case key(response: String, challenge: Secret)
    }

    let password: Secret
    let factor: Factor?

    /// - Parameter factor: nil where the root user has no device.
    package init(password: Secret, factor: Factor? = nil) {
        self.password = password
        self.factor = factor
    }
}

/// The devices by one of which a root user proves itself again, as pages show them.
package struct RootProofDevices: Sendable {
    /// The last used first; empty when there are none.
    package let devices: [OfferedDevice]
    /// What a key is asked; nil when there is none.
    package let question: KeyQuestion?
}

/// A root user that has given every proof, at the moment of one request.
struct ProvedRootUser: Sendable {
    let account: Account
    private let device: UniqueID?

    fileprivate init(account: Account, device: UniqueID?) {
        self.account = account
        self.device = device
    }

    /// Whether the proofs still hold: the password is the one that was given, and the device is
    /// still the root user's, or it still has none.
    func holds(for current: Account, in tables: AccountTables) throws -> Bool {
        guard current.passwordHash.isExactly(account.passwordHash) else { return false }
        let devices = try tables.mfaDevices.list(ownedBy: UniqueID(rootOf: account.id))
        return device.map { id in devices.contains { $0.id == id } } ?? devices.isEmpty
    }
}

extension RootUser {
    /// How long the proofs of a session are fresh: what needs them asks again afterwards.
    package static let freshness = Duration.seconds(900)

    /// The devices that the caller, a root user, has.
    /// - Throws: ``AccountRefusal/notRootUser``.
    package func proofDevices(
        of caller: Caller, _ facts: RequestFacts
    ) async throws -> RootProofDevices {
        let (_, devices) = try await rootUser(caller, facts)
        return RootProofDevices(
            devices: OfferedDevice.list(devices),
            question: try factor(of: caller).question(devices, facts))
    }

    /// Proves that the caller is the root user of its account. Both proofs are counted for the
    /// session, so that nobody but its holder is slowed down.
    /// - Throws: ``AccountRefusal`` (`notRootUser`, `wrongPassword`, `wrongCode`,
    ///   `tooManyAttempts`); ``IAMError/invalidClientTokenId`` when the session is not valid.
    func prove(
        _ proof: RootProof, by caller: Caller, _ facts: RequestFacts
    ) async throws -> ProvedRootUser {
        let (account, devices) = try await rootUser(caller, facts)
        try await prove(proof.password, of: account, by: caller, facts)
        guard !devices.isEmpty else { return ProvedRootUser(account: account, device: nil) }
        let device = proof.factor.flatMap { Self.device($0, among: devices) }
        let result = try await services.attempt(
            .secondProof(by: caller), isAfterPassword: true,
            failure: Self.failure(of: account, caller, facts)
        ) {
            guard let device, let given = proof.factor else { return false }
            return try await takes(given, of: device, caller, facts)
        }
        switch result {
        case .right: return ProvedRootUser(account: account, device: device?.id)
        case .wrong: throw AccountRefusal.wrongCode
        case .waits(let wait): throw AccountRefusal.tooManyAttempts(retryAfter: wait)
        }
    }

    /// Proves the password alone.
    /// - Throws: ``AccountRefusal`` (`wrongPassword`, `tooManyAttempts`).
    func prove(
        _ password: Secret, of account: Account, by caller: Caller, _ facts: RequestFacts
    ) async throws {
        switch try await services.attempt(
            .proof(by: caller), password, against: account.passwordHash,
            failure: Self.failure(of: account, caller, facts), facts)
        {
        case .right: return
        case .wrong: throw AccountRefusal.wrongPassword
        case .waits(let wait): throw AccountRefusal.tooManyAttempts(retryAfter: wait)
        }
    }

    /// Requires proofs that stay fresh for five more minutes, before a task whose last step needs
    /// fresh ones.
    /// - Throws: ``IAMError/proofsNeeded``.
    package func requireProofsForTask(
        as caller: Caller, _ facts: RequestFacts
    ) async throws {
        let services = services
        try await services.database.read { transaction in
            let call = try Call(caller, facts, services, in: transaction)
            try call.requireFreshProofs(of: call.principal, leaving: .seconds(300))
        }
    }

    /// Gives every proof again, after which those of the session are fresh.
    /// - Throws: as ``prove(_:by:_:)``.
    package func confirm(
        _ proof: RootProof, as caller: Caller, _ facts: RequestFacts
    ) async throws {
        let proved = try await prove(proof, by: caller, facts)
        try await change(proved, "RootIdentityConfirmed", caller, facts) { call in
            guard let session = caller.webSession else { return }
            try call.tables.webSessions.setProved(session.description, at: facts.now)
        }
    }

    /// The account whose root user the caller is, and its devices.
    func rootUser(
        _ caller: Caller, _ facts: RequestFacts
    ) async throws -> (Account, [MFADevice]) {
        let services = services
        return try await services.database.read { transaction in
            let call = try Call(caller, facts, services, in: transaction)
            guard let account = call.principal.rootAccount else {
                throw AccountRefusal.notRootUser
            }
            return (account, try call.tables.mfaDevices.list(ownedBy: caller.principalID))
        }
    }

    private func factor(of caller: Caller) -> SecondFactor {
        SecondFactor(of: caller.principalID, in: caller.account, for: .proof, services)
    }

    /// The record of a proof that was wrong.
    private static func failure(
        of account: Account, _ caller: Caller, _ facts: RequestFacts
    ) -> AuditEventTable.Event {
        AuditEvent(
            account: account.id, identity: AuditIdentity(caller), source: "signin.amazonaws.com",
            name: "RootIdentityConfirmed", type: "AwsConsoleSignIn", isReadOnly: false,
            facts: facts, failure: "Failed authentication"
        ).row
    }

    private static func device(
        _ factor: RootProof.Factor, among devices: [MFADevice]
    ) -> MFADevice? {
        switch factor {
        case .code(_, let id): devices.first { $0.id == UniqueID(stored: id) }
        case .key(let response, _):
            (try? AssertionResponse(json: Array(response.utf8)))?.device(among: devices)
        }
    }

    private func takes(
        _ given: RootProof.Factor, of device: MFADevice, _ caller: Caller, _ facts: RequestFacts
    ) async throws -> Bool {
        switch given {
        case .code(let code, _):
            return try await factor(of: caller).takes(code, of: device, facts)
        case .key(let text, let challenge):
            guard let response = try? AssertionResponse(json: Array(text.utf8)) else {
                return false
            }
            return try await factor(of: caller).takes(response, challenge, of: device, facts)
        }
    }
}

extension Call {
    /// Looks whether a session of the console gave its proofs lately, before what makes or takes
    /// credentials of the root user. Requests that are signed have no session to ask in.
    /// - Parameters:
    ///   - owner: whose credentials they are; nothing is asked for those of IAM users.
    ///   - rest: how long the proofs have to stay fresh.
    /// - Throws: ``IAMError/proofsNeeded``.
    func requireFreshProofs(of owner: any Principal, leaving rest: Duration = .zero) throws {
        guard owner.isRoot, let token = caller.webSession else { return }
        guard let session = try tables.webSessions.find(token.description),
            now < session.provedAt + RootUser.freshness - rest
        else { throw IAMError.proofsNeeded }
    }
}
