package import Credentials
package import IAMIdentifiers
package import Operations

extension TestService {
    /// The messages to an address, the newest first.
    package func mail(to address: String = TestService.rootEmail) async throws -> [Mail.Sent] {
        try await Mail(services).newest().filter { $0.recipient == address }
    }

    /// The subjects of the messages to an address, the newest first.
    package func subjects(to address: String = TestService.rootEmail) async throws -> [String] {
        try await mail(to: address).map(\.subject)
    }

    /// The address that test pages give to a link.
    package static func link(_ token: RandomToken) -> String {
        "http://localhost/page?token=\(token.secret.reveal())"
    }

    /// The token of the newest link to an address.
    package func token(to address: String = TestService.rootEmail) async throws -> RandomToken? {
        for message in try await mail(to: address) {
            guard let start = message.text.firstRange(of: "token=")?.upperBound else { continue }
            return RandomToken(String(message.text[start...].prefix { $0 != "\n" }))
        }
        return nil
    }

    /// The newest code to an address: six digits on a line of their own.
    package func emailCode(to address: String) async throws -> String? {
        for message in try await mail(to: address) {
            let lines = message.text.split(separator: "\n")
            if let code = lines.first(where: { $0.count == 6 && $0.allSatisfy(\.isNumber) }) {
                return String(code)
            }
        }
        return nil
    }

    /// What a sign-in of the root user leads to.
    package func signInAsRoot(
        _ password: Secret = TestService.rootPassword, email: String = TestService.rootEmail,
        device: Secret? = nil
    ) async throws -> SignIn.Outcome {
        try await SignIn(services).signIn(
            .root(email: email), password: password, device: device, facts())
    }
}
