import Credentials
package import IAMIdentifiers
import Logging
import Store

// Proving a passkey or security key.
extension SignIn {
    /// What the browser is asked for: one of the principal's keys. Nil when the ticket is not
    /// valid, when the principal has no key, and where browsers use none.
    package func keyQuestion(
        _ ticket: Secret, _ facts: RequestFacts
    ) async throws -> KeyQuestion? {
        guard let party = services.signInSettings.relyingParty,
            let question = try await secondFactorQuestion(ticket, facts)
        else { return nil }
        let keys = question.candidate.devices.compactMap(\.descriptor)
        guard !keys.isEmpty else { return nil }
        var random = services.random()
        let challenge = KeyChallenge(
            in: question.proofs.account, at: facts.now, using: &random)
        return KeyQuestion(
            options: WebAuthnOptions.request(
                challenge: challenge.text, party: party, allowing: keys),
            challenge: try challenge.sealed(
                for: .assertion, of: question.proofs.principal, at: facts.now, services.sealer))
    }

    /// Proves a passkey or security key.
    /// - Parameters:
    ///   - response: what the browser gives, as JSON.
    ///   - challenge: as ``keyQuestion(_:_:)`` gave it.
    ///   - browser: what the browser shows of earlier sign-ins.
    package func proveKey(
        _ ticket: Secret, _ response: String, challenge: Secret, device browser: Secret? = nil,
        _ facts: RequestFacts
    ) async throws -> Outcome {
        let response = try? AssertionResponse(json: Array(response.utf8))
        return try await prove(ticket, browser, facts) { question in
            question.candidate.devices.first {
                $0.key != nil && $0.key?.credentialID == response?.credentialID
            }
        } verify: { question, device in
            guard let response else { return false }
            return try await takes(response, challenge, device, question.proofs, facts)
        }
    }

    /// Whether an answer proves a key. What is decided and what is noted is one transaction, so
    /// that of two requests with one answer only one is right.
    private func takes(
        _ response: AssertionResponse, _ sealed: Secret, _ device: MFADevice,
        _ proofs: SignInProofs, _ facts: RequestFacts
    ) async throws -> Bool {
        guard let party = services.signInSettings.relyingParty,
            let challenge = KeyChallenge(
                sealed, for: .assertion, of: proofs.principal, in: proofs.account, at: facts.now,
                services.sealer)
        else { return false }
        let services = services
        return try await services.database.write(for: proofs.account) { transaction in
            let devices = MFADeviceTable(transaction, of: proofs.account)
            guard var device = try devices.find(device.id),
                device.assignment?.owner == proofs.principal, var state = device.key,
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
