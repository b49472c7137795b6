import Credentials
import IAMIdentifiers
import Logging
import Store
import Synchronization

/// The keys with which the issuers of accounts sign tokens.
///
/// A key signs for thirty days. The next one is published an hour before it signs, so that whoever
/// keeps the published keys for a while knows it by then. The old one is published for a day more;
/// no token lives that long.
package struct WebIdentityKeys: Sendable {
    static let signingLife = Duration.seconds(30 * 86_400)
    static let publishedBefore = Duration.seconds(3_600)
    static let publishedAfter = Duration.seconds(86_400)
    /// How often the server looks for keys whose time has come.
    package static let interval = Duration.seconds(900)

    private let services: Services

    package init(_ services: Services) { self.services = services }

    /// A new key for an account.
    static func make(
        _ signing: TokenSigningKey, for account: AccountID, at now: Timestamp, _ sealer: Sealer
    ) throws -> WebIdentityKey {
        let id = UUIDText.random()
        return WebIdentityKey(
            account: account, id: id, algorithm: signing.algorithm.rawValue,
            sealedKey: try sealer.seal(
                signing.bytes, for: WebIdentityKey.sealingContext(id, in: account)),
            publicKey: try signing.publicKey(id: id), createdAt: now)
    }

    /// The key that signs now: the newest that is published for long enough; the first key of all
    /// at once.
    /// - Parameter keys: the newest first.
    static func current(
        _ algorithm: TokenSigningKey.Algorithm, of keys: [WebIdentityKey], at now: Timestamp
    ) -> WebIdentityKey? {
        let fitting = keys.filter { $0.algorithm == algorithm.rawValue }
        return fitting.first { $0.createdAt + publishedBefore <= now } ?? fitting.last
    }

    /// Makes keys that are due, and deletes those whose time is over.
    package func rotate() async throws {
        let now = services.now()
        let issuers = try await services.database.read {
            try WebIdentityIssuerTable($0).enabled()
        }
        for issuer in issuers {
            do {
                try await rotate(issuer.account, at: now)
            } catch {
                services.logger.error(
                    "an issuer's keys could not be renewed",
                    metadata: ["account": "\(issuer.account)", "cause": "\(error)"])
            }
        }
    }

    /// Rotates until the task is cancelled.
    package func run() async {
        while !Task.isCancelled {
            do {
                try await rotate()
            } catch {
                services.logger.error(
                    "issuers' keys could not be renewed", metadata: ["cause": "\(error)"])
            }
            try? await Task.sleep(for: Self.interval)  // a cancelled sleep ends the loop
        }
    }

    private func rotate(_ account: AccountID, at now: Timestamp) async throws {
        let keys = try await services.database.read {
            try WebIdentityKeyTable($0, of: account).list()
        }
        for algorithm in TokenSigningKey.Algorithm.allCases {
            let fitting = keys.filter { $0.algorithm == algorithm.rawValue }
            let isDue =
                fitting.first.map {
                    $0.createdAt + Self.signingLife - Self.publishedBefore <= now
                } ?? true
            let over = fitting.dropFirst().filter { old in
                fitting.contains {
                    $0.createdAt > old.createdAt
                        && $0.createdAt + Self.publishedBefore + Self.publishedAfter <= now
                }
            }
            guard isDue || !over.isEmpty else { continue }
            let new =
                isDue
                ? try Self.make(
                    try TokenSigningKey(algorithm), for: account, at: now, services.sealer) : nil
            try await services.database.write(for: account) { transaction in
                let table = WebIdentityKeyTable(transaction, of: account)
                for key in over { try table.delete(key.id) }
                if let new { try table.insert(new) }
            }
        }
    }
}

/// Keys that were made ahead of need, so that none is made while the store waits.
package final class SpareTokenKeys: Sendable {
    private static let most = 4

    private let keys = Mutex<[TokenSigningKey]>([])

    package init() {}

    /// Makes a key of RSA if there is none. It takes a tenth of a second.
    func prepare() throws {
        guard keys.withLock({ $0.isEmpty }) else { return }
        let key = try TokenSigningKey(.rs256)
        keys.withLock { if $0.count < Self.most { $0.append(key) } }
    }

    /// A key of RSA that nobody else gets.
    func take() throws -> TokenSigningKey {
        try keys.withLock { $0.popLast() } ?? TokenSigningKey(.rs256)
    }
}
