import Crypto

/// The ceremony that makes a new credential known.
///
/// Source: WebAuthn Level 3, section 7.1, "Registering a New Credential".
/// <https://www.w3.org/TR/webauthn-3/#sctn-registering-a-new-credential>
package enum Registration {
    /// Checks what the browser sent after `navigator.credentials.create()`.
    ///
    /// The caller has to see to it that a challenge is taken once, and that no other credential
    /// has this ID (step 26).
    /// - Parameter challenge: the text that ``WebAuthnOptions`` were made with.
    package static func verify(
        _ response: RegistrationResponse, challenge: String, party: RelyingParty,
        requiresUserVerification: Bool = false
    ) throws(WebAuthnError) -> RegisteredCredential {
        // Steps 5 to 11.
        let clientData = try ClientData(response.clientDataJSON)
        try clientData.check(for: .registration, challenge: challenge, party: party)
        // Steps 12 and 13.
        let clientDataHash = Array(SHA256.hash(data: response.clientDataJSON))
        let object = try AttestationObject(response.attestationObject)
        let data = object.authenticatorData
        // Steps 14 to 17.
        try data.check(party: party, requiresUserVerification: requiresUserVerification)
        guard let credential = data.credential else { throw .malformedAuthenticatorData }
        // Step 20. `COSEKey` reads no algorithm but those that are offered.
        let key = try SignatureKey(credential.key)
        // Steps 21 and 22.
        try object.verify(credential, key, clientDataHash: clientDataHash)
        // Step 25 was made as the ID was read. What the browser says beside it has to be the same.
        guard response.credentialID == credential.id else { throw .wrongCredential }
        // Step 27.
        return RegisteredCredential(
            id: credential.id, publicKey: credential.keyBytes, signCount: data.signCount,
            isUserVerified: data.flags.contains(.userVerified),
            isBackupEligible: data.flags.contains(.backupEligible),
            isBackedUp: data.flags.contains(.backedUp), aaguid: credential.aaguid,
            transports: response.transports)
    }
}
