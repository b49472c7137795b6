import Crypto
import IAMIdentifiers

/// The text whose hash is signed: method, path, query, headers and the payload's hash, each on a
/// line of its own and written in the one way that signer and verifier agree on.
///
/// Source: IAM User Guide, "Create a signed AWS API request", steps 1 to 3.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>
enum SigV4CanonicalRequest {
    /// The longest path, in bytes.
    static let pathLimit = 8_192

    /// - Parameters:
    ///   - signedHeaders: names in lower case, in the order of the request's signature.
    ///   - payloadHash: lower-case hexadecimal.
    static func bytes(
        _ request: WireRequest, query: SigV4Query, omitting omitted: String?,
        signedHeaders: [String], payloadHash: [UInt8]
    ) throws(SignatureError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1_024)
        bytes += request.method.utf8
        bytes.append(newline)
        try appendPath(request.path, to: &bytes)
        bytes.append(newline)
        query.append(to: &bytes, omitting: omitted)
        bytes.append(newline)
        for name in signedHeaders { try appendHeader(name, of: request.headers, to: &bytes) }
        bytes.append(newline)
        appendNames(signedHeaders, to: &bytes)
        bytes.append(newline)
        bytes += payloadHash
        return bytes
    }

    /// The SHA-256 of `bytes` in lower-case hexadecimal.
    static func hash(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(64)
        SHA256.hash(data: bytes).withUnsafeBytes { Hexadecimal.append($0, to: &text) }
        return text
    }

    private static let newline = UInt8(ascii: "\n")

    /// Adds the path without `.`, `..` and empty segments, encoded once more than it was sent, as
    /// every service but S3 has it.
    private static func appendPath(_ path: String, to bytes: inout [UInt8]) throws(SignatureError) {
        let slash = UInt8(ascii: "/")
        guard path.utf8.count <= pathLimit else { throw .tooLarge("path") }
        guard path.utf8.first == slash, path.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else {
            throw .malformedPath
        }
        if path.utf8.count == 1 {
            bytes.append(slash)
            return
        }
        var segments: [Substring.UTF8View] = []
        for segment in path.utf8.split(separator: slash) where !segment.elementsEqual(".".utf8) {
            if segment.elementsEqual("..".utf8) {
                _ = segments.popLast()
            } else {
                segments.append(segment)
            }
        }
        for segment in segments {
            bytes.append(slash)
            for byte in segment { PercentEncoding.append(byte, to: &bytes) }
        }
        if segments.isEmpty || path.utf8.last == slash { bytes.append(slash) }
    }

    /// Adds `name:value`, the values of a repeated header joined by commas.
    ///
    /// A signed header that was not sent is a mismatch: something between signer and us took it.
    private static func appendHeader(
        _ name: String, of headers: WireHeaders, to bytes: inout [UInt8]
    ) throws(SignatureError) {
        bytes += name.utf8
        var separator = UInt8(ascii: ":")
        for field in headers.fields where field.name.isExactly(name) {
            bytes.append(separator)
            separator = UInt8(ascii: ",")
            try appendFolded(field.value, to: &bytes)
        }
        guard separator == UInt8(ascii: ",") else { throw .mismatch }
        bytes.append(newline)
    }

    /// Adds a header's value, each run of spaces and tabs as one space, none at the ends.
    ///
    /// Other control characters are refused: a line feed would let one header pass for two.
    private static func appendFolded(
        _ value: String, to bytes: inout [UInt8]
    ) throws(SignatureError) {
        if isFolded(value) {
            bytes += value.utf8
            return
        }
        let start = bytes.count
        var isPending = false
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"):
                isPending = bytes.count > start
            case 0x00...0x1F, 0x7F:
                throw .mismatch
            default:
                if isPending { bytes.append(UInt8(ascii: " ")) }
                isPending = false
                bytes.append(byte)
            }
        }
    }

    /// Whether a value is as it is signed, as nearly all are. They are added at once.
    private static func isFolded(_ value: String) -> Bool {
        let space = UInt8(ascii: " ")
        let bytes = value.utf8.span
        var last = space
        for index in bytes.indices {
            let byte = bytes[index]
            if byte <= space || byte == 0x7F, byte != space || last == space { return false }
            last = byte
        }
        return last != space || bytes.isEmpty
    }

    private static func appendNames(_ names: [String], to bytes: inout [UInt8]) {
        for (index, name) in names.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ";")) }
            bytes += name.utf8
        }
    }
}
