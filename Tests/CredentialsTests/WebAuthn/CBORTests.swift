import Credentials
import IAMIdentifiers
import Testing

@Suite struct CBORTests {
    /// RFC 8949, appendix A, as far as authenticators may send it.
    static let examples: [(String, CBOR)] = [
        ("00", .integer(0)), ("01", .integer(1)), ("0a", .integer(10)), ("17", .integer(23)),
        ("1818", .integer(24)), ("1819", .integer(25)), ("1864", .integer(100)),
        ("1903e8", .integer(1_000)), ("1a000f4240", .integer(1_000_000)),
        ("1b000000e8d4a51000", .integer(1_000_000_000_000)), ("20", .integer(-1)),
        ("29", .integer(-10)), ("3863", .integer(-100)), ("3903e7", .integer(-1_000)),
        ("1b7fffffffffffffff", .integer(.max)), ("3b7fffffffffffffff", .integer(.min)),
        ("f4", .boolean(false)), ("f5", .boolean(true)), ("f6", .null), ("40", .bytes([])),
        ("4401020304", .bytes([1, 2, 3, 4])), ("60", .text("")), ("6161", .text("a")),
        ("6449455446", .text("IETF")), ("62225c", .text("\"\\")), ("62c3bc", .text("ü")),
        ("63e6b0b4", .text("水")), ("64f0908591", .text("𐅑")), ("80", .array([])),
        ("83010203", .array([.integer(1), .integer(2), .integer(3)])),
        (
            "8301820203820405",
            .array([
                .integer(1), .array([.integer(2), .integer(3)]),
                .array([.integer(4), .integer(5)]),
            ])
        ),
        ("a0", .map([])),
        (
            "a201020304",
            .map([
                CBOR.Entry(key: .integer(1), value: .integer(2)),
                CBOR.Entry(key: .integer(3), value: .integer(4)),
            ])
        ),
        (
            "a26161016162820203",
            .map([
                CBOR.Entry(key: .text("a"), value: .integer(1)),
                CBOR.Entry(key: .text("b"), value: .array([.integer(2), .integer(3)])),
            ])
        ),
    ]

    @Test(arguments: examples) func theRFCsExamples(_ hexadecimal: String, _ value: CBOR) throws {
        let bytes = try #require(Hexadecimal.bytes(of: hexadecimal))
        #expect(try CBOR.read(bytes) == value)
        for count in 0..<bytes.count {
            #expect(throws: CBORError.endsEarly) { try CBOR.read(Array(bytes.prefix(count))) }
        }
        #expect(throws: CBORError.trailingBytes) { try CBOR.read(bytes + [0]) }
        let (first, rest) = try CBOR.readFirst(of: (bytes + [0xFF, 1])[...])
        #expect(first == value && rest.elementsEqual([0xFF, 1]))
    }

    /// RFC 8949, appendix A and section 3, and what has two spellings.
    static let refusals: [(String, CBORError)] = [
        ("1bffffffffffffffff", .numberTooLarge), ("3bffffffffffffffff", .numberTooLarge),
        ("c249010000000000000000", .unsupported), ("f90000", .unsupported),
        ("fa47c35000", .unsupported), ("fb3ff199999999999a", .unsupported), ("f7", .unsupported),
        ("f0", .unsupported), ("f8ff", .unsupported), ("c074323031", .unsupported),
        ("1c", .reserved), ("3d", .reserved), ("5e", .reserved), ("fc", .reserved),
        ("5f42010243030405ff", .indefiniteLength),
        ("7f657374726561646d696e67ff", .indefiniteLength),
        ("9fff", .indefiniteLength), ("bf6161019fff", .indefiniteLength), ("ff", .indefiniteLength),
        ("1f", .indefiniteLength), ("1800", .longForm), ("1817", .longForm), ("1900ff", .longForm),
        ("1a0000ffff", .longForm), ("1b00000000ffffffff", .longForm), ("3817", .longForm),
        ("5801ff", .longForm), ("780161", .longForm), ("980100", .longForm),
        ("b8010101", .longForm),
        ("61ff", .malformedText), ("62c0af", .malformedText), ("63eda080", .malformedText),
        ("a1400a", .unsupportedKey), ("a18001", .unsupportedKey), ("a1f501", .unsupportedKey),
        ("a201010102", .repeatedKey), ("a3616101616202616103", .repeatedKey),
        // Lengths that nothing could hold.
        ("9bffffffffffffffff", .endsEarly), ("5b7fffffffffffffff", .endsEarly),
        ("bb8000000000000000", .endsEarly), ("1901", .endsEarly), ("a201", .endsEarly),
    ]

    @Test(arguments: refusals)
    func whatIsNotStrictIsRefused(_ hexadecimal: String, _ error: CBORError) throws {
        let bytes = try #require(Hexadecimal.bytes(of: hexadecimal))
        #expect(throws: error) { try CBOR.read(bytes) }
    }

    @Test("the same text in two forms of Unicode is two keys")
    func keysAreBytes() throws {
        let bytes = try #require(Hexadecimal.bytes(of: "a262c3a901636" + "5cc8102"))
        let value = try CBOR.read(bytes)
        #expect(value["\u{E9}"]?.integer == 1 && value["e\u{301}"]?.integer == 2)
    }

    @Test("16 levels are read, and no more")
    func depth() throws {
        func nested(_ opening: [UInt8], _ depth: Int) -> [UInt8] {
            Array(repeatElement(opening, count: depth - 1).joined()) + [0x80]
        }
        for opening: [UInt8] in [[0x81], [0xA1, 0x00]] {
            _ = try CBOR.read(nested(opening, 16))
            #expect(throws: CBORError.tooDeep) { try CBOR.read(nested(opening, 17)) }
            #expect(throws: CBORError.tooDeep) { try CBOR.read(nested(opening, 60_000)) }
        }
    }
}
