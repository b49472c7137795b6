import COpenSSL
package import IAMIdentifiers

/// Who a server is: a certificate with those that lead from it to an authority, and its private
/// key, in PEM.
package struct TLSIdentity: Sendable {
    /// The server's own certificate first.
    package let certificates: String
    package let privateKey: Secret

    package init(certificates: String, privateKey: Secret) {
        self.certificates = certificates
        self.privateKey = privateKey
    }
}

/// From whom a server wants to know who they are, besides what they sign.
package struct ClientCertificates: Sendable {
    /// PEM of the authorities that a client's certificate must come from.
    package let authorities: String
    /// Whether a client without a certificate is refused.
    package let areRequired: Bool

    package init(authorities: String, areRequired: Bool) {
        self.authorities = authorities
        self.areRequired = areRequired
    }
}

/// Why a certificate, a key or authorities cannot be used.
package enum TLSFault: Error, Equatable, CustomStringConvertible {
    case noCertificate
    /// There is no private key, or it has a passphrase.
    case noPrivateKey
    /// The key is that of another certificate.
    case otherKey
    case noAuthority
    /// What OpenSSL says of it, such as that a key is too short.
    case unusable(String)

    package var description: String {
        switch self {
        case .noCertificate: "there is no certificate in PEM, -----BEGIN CERTIFICATE-----"
        case .noPrivateKey: "there is no private key in PEM without a passphrase"
        case .otherKey: "the private key is that of another certificate"
        case .noAuthority: "there is no certificate of an authority in PEM"
        case .unusable(let reason): "OpenSSL says: \(reason)"
        }
    }

    /// What OpenSSL said last of all.
    static func latest() -> TLSFault {
        let reason = ERR_reason_error_string(ERR_peek_last_error()).map { String(cString: $0) }
        ERR_clear_error()
        return .unusable(reason ?? "nothing of what is wrong")
    }
}
