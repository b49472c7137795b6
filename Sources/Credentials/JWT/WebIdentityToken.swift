import IAMIdentifiers
package import StrictJSON

/// A JSON Web Token in its compact form, as its form: whether it is signed is for
/// ``TokenVerifier`` to find.
///
/// Read strictly. A name stands once in an object, and base64 has one spelling: no byte of a token
/// can be changed without changing what is signed or the signature.
///
/// Sources: RFC 7519; RFC 7515, sections 3.1 and 4; RFC 8725.
/// <https://www.rfc-editor.org/rfc/rfc8725>
package struct WebIdentityToken: Sendable {
    /// Bytes of a token at most.
    /// Source: AWS STS API Reference, AssumeRoleWithWebIdentity, "WebIdentityToken".
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html>
    package static let longest = 20_000

    package let algorithm: TokenAlgorithm
    /// Which of its issuer's keys signed it; nil where the issuer does not say.
    package let keyID: String?
    private let claims: [ExactText: JSONNode]
    /// What is signed: the first two parts and the dot between them.
    let signed: ArraySlice<UInt8>
    let signature: [UInt8]

    package init(_ bytes: [UInt8]) throws(TokenError) {
        guard bytes.count <= Self.longest else { throw .tooLong }
        let parts = bytes.split(
            separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Self.object(parts[0]),
            let claims = Self.object(parts[1]), let signature = Self.decoded(parts[2])
        else { throw .malformed }
        guard case .string(let name) = header["alg"]?.content else { throw .malformed }
        guard let algorithm = TokenAlgorithm.allCases.first(where: { $0.rawValue.isExactly(name) })
        else { throw .unsupportedAlgorithm }
        guard header["crit"] == nil else { throw .criticalHeader }
        switch header["kid"]?.content {
        case nil: keyID = nil
        case .string(let text): keyID = text
        default: throw .malformed
        }
        self.algorithm = algorithm
        self.claims = claims
        signed = bytes[..<parts[1].endIndex]
        self.signature = signature
    }

    private static func decoded(_ part: ArraySlice<UInt8>) -> [UInt8]? {
        guard let text = String(validating: part, as: UTF8.self) else { return nil }
        return Base64.forURLs.decoded(text)
    }

    private static func object(_ part: ArraySlice<UInt8>) -> [ExactText: JSONNode]? {
        guard let json = decoded(part), String(validating: json, as: UTF8.self) != nil,
            let node = try? JSONReader.read(json)
        else { return nil }
        return node.members
    }
}

// MARK: Claims

extension WebIdentityToken {
    /// A claim as it stands in the token; nil without it.
    package func claim(_ name: String) -> JSONNode? { claims[name] }

    /// The names of all claims.
    package var claimNames: [String] { claims.keys.sorted().map(\.text) }

    /// A claim that is text and has to be there, and is not empty.
    package func text(_ name: String) throws(TokenError) -> String {
        guard let text = try textIfPresent(name) else { throw .missingClaim(name: name) }
        guard !text.isEmpty else { throw .malformedClaim(name: name) }
        return text
    }

    /// A claim that is text; nil without it.
    package func textIfPresent(_ name: String) throws(TokenError) -> String? {
        switch claim(name)?.content {
        case nil: return nil
        case .string(let text): return text
        default: throw .malformedClaim(name: name)
        }
    }

    /// A claim that is one text or a list of texts; none without it.
    package func texts(_ name: String) throws(TokenError) -> [String] {
        guard let node = claim(name) else { return [] }
        guard let texts = node.texts else { throw .malformedClaim(name: name) }
        return texts
    }

    /// A claim that is a time, in seconds since 1970; nil without it. Times are whole numbers.
    /// Source: AWS STS API Reference, AssumeRoleWithWebIdentity, "WebIdentityToken".
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html>
    func time(_ name: String) throws(TokenError) -> Int64? {
        switch claim(name)?.content {
        case nil: return nil
        case .number(let digits):
            // Beyond this a time is no time, and could not be counted with.
            guard let seconds = Int64(digits), 0...253_402_300_799 ~= seconds else {
                throw .malformedClaim(name: name)
            }
            return seconds
        default: throw .malformedClaim(name: name)
        }
    }
}
