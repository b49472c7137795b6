/// How the listener speaks TLS: the table `[tls]` of the configuration file, or flags. See
/// ``Configuration``.
package struct TLSSettings: Sendable, Equatable {
    /// PEM of the server's certificate, then of those that lead from it to an authority.
    package var certificateFile: String
    /// PEM of its private key, which the server's user alone should be able to read.
    package var keyFile: String
    /// PEM of the authorities that clients' certificates come from; nil where clients are not asked
    /// for one.
    package var clientAuthoritiesFile: String?
    /// Whether clients without a certificate are refused.
    package var requiresClientCertificates = false
    /// A second address, where whoever comes by plain HTTP is told to come by TLS.
    package var redirectFrom: ListenAddress?

    package init(certificateFile: String, keyFile: String) {
        self.certificateFile = certificateFile
        self.keyFile = keyFile
    }
}
