import Credentials
package import IAMIdentifiers
package import Store

/// The one account of `gatehouse serve --dev`: known beforehand or printed at start, and as
/// strictly kept as any other.
package struct DevAccount: Sendable {
    /// What the environment fixes; the rest is drawn at random.
    package struct Settings: Sendable {
        package var email: String?
        package var password: Secret?
        /// 16 to 128 letters, digits or underscores.
        package var accessKeyID: AccessKeyID?
        /// Any text but the empty one.
        package var secretAccessKey: Secret?

        package init(
            email: String? = nil, password: Secret? = nil, accessKeyID: AccessKeyID? = nil,
            secretAccessKey: Secret? = nil
        ) {
            self.email = email
            self.password = password
            self.accessKeyID = accessKeyID
            self.secretAccessKey = secretAccessKey
        }
    }

    /// The account number of AWS's own examples.
    package static let id = AccountID("123456789012")!  // twelve digits

    package let account: Account
    package let password: Secret
    package let accessKeyID: AccessKeyID
    package let secretAccessKey: Secret

    /// Makes the account in a fresh database.
    /// - Throws: ``AccountRefusal`` when a setting is not accepted.
    package static func make(
        _ settings: Settings, _ services: Services
    ) async throws -> DevAccount {
        let details = try AccountDetails(
            name: "dev", email: settings.email ?? "root@example.com")
        let password = settings.password ?? randomPassword(services)
        let made = try await OperatorTools(services).make(
            SignUp.Request(
                details, password: password, passwordMayBeGuessable: true, accountID: id,
                accessKey: .init(id: settings.accessKeyID, secret: settings.secretAccessKey)))
        guard let key = made.accessKey else { throw IAMError.serviceFailure }
        return DevAccount(
            account: made.account, password: password, accessKeyID: key.id,
            secretAccessKey: key.secret)
    }

    /// Puts everything back to the state of a moment ago. What is counted in memory begins anew.
    /// - Parameter restore: puts the database back, by the engine's means.
    package static func reset(
        _ services: Services, restore: @Sendable () async throws -> Void
    ) async throws {
        // Rows that wait to be written belong to the state that is dropped.
        await services.afterwards.flush()
        try await restore()
        services.passwordAttempts.reset()
        services.auditAllowance.reset()
        services.eventLookups.reset()
        services.requestRates.reset()
    }

    /// Twenty-four characters of four kinds.
    private static func randomPassword(_ services: Services) -> Secret {
        var random = services.random()
        let alphabet = Array("abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789")
        let characters = (0..<20).map { _ in
            alphabet[Int.random(in: alphabet.indices, using: &random)]
        }
        return Secret("Dev-" + String(characters))
    }
}
