import Credentials
import IAMIdentifiers
import Testing

/// That the pictures say what they should is for others to read: see Tests/Clients/test_factors.py.
@Suite struct QRCodeTests {
    private func width(ofTextWith count: Int) throws -> Int {
        let picture = try QRCode.png(of: Secret(String(repeating: "a", count: count)))
        #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        return picture[16..<20].reduce(0) { $0 << 8 | Int($1) }
    }

    @Test("a picture is about as wide as a page shows it, and never cut", arguments: [1, 100, 200])
    func width(_ count: Int) throws {
        #expect(try 200...300 ~= width(ofTextWith: count))
    }

    @Test("the longest text has a module of two pixels")
    func longest() throws {
        // 177 modules and four on each side.
        #expect(try width(ofTextWith: 2_331) == 370)
    }

    @Test func aTextThatNoCodeHoldsIsAnError() {
        #expect(throws: QRCodeError.tooLong(byteCount: 2_332)) {
            try QRCode.png(of: Secret(String(repeating: "a", count: 2_332)))
        }
        #expect(throws: QRCodeError.empty) { try QRCode.png(of: Secret("")) }
    }
}
