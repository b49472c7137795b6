/// Why a passkey or security key was not accepted. Carries nothing secret: it is logged and
/// recorded whole. The person is told one neutral sentence.
package enum WebAuthnError: Error, Hashable, Sendable {
    // MARK: The form

    /// Something is longer than ``WebAuthnLimits`` allow.
    case tooLong
    /// What the browser sent is not the JSON of a `PublicKeyCredential`.
    case malformedResponse
    case malformedClientData
    case malformedCBOR(CBORError)
    case malformedAuthenticatorData
    case malformedAttestation
    /// The public key lacks a member, has one too many, or is no key of its algorithm.
    case malformedKey
    /// The credential ID has fewer than 16 bytes or more than 1,023.
    case malformedCredentialID

    // MARK: What the browser says

    /// The answer to a registration was sent for an assertion, or the reverse.
    case wrongType
    /// The challenge is another than the one that was given.
    case wrongChallenge
    /// The page has an origin that is not ours. Browsers write it, so it names the page that
    /// asked. If it is the server's own, `public_url` is set to something else.
    case wrongOrigin(String)
    /// The page stood in a frame of another origin.
    case crossOrigin

    // MARK: What the authenticator says

    /// The authenticator signed for another relying party.
    case wrongRelyingParty
    /// Nobody touched the authenticator.
    case userNotPresent
    /// The authenticator asked for no PIN, finger or face, and had to.
    case userNotVerified
    /// The credential is said to be backed up, and not to be eligible for that; or its eligibility
    /// is another than when it was registered.
    case inconsistentBackupState
    /// The key's algorithm was not offered: its COSE number.
    case unsupportedAlgorithm(Int64)

    // MARK: What proves it

    /// An attestation of a format other than `none` and `packed`.
    case unsupportedAttestation
    /// The attestation's signature is wrong, or was made with another algorithm than it says.
    case wrongAttestation
    /// The attestation's certificate breaks a requirement of WebAuthn's section 8.2.1.
    case unfitCertificate
    case wrongSignature

    // MARK: Whose it is

    /// The credential is another than the one that is looked at.
    case wrongCredential
    /// The authenticator made the credential for another user.
    case wrongUser
    /// The count did not grow, so that the authenticator may have been copied.
    case signCountNotGrown(stored: Int, given: Int)
}
