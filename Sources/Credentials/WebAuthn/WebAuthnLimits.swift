/// What is read at most, in bytes, and before anything is made of it.
package enum WebAuthnLimits {
    /// The JSON of a whole response.
    package static let response = 262_144
    package static let clientData = 4_096
    package static let attestationObject = 65_536
    package static let authenticatorData = 16_384
    /// An RSA key of 4,096 bits signs with 512 bytes.
    package static let signature = 1_024
    /// WebAuthn Level 3, section 4, "Credential ID".
    package static let credentialID = 16...1_023
    /// WebAuthn Level 3, section 5.4.3, "User handle".
    package static let userHandle = 64
}
