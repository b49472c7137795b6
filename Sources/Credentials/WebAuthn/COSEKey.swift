/// The algorithms that a passkey or security key may sign with, by their COSE numbers, in the order
/// in which they are offered.
///
/// Source: WebAuthn Level 3, section 5.8.5. <https://www.w3.org/TR/webauthn-3/#sctn-alg-identifier>
package enum COSEAlgorithm: Int64, Sendable, CaseIterable {
    /// Ed25519.
    case edDSA = -8
    /// ECDSA on P-256 with SHA-256.
    case es256 = -7
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    case rs256 = -257
}

/// A credential's public key, as its form: whether a point is on the curve is for
/// ``SignatureKey`` to find.
///
/// The map has the members that its algorithm requires, and no others.
///
/// Sources: WebAuthn Level 3, sections 5.8.5 and 6.5.1.1; RFC 9053, section 7; RFC 8230, section 4.
/// <https://www.w3.org/TR/webauthn-3/#sctn-encoded-credPubKey-examples>
package enum COSEKey: Equatable, Sendable {
    /// A point on P-256, by its coordinates of 32 bytes.
    case es256(x: [UInt8], y: [UInt8])
    /// 32 bytes.
    case edDSA([UInt8])
    /// A modulus of 2,048 to 4,096 bits, and an exponent.
    case rs256(modulus: [UInt8], exponent: [UInt8])

    package var algorithm: COSEAlgorithm {
        switch self {
        case .es256: .es256
        case .edDSA: .edDSA
        case .rs256: .rs256
        }
    }

    /// A key that was kept as its bytes.
    package init(_ bytes: [UInt8]) throws(WebAuthnError) {
        let value: CBOR
        do { value = try CBOR.read(bytes) } catch { throw .malformedCBOR(error) }
        try self.init(value)
    }

    package init(_ value: CBOR) throws(WebAuthnError) {
        guard let number = value[Label.algorithm]?.integer else { throw .malformedKey }
        guard let algorithm = COSEAlgorithm(rawValue: number) else {
            throw .unsupportedAlgorithm(number)
        }
        let type = value[Label.keyType]?.integer
        switch algorithm {
        case .es256:
            guard type == 2, value[-1]?.integer == 1, let x = value[-2]?.bytes, x.count == 32,
                let y = value[-3]?.bytes, y.count == 32, value.count == 5
            else { throw .malformedKey }
            self = .es256(x: x, y: y)
        case .edDSA:
            guard type == 1, value[-1]?.integer == 6, let x = value[-2]?.bytes, x.count == 32,
                value.count == 4
            else { throw .malformedKey }
            self = .edDSA(x)
        case .rs256:
            guard type == 3, let modulus = value[-1]?.bytes, let exponent = value[-2]?.bytes,
                value.count == 4, Self.isModulus(modulus), Self.isExponent(exponent)
            else { throw .malformedKey }
            self = .rs256(modulus: modulus, exponent: exponent)
        }
    }

    private enum Label {
        static let keyType: Int64 = 1
        static let algorithm: Int64 = 3
    }

    /// Whether a number is odd, begins with no zero byte, and has 2,048 to 4,096 bits.
    private static func isModulus(_ number: [UInt8]) -> Bool {
        guard let first = number.first, let last = number.last, first != 0 else { return false }
        let bits = number.count * 8 - first.leadingZeroBitCount
        return 2_048...4_096 ~= bits && last & 1 == 1
    }

    /// Whether a number is odd, begins with no zero byte, and is from 65,537 to 32 bits long.
    /// FIPS 186-5 allows no smaller exponents, and larger ones only cost time.
    private static func isExponent(_ number: [UInt8]) -> Bool {
        guard 3...4 ~= number.count, let first = number.first, let last = number.last, first != 0
        else { return false }
        return number.reduce(0) { $0 << 8 | UInt32($1) } >= 65_537 && last & 1 == 1
    }
}
