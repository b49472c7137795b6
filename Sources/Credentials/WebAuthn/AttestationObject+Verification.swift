extension AttestationObject {
    /// Checks the statement: §7.1 step 22.
    ///
    /// Steps 23 and 24, whether anyone known vouches for the authenticator, are left out: no
    /// attestation is asked for, so nothing depends on it. Decisions/0037 says more.
    /// - Parameters:
    ///   - key: the new credential's.
    ///   - clientDataHash: the SHA-256 hash of the client data.
    func verify(
        _ credential: AuthenticatorData.AttestedCredential, _ key: SignatureKey,
        clientDataHash: [UInt8]
    ) throws(WebAuthnError) {
        guard case .packed(let number, let signature, let certificates) = statement else { return }
        let message = signedBytes + clientDataHash
        guard let algorithm = COSEAlgorithm(rawValue: number) else {
            throw .unsupportedAlgorithm(number)
        }
        guard let first = certificates?.first else {
            // Self attestation: section 8.2, the last steps.
            guard algorithm == credential.key.algorithm, key.isValid(signature, of: message) else {
                throw .wrongAttestation
            }
            return
        }
        let certificate = try AttestationCertificate(first)
        guard let key = certificate.key(for: algorithm), key.isValid(signature, of: message) else {
            throw .wrongAttestation
        }
        if let aaguid = certificate.aaguid, aaguid != credential.aaguid {
            throw .wrongAttestation
        }
    }
}
