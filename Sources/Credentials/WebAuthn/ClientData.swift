import IAMIdentifiers
import StrictJSON

/// What the browser says of the page that asked, which the authenticator signs with the rest.
///
/// Source: WebAuthn Level 3, section 5.8.1.
/// <https://www.w3.org/TR/webauthn-3/#dictionary-client-data>
package struct ClientData: Equatable, Sendable {
    /// What the page asked for.
    package enum Ceremony: String, Sendable {
        case registration = "webauthn.create"
        case assertion = "webauthn.get"
    }

    package let type: String
    /// In base64 for URLs, as it was given.
    package let challenge: String
    package let origin: String
    /// Whether the page stood in a frame of another origin.
    package let isCrossOrigin: Bool

    /// Reads all of `json`. It may have further members, which are ignored: the specification
    /// says that browsers will add some.
    package init(_ json: [UInt8]) throws(WebAuthnError) {
        guard json.count <= WebAuthnLimits.clientData else { throw .tooLong }
        // A byte order mark is no JSON to `JSONReader`, and no browser writes one.
        guard String(validating: json, as: UTF8.self) != nil,
            let node = try? JSONReader.read(json), let members = node.members,
            case .string(let type) = members["type"]?.content,
            case .string(let challenge) = members["challenge"]?.content,
            case .string(let origin) = members["origin"]?.content
        else { throw .malformedClientData }
        self.type = type
        self.challenge = challenge
        self.origin = origin
        let isCrossOrigin =
            switch members["crossOrigin"]?.content {
            case nil: false
            case .boolean(let value): value
            default: throw WebAuthnError.malformedClientData
            }
        // Browsers write `topOrigin` only for frames of other origins.
        self.isCrossOrigin = isCrossOrigin || members["topOrigin"] != nil
    }

    /// The checks of both ceremonies: §7.1 steps 7 to 11 and §7.2 steps 10 to 14.
    package func check(
        for ceremony: Ceremony, challenge: String, party: RelyingParty
    ) throws(WebAuthnError) {
        guard type.isExactly(ceremony.rawValue) else { throw .wrongType }
        guard self.challenge.isExactly(challenge) else { throw .wrongChallenge }
        guard party.allows(origin) else { throw .wrongOrigin(origin.excerpt) }
        // No page of ours is meant to stand in a frame.
        guard !isCrossOrigin else { throw .crossOrigin }
    }
}
