import TOMLKit

// The table `[tls]`.
extension ConfigurationFile {
    private static let tlsKeys = [
        "certificate", "client_ca", "key", "redirect_from", "require_client_certificate",
    ]

    static func tlsSettings(
        _ value: any TOMLValueConvertible
    ) throws(ConfigurationError.Problem) -> TLSSettings {
        guard let values = value.table else {
            throw .badValue(key: "tls", value: shown(value), expected: "a table: [tls]")
        }
        var files: [String: String] = [:]
        var redirectFrom: ListenAddress?
        var isRequired: Bool?
        for key in values.keys.sorted() {
            guard let value = values[key] else { continue }
            switch key {
            case "certificate", "client_ca", "key":
                files[key] = try read(key, value, "the path of a file") { $0.isEmpty ? nil : $0 }
            case "redirect_from":
                redirectFrom = try read(key, value, listenForm, ListenAddress.init)
            case "require_client_certificate":
                guard let flag = value.bool else {
                    throw .badValue(key: key, value: shown(value), expected: "true or false")
                }
                isRequired = flag
            default: throw .unknownKey(key, nearest: nearest(to: key, among: tlsKeys))
            }
        }
        guard let certificate = files["certificate"], let key = files["key"] else {
            throw .incomplete(
                "tls", "needs `certificate` and `key`; write the paths of their files, in PEM")
        }
        guard isRequired == nil || files["client_ca"] != nil else {
            throw .incomplete(
                "tls",
                "has `require_client_certificate` and lacks `client_ca`; write the path of "
                    + "the authorities' certificates, in PEM")
        }
        var settings = TLSSettings(certificateFile: certificate, keyFile: key)
        settings.clientAuthoritiesFile = files["client_ca"]
        settings.requiresClientCertificates = isRequired ?? false
        settings.redirectFrom = redirectFrom
        return settings
    }
}
