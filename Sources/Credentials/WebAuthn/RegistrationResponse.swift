import IAMIdentifiers

/// What a browser sends after `navigator.credentials.create()`.
package struct RegistrationResponse: Equatable, Sendable {
    package let credentialID: [UInt8]
    package let clientDataJSON: [UInt8]
    package let attestationObject: [UInt8]
    /// How the browser reaches the authenticator, in WebAuthn's words. Words that are not known
    /// are left out, as are repeated ones.
    package let transports: [String]

    package init(
        credentialID: [UInt8], clientDataJSON: [UInt8], attestationObject: [UInt8],
        transports: [String]
    ) {
        self.credentialID = credentialID
        self.clientDataJSON = clientDataJSON
        self.attestationObject = attestationObject
        self.transports = CredentialDescriptor.knownTransports.filter { known in
            transports.contains { $0.isExactly(known) }
        }
    }

    /// Reads what `PublicKeyCredential.toJSON()` gives, a RegistrationResponseJSON.
    ///
    /// Source: WebAuthn Level 3, section 5.1. <https://www.w3.org/TR/webauthn-3/#iface-pkcredential>
    package init(json: [UInt8]) throws(WebAuthnError) {
        let credential = try CredentialJSON(json)
        self.init(
            credentialID: credential.id,
            clientDataJSON: try credential.bytes("clientDataJSON"),
            attestationObject: try credential.bytes("attestationObject"),
            transports: try credential.texts("transports"))
    }
}
