/// Percent-encoding and hexadecimal as signatures use them.
///
/// Source: IAM User Guide, "Create a signed AWS API request", `UriEncode()`.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>
enum SigV4Encoding {
    /// Adds `byte`, encoded unless it is a letter, a digit or one of `-._~`.
    static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            bytes.append(byte)
        default:
            bytes.append(UInt8(ascii: "%"))
            bytes.append(character(byte >> 4, ten: UInt8(ascii: "A")))
            bytes.append(character(byte & 15, ten: UInt8(ascii: "A")))
        }
    }

    /// The bytes that ``append(_:to:)`` made `encoded` of.
    static func decoded(_ encoded: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var rest = encoded[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let high = digit(rest.popFirst()),
                let low = digit(rest.popFirst())
            {
                result.append(high << 4 | low)
            } else {
                result.append(byte)
            }
        }
        return result
    }

    /// Adds `bytes` as lower-case hexadecimal.
    static func appendHexadecimal(_ digest: some Sequence<UInt8>, to bytes: inout [UInt8]) {
        for byte in digest {
            bytes.append(character(byte >> 4, ten: UInt8(ascii: "a")))
            bytes.append(character(byte & 15, ten: UInt8(ascii: "a")))
        }
    }

    /// Thirty-two bytes from exactly 64 digits of lower-case hexadecimal, else nil.
    static func digest(hexadecimal text: String) -> [UInt8]? {
        let text = text.utf8
        guard text.count == 64,
            !text.contains(where: { UInt8(ascii: "A")...UInt8(ascii: "F") ~= $0 })
        else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(32)
        var high: UInt8?
        for character in text {
            guard let value = digit(character) else { return nil }
            if let first = high {
                result.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return result
    }

    /// The value of one hexadecimal digit, or nil.
    static func digit(_ character: UInt8?) -> UInt8? {
        switch character {
        case .some(let digit) where UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit:
            digit - UInt8(ascii: "0")
        case .some(let letter) where UInt8(ascii: "A")...UInt8(ascii: "F") ~= letter:
            letter - UInt8(ascii: "A") + 10
        case .some(let letter) where UInt8(ascii: "a")...UInt8(ascii: "f") ~= letter:
            letter - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    private static func character(_ value: UInt8, ten: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : ten + value - 10
    }
}
