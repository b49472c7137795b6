import IAMIdentifiers

/// What a page hands to the browser, as JSON for
/// `PublicKeyCredential.parseCreationOptionsFromJSON()` and `parseRequestOptionsFromJSON()`.
///
/// A touch is enough for a second factor, since the password came before it; so user verification
/// is preferred. No attestation is asked for.
///
/// Source: WebAuthn Level 3, sections 5.1.9, 5.1.10, 5.4 and 5.5.
/// <https://www.w3.org/TR/webauthn-3/#sctn-parseCreationOptionsFromJSON>
package enum WebAuthnOptions {
    /// For whom a credential is made.
    package struct User: Sendable {
        /// 1 to 64 bytes that say nothing of the person, and are the same for all of the user's
        /// credentials.
        package let handle: [UInt8]
        /// What tells users apart in the authenticator's list.
        package let name: String
        package let displayName: String

        package init(handle: [UInt8], name: String, displayName: String) {
            self.handle = handle
            self.name = name
            self.displayName = displayName
        }
    }

    /// How long a browser waits, in seconds. WebAuthn recommends five to ten minutes.
    package static let timeoutSeconds = 300

    /// - Parameters:
    ///   - challenge: at least 16 random bytes, in base64 for URLs. Used for one answer only.
    ///   - existing: the user's credentials. An authenticator that has one of them makes no other.
    package static func creation(
        challenge: String, party: RelyingParty, user: User,
        excluding existing: [CredentialDescriptor],
        requiresUserVerification: Bool = false
    ) -> String {
        let parameters = COSEAlgorithm.allCases.map {
            object([("type", quoted("public-key")), ("alg", String($0.rawValue))])
        }
        let verification = verification(requiresUserVerification)
        return object([
            ("rp", object([("id", quoted(party.id)), ("name", quoted(party.name))])),
            (
                "user",
                object([
                    ("id", quoted(Base64.forURLs.encoded(user.handle))),
                    ("name", quoted(user.name)), ("displayName", quoted(user.displayName)),
                ])
            ),
            ("challenge", quoted(challenge)), ("pubKeyCredParams", list(parameters)), timeout,
            ("excludeCredentials", list(existing.map(descriptor))),
            (
                "authenticatorSelection",
                object([
                    ("residentKey", quoted("preferred")), ("requireResidentKey", "false"),
                    verification,
                ])
            ),
            ("attestation", quoted("none")),
        ])
    }

    /// - Parameters:
    ///   - challenge: as for a registration.
    ///   - credentials: those of the user who signs in. If it is empty, the browser offers those
    ///     that it finds.
    package static func request(
        challenge: String, party: RelyingParty, allowing credentials: [CredentialDescriptor],
        requiresUserVerification: Bool = false
    ) -> String {
        object([
            ("challenge", quoted(challenge)), timeout, ("rpId", quoted(party.id)),
            ("allowCredentials", list(credentials.map(descriptor))),
            verification(requiresUserVerification),
        ])
    }

    private static let timeout = ("timeout", String(timeoutSeconds * 1_000))

    private static func verification(_ isRequired: Bool) -> (String, String) {
        ("userVerification", quoted(isRequired ? "required" : "preferred"))
    }

    private static func descriptor(_ credential: CredentialDescriptor) -> String {
        var members = [
            ("type", quoted("public-key")), ("id", quoted(Base64.forURLs.encoded(credential.id))),
        ]
        if !credential.transports.isEmpty {
            members.append(("transports", list(credential.transports.map { quoted($0) })))
        }
        return object(members)
    }

    // MARK: JSON

    private static func object(_ members: [(name: String, json: String)]) -> String {
        "{" + members.map { "\(quoted($0.name)):\($0.json)" }.joined(separator: ",") + "}"
    }

    private static func list(_ elements: [String]) -> String {
        "[" + elements.joined(separator: ",") + "]"
    }

    private static func quoted(_ text: String) -> String { JSONText.quoted(text) }
}
