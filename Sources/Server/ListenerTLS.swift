/// What the listener needs to speak TLS.
package struct ListenerTLS: Sendable {
    let certificate: ListenerCertificate
    /// A second address for plain HTTP, whose clients are sent to the first.
    let redirectFrom: ListenAddress?

    /// - Throws: ``ConfigurationError`` when a file cannot be used.
    package init(_ settings: TLSSettings) throws(ConfigurationError) {
        certificate = try ListenerCertificate(settings)
        redirectFrom = settings.redirectFrom
    }
}
