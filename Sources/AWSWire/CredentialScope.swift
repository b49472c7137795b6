import IAMIdentifiers

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

    /// The text that is signed in this scope.
    /// - Parameters:
    ///   - moment: when it is signed, to the second.
    ///   - hash: of the canonical request, in hexadecimal.
    func stringToSign(at moment: Timestamp, hash: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(192)
        bytes += SigV4Parameters.algorithm.utf8
        bytes += "\n\(moment.iso8601Basic)\n\(text)\n".utf8
        bytes += hash
        return bytes
    }
}
