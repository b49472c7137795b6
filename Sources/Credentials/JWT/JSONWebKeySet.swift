import IAMIdentifiers
import StrictJSON

/// The public keys of an issuer, as it publishes them.
///
/// Source: RFC 7517, section 5: keys that are not understood are left out.
/// <https://www.rfc-editor.org/rfc/rfc7517#section-5>
package struct JSONWebKeySet: Sendable, Equatable {
    /// Bytes of a document at most.
    package static let longest = 262_144
    /// Keys at most that are looked at.
    static let mostKeys = 100

    package let keys: [JSONWebKey]

    private init(keys: [JSONWebKey]) { self.keys = keys }

    /// Whether some key has this ID.
    package func hasKey(_ id: String) -> Bool { keys.contains { $0.id?.isExactly(id) == true } }

    /// The keys of the ID that a token names; those that fit its algorithm for a token that names
    /// none.
    package func narrowed(to token: WebIdentityToken) -> JSONWebKeySet {
        guard let id = token.keyID else {
            return JSONWebKeySet(keys: keys.filter { $0.algorithms.contains(token.algorithm) })
        }
        return JSONWebKeySet(keys: keys.filter { $0.id?.isExactly(id) == true })
    }

    /// - Returns: nil for what is no set of keys.
    package init?(_ json: [UInt8]) {
        guard json.count <= Self.longest, String(validating: json, as: UTF8.self) != nil,
            let members = (try? JSONReader.read(json))?.members,
            case .array(let nodes) = members["keys"]?.content, nodes.count <= Self.mostKeys
        else { return nil }
        var keys: [JSONWebKey] = []
        for node in nodes {
            guard let members = node.members else { return nil }
            if let key = JSONWebKey(members) { keys.append(key) }
        }
        self.keys = keys
    }
}
