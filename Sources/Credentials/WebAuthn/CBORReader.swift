import IAMIdentifiers

/// Reads CBOR strictly, so that no value has two spellings.
///
/// Lengths are definite and shortest, no key stands twice, and there are no tags and no
/// floating-point numbers. CTAP2 demands this of authenticators, and WebAuthn says that others
/// should be refused. The order of keys, which CTAP2 demands too, is not checked: some browsers
/// put the members of attestation objects in another one.
///
/// Sources: RFC 8949, "Concise Binary Object Representation"; CTAP 2.1, section 8, "CTAP2
/// canonical CBOR encoding form"; WebAuthn Level 3, section 2, "Conformance".
/// <https://www.rfc-editor.org/rfc/rfc8949>
/// <https://fidoalliance.org/specs/fido-v2.1-ps-20210615/fido-client-to-authenticator-protocol-v2.1-ps-errata-20220621.html>
/// <https://www.w3.org/TR/webauthn-3/#sctn-conformance>
struct CBORReader {
    /// What was not read yet.
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    /// - Complexity: O(bytes). Nothing is reserved for a length that is only claimed.
    mutating func value(depth: Int) throws(CBORError) -> CBOR {
        guard depth <= CBOR.maximumDepth else { throw .tooDeep }
        guard let first = rest.popFirst() else { throw .endsEarly }
        let information = first & 31
        switch first >> 5 {
        case 0: return .integer(try integer(information))
        case 1: return .integer(-1 - (try integer(information)))
        case 2: return .bytes(Array(try string(information)))
        case 3:
            guard let text = String(validating: try string(information), as: UTF8.self) else {
                throw .malformedText
            }
            return .text(ExactText(text))
        case 4: return .array(try elements(information, depth: depth))
        case 5: return .map(try entries(information, depth: depth))
        case 7:
            switch information {
            case 20: return .boolean(false)
            case 21: return .boolean(true)
            case 22: return .null
            case 28...30: throw .reserved
            case 31: throw .indefiniteLength
            default: throw .unsupported
            }
        default: throw .unsupported
        }
    }

    private mutating func elements(
        _ information: UInt8, depth: Int
    ) throws(CBORError) -> [CBOR] {
        let count = try count(information, bytesForEach: 1)
        var elements: [CBOR] = []
        for _ in 0..<count { elements.append(try value(depth: depth + 1)) }
        return elements
    }

    private mutating func entries(
        _ information: UInt8, depth: Int
    ) throws(CBORError) -> [CBOR.Entry] {
        let count = try count(information, bytesForEach: 2)
        var entries: [CBOR.Entry] = []
        // A key has one spelling, so its bytes tell it from the others.
        var keys: Set<ArraySlice<UInt8>> = []
        for _ in 0..<count {
            let start = rest
            let key = try value(depth: depth + 1)
            switch key {
            case .integer, .text: break
            default: throw .unsupportedKey
            }
            guard keys.insert(start[..<rest.startIndex]).inserted else { throw .repeatedKey }
            entries.append(CBOR.Entry(key: key, value: try value(depth: depth + 1)))
        }
        return entries
    }

    /// The bytes of a string.
    private mutating func string(_ information: UInt8) throws(CBORError) -> ArraySlice<UInt8> {
        let count = try count(information, bytesForEach: 1)
        let string = rest.prefix(count)
        rest = rest.dropFirst(count)
        return string
    }

    /// A number of bytes, elements or entries, for which there are bytes enough.
    private mutating func count(
        _ information: UInt8, bytesForEach size: UInt64
    ) throws(CBORError) -> Int {
        let count = try argument(information)
        guard count <= UInt64(rest.count) / size else { throw .endsEarly }
        return Int(count)
    }

    private mutating func integer(_ information: UInt8) throws(CBORError) -> Int64 {
        guard let number = Int64(exactly: try argument(information)) else { throw .numberTooLarge }
        return number
    }

    /// The number in the first byte's last five bits, or in the one, two, four or eight bytes that
    /// follow it.
    private mutating func argument(_ information: UInt8) throws(CBORError) -> UInt64 {
        switch information {
        case ..<24: return UInt64(information)
        case 24...27: break
        case 31: throw .indefiniteLength
        default: throw .reserved
        }
        let size = 1 << (information - 24)
        let bytes = rest.prefix(size)
        guard bytes.count == size else { throw .endsEarly }
        rest = rest.dropFirst(size)
        let number = bytes.reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        // What fits half as many bytes, or the first byte, is written there.
        let least: UInt64 = size == 1 ? 24 : 1 << (UInt64(size) * 4)
        guard number >= least else { throw .longForm }
        return number
    }
}
