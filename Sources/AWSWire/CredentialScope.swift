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
    var text: String { "\(date)/\(region)/\(service)/aws4_request" }

    /// Adds the same.
    func append(to bytes: inout [UInt8]) {
        bytes += date.utf8
        bytes.append(UInt8(ascii: "/"))
        bytes += region.utf8
        bytes.append(UInt8(ascii: "/"))
        bytes += service.utf8
        bytes += "/aws4_request".utf8
    }

    /// The text that is signed in this scope.
    /// - Parameters:
    ///   - date: when it is signed, `20261122T022438Z`.
    ///   - hash: of the canonical request, in hexadecimal.
    func stringToSign(at date: String, hash: [UInt8]) -> [UInt8] {
        let newline = UInt8(ascii: "\n")
        var bytes: [UInt8] = []
        bytes.reserveCapacity(192)
        bytes += SigV4Parameters.algorithm.utf8
        bytes.append(newline)
        bytes += date.utf8
        bytes.append(newline)
        append(to: &bytes)
        bytes.append(newline)
        bytes += hash
        return bytes
    }
}
