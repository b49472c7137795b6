/// What a browser sends after `navigator.credentials.get()`.
package struct AssertionResponse: Equatable, Sendable {
    package let credentialID: [UInt8]
    package let clientDataJSON: [UInt8]
    package let authenticatorData: [UInt8]
    package let signature: [UInt8]
    /// The handle of the user for whom the credential was made; nil if the authenticator does not
    /// keep it.
    package let userHandle: [UInt8]?

    package init(
        credentialID: [UInt8], clientDataJSON: [UInt8], authenticatorData: [UInt8],
        signature: [UInt8], userHandle: [UInt8]?
    ) {
        self.credentialID = credentialID
        self.clientDataJSON = clientDataJSON
        self.authenticatorData = authenticatorData
        self.signature = signature
        self.userHandle = userHandle
    }

    /// Reads what `PublicKeyCredential.toJSON()` gives, an AuthenticationResponseJSON.
    package init(json: [UInt8]) throws(WebAuthnError) {
        let credential = try CredentialJSON(json)
        let handle =
            credential.has("userHandle") ? try credential.bytes("userHandle") : nil
        guard handle?.count ?? 0 <= WebAuthnLimits.userHandle else { throw .tooLong }
        self.init(
            credentialID: credential.id,
            clientDataJSON: try credential.bytes("clientDataJSON"),
            authenticatorData: try credential.bytes("authenticatorData"),
            signature: try credential.bytes("signature"), userHandle: handle)
    }
}
