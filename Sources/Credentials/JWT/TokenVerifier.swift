package import IAMIdentifiers
import JWTKit

/// Verifies the tokens of one issuer with its keys. Bytes in, verdict out; it holds no clock.
///
/// The keys are those of jwt-kit. Which of them a token may be verified with is decided here: a
/// key serves the algorithms that fit its type and its own members, and no header of a token
/// brings another key.
package struct TokenVerifier: Sendable {
    /// How far ahead of ours an issuer's clock may be.
    static let skew: Int64 = 60

    private struct Key: Sendable {
        let id: String?
        let algorithms: [TokenAlgorithm: any JWTAlgorithm]
    }

    private let keys: [Key]

    /// Keys with a point that is not on its curve are left out.
    package init(_ set: JSONWebKeySet) async {
        var keys: [Key] = []
        for key in set.keys {
            var algorithms: [TokenAlgorithm: any JWTAlgorithm] = [:]
            for algorithm in key.algorithms {
                algorithms[algorithm] = try? await Self.algorithm(algorithm, key.material)
            }
            keys.append(Key(id: key.id, algorithms: algorithms))
        }
        self.keys = keys
    }

    /// The token, whose signature and times hold at `now`. Its issuer and its audience are for the
    /// caller to compare.
    package func verify(
        _ token: WebIdentityToken, at now: Timestamp
    ) throws(TokenError) {
        let algorithm = try algorithm(for: token)
        guard (try? algorithm.verify(token.signature, signs: token.signed)) == true else {
            throw .badSignature
        }
        guard let expiry = try token.time("exp") else { throw .missingClaim(name: "exp") }
        guard now.seconds < expiry else { throw .expired(at: expiry) }
        for name in ["nbf", "iat"] {
            if let start = try token.time(name), start > now.seconds + Self.skew {
                throw .notYetValid(from: start)
            }
        }
    }

    /// The key that the token names, or the only one that fits.
    private func algorithm(for token: WebIdentityToken) throws(TokenError) -> any JWTAlgorithm {
        var candidates = keys
        if let id = token.keyID {
            candidates = keys.filter { $0.id?.isExactly(id) == true }
            guard !candidates.isEmpty else { throw .unknownKey }
        }
        let fitting = candidates.compactMap { $0.algorithms[token.algorithm] }
        guard let algorithm = fitting.first else {
            throw token.keyID == nil ? .unknownKey : .unfitKey
        }
        guard fitting.count == 1 else { throw .ambiguousKey }
        return algorithm
    }

    /// What verifies signatures of one algorithm with one key.
    private static func algorithm(
        _ algorithm: TokenAlgorithm, _ material: JSONWebKey.Material
    ) async throws -> any JWTAlgorithm {
        let collection = JWTKeyCollection()
        switch (material, algorithm) {
        case (.rsa(let modulus, let exponent), .rs256), (.rsa(let modulus, let exponent), .rs384),
            (.rsa(let modulus, let exponent), .rs512):
            let digest: DigestAlgorithm =
                switch algorithm {
                case .rs384: .sha384
                case .rs512: .sha512
                default: .sha256
                }
            await collection.add(
                rsa: try Insecure.RSA.PublicKey(
                    modulus: Base64.forURLs.encoded(modulus),
                    exponent: Base64.forURLs.encoded(exponent)), digestAlgorithm: digest)
        case (.elliptic(.p256, let x, let y), .es256):
            await collection.add(ecdsa: try ES256PublicKey(parameters: Self.point(x, y)))
        case (.elliptic(.p384, let x, let y), .es384):
            await collection.add(ecdsa: try ES384PublicKey(parameters: Self.point(x, y)))
        case (.elliptic(.p521, let x, let y), .es512):
            await collection.add(ecdsa: try ES512PublicKey(parameters: Self.point(x, y)))
        default: throw TokenError.unfitKey
        }
        return try await collection.getKey()
    }

    private static func point(_ x: [UInt8], _ y: [UInt8]) -> ECDSAParameters {
        (Base64.forURLs.encoded(x), Base64.forURLs.encoded(y))
    }
}
