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
        try await secondFactorQuestion(ticket, facts).flatMap {
            try $0.factor(services).question($0.candidate.devices, facts)
        }
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
            response?.device(among: question.candidate.devices)
        } verify: { question, device in
            guard let response else { return false }
            return try await question.factor(services).takes(
                response, challenge, of: device, facts)
        }
    }
}
