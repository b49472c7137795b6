/// A new passkey or security key, as it is kept. None of it is secret.
///
/// Source: WebAuthn Level 3, section 4, "Credential Record".
/// <https://www.w3.org/TR/webauthn-3/#credential-record>
package struct RegisteredCredential: Equatable, Sendable {
    /// 16 to 1,023 bytes. No other credential may have them: §7.1 step 26 is the store's.
    package let id: [UInt8]
    /// The COSE key, as the authenticator gave it. ``COSEKey/init(_:)-([UInt8])`` reads it.
    package let publicKey: [UInt8]
    /// 0 if the authenticator does not count.
    package let signCount: Int
    /// Whether the authenticator asked for a PIN, a finger or a face.
    package let isUserVerified: Bool
    /// Whether the credential may be copied to other devices of its owner, as synchronised
    /// passkeys are. It never changes.
    package let isBackupEligible: Bool
    /// Whether it has been.
    package let isBackedUp: Bool
    /// The model of the authenticator, 16 bytes. Zeros if it does not tell.
    package let aaguid: [UInt8]
    /// How the browser reaches it, in WebAuthn's words.
    package let transports: [String]
}
