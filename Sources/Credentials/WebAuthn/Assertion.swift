import Crypto

/// The ceremony that proves a credential.
///
/// Source: WebAuthn Level 3, section 7.2, "Verifying an Authentication Assertion".
/// <https://www.w3.org/TR/webauthn-3/#sctn-verifying-assertion>
package enum Assertion {
    /// What an accepted assertion says. The count is to be kept.
    package struct Proof: Equatable, Sendable {
        package let signCount: Int
        /// Whether the authenticator asked for a PIN, a finger or a face.
        package let isUserVerified: Bool
        package let isBackedUp: Bool
    }

    /// Checks what the browser sent after `navigator.credentials.get()`.
    ///
    /// The caller finds the credential by the ID in the response, among those of the user who
    /// signs in (steps 5 and 6), and has to see to it that a challenge is taken once.
    /// - Parameter challenge: the text that ``WebAuthnOptions`` were made with.
    package static func verify(
        _ response: AssertionResponse, of credential: KnownCredential, challenge: String,
        party: RelyingParty, requiresUserVerification: Bool = false
    ) throws(WebAuthnError) -> Proof {
        // Steps 5 and 6.
        guard response.credentialID == credential.id else { throw .wrongCredential }
        if let handle = response.userHandle, handle != credential.userHandle { throw .wrongUser }
        // Steps 8 to 14.
        let clientData = try ClientData(response.clientDataJSON)
        try clientData.check(for: .assertion, challenge: challenge, party: party)
        // Steps 15 to 19.
        let data = try AuthenticatorData(response.authenticatorData)
        try data.check(party: party, requiresUserVerification: requiresUserVerification)
        guard data.flags.contains(.backupEligible) == credential.isBackupEligible else {
            throw .inconsistentBackupState
        }
        // Steps 20 and 21.
        guard response.signature.count <= WebAuthnLimits.signature else { throw .tooLong }
        let message = response.authenticatorData + SHA256.hash(data: response.clientDataJSON)
        let key = try SignatureKey(COSEKey(credential.publicKey))
        guard key.isValid(response.signature, of: message) else { throw .wrongSignature }
        // Step 22. A count that stands still where one counts is refused, too.
        let counts = data.signCount != 0 || credential.signCount != 0
        guard data.signCount > credential.signCount || !counts else {
            throw .signCountNotGrown(stored: credential.signCount, given: data.signCount)
        }
        return Proof(
            signCount: data.signCount, isUserVerified: data.flags.contains(.userVerified),
            isBackedUp: data.flags.contains(.backedUp))
    }
}
