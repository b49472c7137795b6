package import AWSWire
import IAMIdentifiers

/// The names under which pages are answered.
///
/// Whoever owns a name can make it lead to this server's address, and then a browser takes the
/// pages for that owner's own: its scripts may read them (DNS rebinding). So pages are answered
/// only under names that are known to be the operator's, and under those that nobody can rebind:
/// IP addresses, `localhost` and what ends in `.localhost`.
///
/// Source: RFC 6761 §6.3 for `localhost`.
package struct KnownHosts: Sendable {
    /// In lower-case ASCII.
    private let names: [String]

    /// - Parameter names: hosts in lower case, as ``Configuration/knownNames`` has them. Each
    ///   stands for its sign-in hosts, too: `ACCOUNT.signin.NAME`.
    package init(_ names: [String] = []) { self.names = names }

    /// Whether pages are answered for requests to `authority`. Its port does not matter.
    package func contains(_ authority: Authority) -> Bool {
        let isAbsolute = authority.host.hasSuffix(".")
        let host = isAbsolute ? String(authority.host.dropLast()) : authority.host
        return Self.isAddress(host) || host == "localhost" || host.hasSuffix(".localhost")
            || names.contains { host == $0 || Self.isSignInHost(host, of: $0) }
    }

    private static func isAddress(_ host: String) -> Bool {
        guard host.hasPrefix("["), host.hasSuffix("]") else { return IPAddress(host) != nil }
        return IPAddress(String(host.dropFirst().dropLast()))?.isVersion6 == true
    }

    /// Whether `host` is one label before `.signin.NAME`.
    private static func isSignInHost(_ host: String, of name: String) -> Bool {
        let end = ".signin.\(name)"
        guard host.hasSuffix(end) else { return false }
        let label = host.dropLast(end.count)
        return !label.isEmpty && !label.contains(".")
    }
}

extension Configuration {
    /// The names that the operator wrote down as this server's: of `public_url`, of `hosts`, and
    /// the one it listens on.
    var knownNames: [String] {
        (hosts + [listen.host, publicURL?.host].compactMap(\.self)).map { $0.lowercased() }
    }
}
