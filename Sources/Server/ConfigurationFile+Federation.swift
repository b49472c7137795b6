import Operations
import TOMLKit

// The table `[federation]`.
extension ConfigurationFile {
    static let issuerForm = "URLs of issuers, such as [\"https://localhost:8443\"]"

    /// Sets what the table says.
    static func setFederation(
        _ value: any TOMLValueConvertible, in settings: inout FederationSettings
    ) throws(ConfigurationError.Problem) {
        guard let values = value.table else {
            throw .badValue(
                key: "federation", value: shown(value), expected: "a table: [federation]")
        }
        for key in values.keys.sorted() {
            guard let value = values[key] else { continue }
            switch key {
            case "ca_file":
                settings.authoritiesFile = try read(key, value, "the path of a file") {
                    $0.isEmpty ? nil : $0
                }
            case "private_issuers":
                settings.privateIssuers = try list(key, value, issuerForm) {
                    IssuerURL($0)?.text
                }
            default:
                throw .unknownKey(
                    key, nearest: nearest(to: key, among: ["ca_file", "private_issuers"]))
            }
        }
    }
}
