import IAMIdentifiers
import StrictJSON

/// A public key of an issuer, as its form.
///
/// Sources: RFC 7517, section 4; RFC 7518, section 6.
/// <https://www.rfc-editor.org/rfc/rfc7517>
package struct JSONWebKey: Sendable, Equatable {
    /// What verifies. Numbers are bytes, the most significant first, without zeros before them.
    package enum Material: Sendable, Equatable {
        /// A modulus of 2,048 to 8,192 bits, and an exponent.
        case rsa(modulus: [UInt8], exponent: [UInt8])
        /// A point, whose coordinates are as long as the curve's field.
        case elliptic(Curve, x: [UInt8], y: [UInt8])
    }

    package enum Curve: String, Sendable, CaseIterable {
        case p256 = "P-256"
        case p384 = "P-384"
        case p521 = "P-521"

        /// Bytes of a coordinate.
        package var length: Int {
            switch self {
            case .p256: 32
            case .p384: 48
            case .p521: 66
            }
        }
    }

    package let id: String?
    package let material: Material
    /// What it may verify: what its type fits and `alg`, `use` and `key_ops` leave over.
    package let algorithms: Set<TokenAlgorithm>

    /// - Returns: nil for a key that verifies no token: of another type, for another use, or
    ///   malformed.
    init?(_ members: [ExactText: JSONNode]) {
        guard let type = members["kty"]?.text else { return nil }
        let fitting: Set<TokenAlgorithm>
        if type.isExactly("RSA") {
            guard let key = Self.rsa(members) else { return nil }
            (material, fitting) = (key, [.rs256, .rs384, .rs512])
        } else if type.isExactly("EC") {
            guard let (curve, key) = Self.elliptic(members) else { return nil }
            material = key
            switch curve {
            case .p256: fitting = [.es256]
            case .p384: fitting = [.es384]
            case .p521: fitting = [.es512]
            }
        } else {
            return nil
        }
        switch members["kid"]?.content {
        case nil: id = nil
        case .string(let text): id = text
        default: return nil
        }
        algorithms = Self.allowed(of: fitting, members)
        if algorithms.isEmpty { return nil }
    }

    /// What `use`, `key_ops` and `alg` leave over.
    private static func allowed(
        of fitting: Set<TokenAlgorithm>, _ members: [ExactText: JSONNode]
    ) -> Set<TokenAlgorithm> {
        if let use = members["use"], use.text?.isExactly("sig") != true { return [] }
        if let operations = members["key_ops"] {
            guard case .array = operations.content,
                operations.texts?.contains(where: { $0.isExactly("verify") }) == true
            else { return [] }
        }
        guard let algorithm = members["alg"] else { return fitting }
        return fitting.filter { algorithm.text?.isExactly($0.rawValue) == true }
    }

    private static func rsa(_ members: [ExactText: JSONNode]) -> Material? {
        guard let modulus = number(members["n"]), let exponent = number(members["e"]),
            isModulus(modulus), isExponent(exponent)
        else { return nil }
        return .rsa(modulus: modulus, exponent: exponent)
    }

    private static func elliptic(
        _ members: [ExactText: JSONNode]
    ) -> (Curve, Material)? {
        guard let name = members["crv"]?.text,
            let curve = Curve.allCases.first(where: { $0.rawValue.isExactly(name) }),
            let x = bytes(members["x"]), x.count == curve.length,
            let y = bytes(members["y"]), y.count == curve.length
        else { return nil }
        return (curve, .elliptic(curve, x: x, y: y))
    }

    /// Whether a number is odd and has 2,048 to 8,192 bits.
    private static func isModulus(_ number: [UInt8]) -> Bool {
        guard let first = number.first, let last = number.last else { return false }
        let bits = number.count * 8 - first.leadingZeroBitCount
        return 2_048...8_192 ~= bits && last & 1 == 1
    }

    /// Whether a number is odd, and from 65,537 to 32 bits long. FIPS 186-5 allows no smaller
    /// exponents, and larger ones only cost time.
    private static func isExponent(_ number: [UInt8]) -> Bool {
        guard 3...4 ~= number.count, let last = number.last else { return false }
        return number.reduce(0) { $0 << 8 | UInt32($1) } >= 65_537 && last & 1 == 1
    }

    private static func bytes(_ node: JSONNode?) -> [UInt8]? {
        node?.text.flatMap { Base64.forURLs.decoded($0) }
    }

    /// A number. Some issuers write zeros before it, although they should not.
    private static func number(_ node: JSONNode?) -> [UInt8]? {
        bytes(node).map { Array($0.drop { $0 == 0 }) }
    }
}
