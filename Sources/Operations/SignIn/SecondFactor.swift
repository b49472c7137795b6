import Credentials
import IAMIdentifiers
import Logging
import Store

/// Whether somebody has one of a principal's MFA devices at hand.
///
/// What is decided and what is noted is one transaction, so that of two requests with one code or
/// one answer only one is right.
struct SecondFactor: Sendable {
    let account: AccountID
    let principal: UniqueID
    /// What a key is asked for.
    private let purpose: KeyChallenge.Purpose
    private let services: Services

    init(
        of principal: UniqueID, in account: AccountID, for purpose: KeyChallenge.Purpose,
        _ services: Services
    ) {
        self.account = account
        self.principal = principal
        self.purpose = purpose
        self.services = services
    }

    /// Whether a device shows this code, which is then used up.
    func takes(_ code: Secret, of device: MFADevice, _ facts: RequestFacts) async throws -> Bool {
        let sealer = services.sealer
        return try await services.database.write(for: account) { [account, principal] transaction in
            let devices = MFADeviceTable(transaction, of: account)
            guard var device = try devices.find(device.id),
                device.assignment?.owner == principal, var state = device.codes,
                let step = try sealer.codes(of: device)?.matchingStep(
                    of: code.reveal(), at: facts.now, drift: state.drift, after: state.lastStep)
            else { return false }
            // The clock of a token goes astray slowly, and is followed.
            if device.kind == .hardware { state.drift = step - TOTP.step(at: facts.now) }
            state.lastStep = step
            device.proof = .codes(state)
            device.lastUsedAt = facts.now
            try devices.update(device)
            return true
        }
    }

    /// What the browser is asked for: one of these devices. Nil when none of them is a key, and
    /// where browsers use none.
    func question(_ devices: [MFADevice], _ facts: RequestFacts) throws -> KeyQuestion? {
        let keys = devices.compactMap(\.descriptor)
        guard let party = services.signInSettings.relyingParty, !keys.isEmpty else { return nil }
        var random = services.random()
        let challenge = KeyChallenge(in: account, at: facts.now, using: &random)
        return KeyQuestion(
            options: WebAuthnOptions.request(
                challenge: challenge.text, party: party, allowing: keys),
            challenge: try challenge.sealed(
                for: purpose, of: principal, at: facts.now, services.sealer))
    }

    /// Whether an answer proves a key. Its challenge is then used up.
    /// - Parameter sealed: the challenge, as ``question(_:_:)`` gave it.
    func takes(
        _ response: AssertionResponse, _ sealed: Secret, of device: MFADevice, _ facts: RequestFacts
    ) async throws -> Bool {
        let (services, principal) = (services, principal)
        guard let party = services.signInSettings.relyingParty,
            let challenge = KeyChallenge(
                sealed, for: purpose, of: principal, in: account, at: facts.now,
                services.sealer)
        else { return false }
        return try await services.database.write(for: account) { [account] transaction in
            let devices = MFADeviceTable(transaction, of: account)
            guard var device = try devices.find(device.id),
                device.assignment?.owner == principal, var state = device.key,
                let credential = device.knownCredential
            else { return false }
            do {
                state.signCount = try Assertion.verify(
                    response, of: credential, challenge: challenge.text, party: party
                ).signCount
            } catch {
                services.logger.info(
                    "a security key was not accepted",
                    metadata: ["request": "\(facts.requestID)", "cause": "\(error)"])
                return false
            }
            guard try challenge.take(at: facts.now, in: transaction) else { return false }
            device.proof = .key(state)
            device.lastUsedAt = facts.now
            try devices.update(device)
            return true
        }
    }
}

extension OfferedDevice {
    /// Devices as pages offer them, the last used first.
    static func list(_ devices: [MFADevice]) -> [OfferedDevice] {
        func latest(_ device: MFADevice) -> Timestamp {
            device.lastUsedAt ?? device.assignment?.enabledAt ?? device.createdAt
        }
        return devices.sorted { latest($0) > latest($1) }.map {
            OfferedDevice(id: $0.id.description, serialNumber: $0.serialNumber)
        }
    }
}

extension AssertionResponse {
    /// The device among these whose key answered; nil when it is none of them.
    func device(among devices: [MFADevice]) -> MFADevice? {
        devices.first { $0.key != nil && $0.key?.credentialID == credentialID }
    }
}
