/// Why a certificate, its key or its chain is not taken.
package enum CertificateFault: Error, Equatable {
    /// The text is not the PEM of one certificate.
    case notPEM
    /// It is no X.509 certificate, or one of a key or a signature of another kind than RSA of 2,048
    /// to 8,192 bits with SHA-1 or SHA-2, ECDSA on NIST's curves, and Ed25519.
    case unreadable
    case notYetValid
    case expired
    /// The private key has a passphrase.
    case encryptedKey
    /// The text is not the PEM of one private key of these kinds.
    case unreadableKey
    /// The private key is that of another certificate.
    case otherKey
    /// The certificate at this place of the chain is none, or was not signed by the next one. The
    /// place of the certificate that the chain is for is -1.
    case brokenChain(index: Int)
    /// The chain has more than ``ServerCertificateFile/mostChained`` certificates.
    case longChain
}
