import Credentials
package import IAMIdentifiers
import Store

/// A device by which somebody may prove a second factor, as the page that asks for one offers it.
package struct OfferedDevice: Sendable, Equatable {
    /// Names the device to the methods of ``SignIn``.
    package let id: String
    package let serialNumber: String

    package init(id: String, serialNumber: String) {
        self.id = id
        self.serialNumber = serialNumber
    }

    package var kind: MFADeviceKind { MFADeviceKind(serialNumber: serialNumber) }
}

/// A sign-in at the question for a second factor: its ticket opened, and whom it is of.
struct SecondFactorQuestion: Sendable {
    let proofs: SignInProofs
    let candidate: SignInCandidate

    func factor(_ services: Services) -> SecondFactor {
        SecondFactor(of: proofs.principal, in: proofs.account, for: .assertion, services)
    }
}

extension SignIn {
    /// The devices of which one has to be proved, the last used first; nil when the ticket is not
    /// valid.
    package func offeredDevices(
        _ ticket: Secret, _ facts: RequestFacts
    ) async throws -> [OfferedDevice]? {
        try await secondFactorQuestion(ticket, facts).map {
            OfferedDevice.list($0.candidate.devices)
        }
    }

    /// Proves an MFA device by the code that it shows.
    /// - Parameters:
    ///   - id: as ``offeredDevices(_:_:)`` gives it.
    ///   - browser: what the browser shows of earlier sign-ins.
    package func proveCode(
        _ ticket: Secret, of id: String, _ code: Secret, device browser: Secret? = nil,
        _ facts: RequestFacts
    ) async throws -> Outcome {
        try await prove(ticket, browser, facts) { question in
            question.candidate.devices.first { $0.id == UniqueID(stored: id) }
        } verify: { question, device in
            try await question.factor(services).takes(code, of: device, facts)
        }
    }

    /// Makes one attempt at proving a device, and goes on with one proof more.
    /// - Parameters:
    ///   - find: which of the principal's devices is meant. If it is none of them, the attempt
    ///     fails as with a wrong code.
    ///   - verify: whether the device was proved. What it proved is then used up.
    func prove(
        _ ticket: Secret, _ browser: Secret?, _ facts: RequestFacts,
        find: (SecondFactorQuestion) -> MFADevice?,
        verify: (SecondFactorQuestion, MFADevice) async throws -> Bool
    ) async throws -> Outcome {
        guard let question = try await secondFactorQuestion(ticket, facts) else {
            return .ticketNotValid
        }
        let proofs = question.proofs
        let device = find(question)
        let attempt = PasswordAttempt.secondFactor(
            of: proofs.principal, from: facts.clientAddress,
            device: SignInDevice(services.sealer, at: facts.now).id(
                in: browser, for: proofs.principal, hadSecondFactor: true))
        let result = try await services.attempt(
            attempt, isAfterPassword: true,
            failure: Self.failure(
                question.candidate, with: device ?? question.candidate.devices.first, facts)
        ) {
            guard let device else { return false }
            return try await verify(question, device)
        }
        switch result {
        case .waits(let wait): return .tooManyAttempts(retryAfter: wait)
        case .wrong: return .wrongCredentials
        case .right: break
        }
        guard let device else { return .wrongCredentials }
        let outcome = try await proceed(
            proofs.adding(.device(device.id, at: facts.now)), counted: attempt.subjects,
            browser: browser, facts)
        return outcome ?? .ticketNotValid
    }

    /// Opens a ticket, and looks up whom it is of; nil when it is not valid any more.
    func secondFactorQuestion(
        _ ticket: Secret, _ facts: RequestFacts
    ) async throws -> SecondFactorQuestion? {
        let opened = SignInTicket(ticket, for: .secondFactor, at: facts.now, services.sealer)
        guard let proofs = opened?.proofs else { return nil }
        return try await services.database.read { transaction in
            let candidate = try SignInCandidate(proofs, in: transaction)
            let step = SignInStep(
                after: proofs.proofs, for: candidate.requirements(at: facts.now))
            guard step == .ask(.secondFactor) else { return nil }
            return SecondFactorQuestion(proofs: proofs, candidate: candidate)
        }
    }
}
