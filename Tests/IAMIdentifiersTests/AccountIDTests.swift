import IAMIdentifiers
import Testing

@Suite struct AccountIDTests {
    @Test(arguments: ["123456789012", "000000000001", "999999999999"])
    func twelveDigitsAreAnAccountID(_ text: String) throws {
        let id = try #require(AccountID(text))
        #expect(id.description == text)
        #expect(AccountID(number: id.number) == id)
    }

    @Test(arguments: [
        "", "12345678901", "1234567890123", "12345678901a", "١٢٣٤٥٦٧٨٩٠١٢", " 23456789012",
    ])
    func nothingElseIs(_ text: String) {
        #expect(AccountID(text) == nil)
    }

    @Test func aNumberOfThirteenDigitsIsNone() {
        #expect(AccountID(number: 1_000_000_000_000) == nil)
    }
}
