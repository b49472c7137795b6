import CryptoExtras
package import IAMIdentifiers

/// A private key by which encrypted assertions are opened.
package enum SAMLPrivateKey {
    /// Whether a text is the PEM of an RSA private key, without a passphrase.
    package static func isUsable(_ pem: Secret) -> Bool {
        let key = try? _RSA.Encryption.PrivateKey(unsafePEMRepresentation: pem.reveal())
        return key.map { SAMLCertificate.keyBits.contains($0.keySizeInBits) } ?? false
    }
}
