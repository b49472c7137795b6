/// RFC 3986 percent-encoding, as IAM's answers carry policy documents.
///
/// Source: IAM API Reference, GetPolicyVersion: documents are URL-encoded per RFC 3986.
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html>
package enum PercentEncoding {
    /// `text` with every byte encoded but letters, digits and `-._~`.
    package static func encode(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 { SigV4Encoding.append(byte, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The bytes that an encoded text stands for; nil when a `%` has no two digits behind it.
    static func decoded(_ text: some Sequence<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = text.makeIterator()
        while let byte = rest.next() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = SigV4Encoding.digit(rest.next()),
                let low = SigV4Encoding.digit(rest.next())
            else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }
}
