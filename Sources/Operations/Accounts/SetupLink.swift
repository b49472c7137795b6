package import Credentials
import Store

/// The one-time link with which the first account is made on a fresh installation. It is printed
/// where only the operator reads, and it works until there is an account.
package struct SetupLink: Sendable {
    private let services: Services

    package init(_ services: Services) { self.services = services }

    /// Servers of one database whose links are valid side by side.
    private static let servers = 16

    /// A new link's token; nil when there is an account. It makes any earlier one worthless, unless
    /// other servers may have printed those.
    package func issue() async throws -> RandomToken? {
        let services = services
        return try await services.database.write { transaction in
            guard try AccountTable(transaction).isEmpty() else { return nil }
            var random = services.random()
            let token = RandomToken.random(using: &random)
            try SetupLinkTable(transaction).add(
                token.hash.description,
                keeping: services.database.sharedClock == nil ? 0 : Self.servers - 1,
                at: services.now())
            return token
        }
    }

    /// Whether the first account can be made with this token now.
    package func isValid(_ token: RandomToken) async throws -> Bool {
        try await services.database.read { try Self.isValid(token, in: $0) }
    }

    static func isValid(_ token: RandomToken, in transaction: any Transaction) throws -> Bool {
        try SetupLinkTable(transaction).contains(token.hash.description)
            && AccountTable(transaction).isEmpty()
    }
}
