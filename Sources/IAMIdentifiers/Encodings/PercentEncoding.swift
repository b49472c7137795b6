/// Percent-encoding, as signatures, URLs, forms and IAM's policy documents have it.
///
/// Sources: RFC 3986, section 2; IAM User Guide, "Create a signed AWS API request", `UriEncode()`.
/// <https://www.rfc-editor.org/rfc/rfc3986#section-2>
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>
@usableFromInline
package enum PercentEncoding {
    /// Adds `byte`, encoded unless it is a letter, a digit or one of `-._~`.
    @inlinable
    package static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            bytes.append(byte)
        default:
            bytes.append(UInt8(ascii: "%"))
            bytes.append(Hexadecimal.digit(byte >> 4, ten: UInt8(ascii: "A")))
            bytes.append(Hexadecimal.digit(byte & 15, ten: UInt8(ascii: "A")))
        }
    }

    /// `text` with every byte encoded but letters, digits, `-._~` and those of `allowed`.
    package static func encode(_ text: String, allowing allowed: String = "") -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if allowed.utf8.contains(byte) {
                bytes.append(byte)
            } else {
                append(byte, to: &bytes)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The bytes that an encoded text stands for; nil when a `%` has no two digits behind it.
    /// - Parameter plusIsSpace: as in a form or a query; in a path a plus is a plus.
    @inlinable
    package static func decoded(
        _ text: some Collection<UInt8>, plusIsSpace: Bool = false
    ) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var rest = text.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(Hexadecimal.value),
                    let low = rest.next().flatMap(Hexadecimal.value)
                else { return nil }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
        return bytes
    }
}
