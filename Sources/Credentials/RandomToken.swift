package import IAMIdentifiers

/// What a browser or a link carries to prove a session: 256 random bits in base64 for URLs, 43
/// characters. The store keeps its ``TokenHash`` alone.
package struct RandomToken: Sendable, Equatable {
    /// The token's text, for the cookie or the link.
    package let secret: Secret

    /// A new random token.
    package static func random(using random: inout some RandomNumberGenerator) -> RandomToken {
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        return RandomToken(secret: Secret(Base64.forURLs.encoded(bytes)))
    }

    /// A token that came from outside, or nil unless it has the form of one.
    package init?(_ text: String) {
        guard text.utf8.count == 43, text.utf8.allSatisfy(Self.isAllowed) else { return nil }
        secret = Secret(text)
    }

    private init(secret: Secret) { self.secret = secret }

    /// What the store keeps.
    package var hash: TokenHash { TokenHash(of: self) }

    private static func isAllowed(_ character: UInt8) -> Bool {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
