/// What an authenticator signs: for whom, in which way it was used, and at registration the new
/// credential.
///
/// Source: WebAuthn Level 3, section 6.1. <https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data>
package struct AuthenticatorData: Equatable, Sendable {
    /// Bits of the byte in which the authenticator says how it was used. Two are reserved, and
    /// whatever they are is ignored.
    package struct Flags: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// UP: somebody touched it.
        package static let userPresent = Flags(rawValue: 1 << 0)
        /// UV: it asked for a PIN, a finger or a face.
        package static let userVerified = Flags(rawValue: 1 << 2)
        /// BE: the credential may be copied to other devices of its owner.
        package static let backupEligible = Flags(rawValue: 1 << 3)
        /// BS: it has been.
        package static let backedUp = Flags(rawValue: 1 << 4)
        /// AT: a new credential is here.
        package static let hasCredential = Flags(rawValue: 1 << 6)
        /// ED: what extensions say is here.
        package static let hasExtensions = Flags(rawValue: 1 << 7)
    }

    /// A new credential.
    package struct AttestedCredential: Equatable, Sendable {
        /// The model of the authenticator, 16 bytes. Zeros if it does not tell.
        package let aaguid: [UInt8]
        package let id: [UInt8]
        package let key: COSEKey
        /// The key's own bytes, which are kept.
        package let keyBytes: [UInt8]
    }

    /// The SHA-256 hash of the relying party's ID.
    package let partyHash: [UInt8]
    package let flags: Flags
    /// How often the authenticator says it signed; 0 if it does not count.
    package let signCount: Int
    package let credential: AttestedCredential?

    /// Reads all of `bytes`. What extensions say is read for its form and ignored, for none is
    /// asked for.
    package init(_ bytes: [UInt8]) throws(WebAuthnError) {
        guard bytes.count <= WebAuthnLimits.authenticatorData else { throw .tooLong }
        guard bytes.count >= 37 else { throw .malformedAuthenticatorData }
        partyHash = Array(bytes[..<32])
        flags = Flags(rawValue: bytes[32])
        signCount = bytes[33..<37].reduce(0) { $0 << 8 | Int($1) }
        var rest = bytes[37...]
        credential =
            flags.contains(.hasCredential) ? try Self.takeCredential(from: &rest) : nil
        if flags.contains(.hasExtensions) {
            guard case .map = try Self.takeValue(from: &rest) else {
                throw .malformedAuthenticatorData
            }
        }
        guard rest.isEmpty else { throw .malformedAuthenticatorData }
    }

    /// Section 6.5.1, "Attested Credential Data".
    private static func takeCredential(
        from rest: inout ArraySlice<UInt8>
    ) throws(WebAuthnError) -> AttestedCredential {
        let aaguid = try take(16, from: &rest)
        let length = try take(2, from: &rest).reduce(0) { $0 << 8 | Int($1) }
        // §7.1 step 25: a longer ID is refused.
        guard WebAuthnLimits.credentialID.contains(length) else { throw .malformedCredentialID }
        let id = try take(length, from: &rest)
        let start = rest
        let key = try COSEKey(takeValue(from: &rest))
        return AttestedCredential(
            aaguid: Array(aaguid), id: Array(id), key: key,
            keyBytes: Array(start[..<rest.startIndex]))
    }

    private static func take(
        _ count: Int, from rest: inout ArraySlice<UInt8>
    ) throws(WebAuthnError) -> ArraySlice<UInt8> {
        let bytes = rest.prefix(count)
        guard bytes.count == count else { throw .malformedAuthenticatorData }
        rest = rest.dropFirst(count)
        return bytes
    }

    private static func takeValue(from rest: inout ArraySlice<UInt8>) throws(WebAuthnError) -> CBOR
    {
        do {
            let (value, after) = try CBOR.readFirst(of: rest)
            rest = after
            return value
        } catch { throw .malformedCBOR(error) }
    }
}
