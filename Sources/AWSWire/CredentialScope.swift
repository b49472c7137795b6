/// What a signing key is good for: one day, one region, one service.
package struct CredentialScope: Hashable, Sendable {
    /// The day in UTC, `20261122`.
    package let date: String
    /// Any region name, `us-east-1`; lower-case letters, digits and hyphens, 1 to 64.
    package let region: String
    /// The service, `iam`.
    package let service: String

    /// The scope as the string to sign has it.
    var text: String { date + "/" + region + "/" + service + "/aws4_request" }
}
