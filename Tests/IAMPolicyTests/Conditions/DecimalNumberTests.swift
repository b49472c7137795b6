import Testing

@testable import IAMPolicy

@Suite struct DecimalNumberTests {
    /// In rising order.
    static let numbers = [
        "-100", "-10.5", "-10", "-9.75", "-0.5", "-0.05", "0", "0.05", "0.5", "0.51", "1", "9.75",
        "10", "10.5", "100", "9007199254740992", "9007199254740993",
        "100000000000000000000000000000000000000000",
    ]

    @Test func areInOrder() throws {
        let numbers = try Self.numbers.map { try #require(DecimalNumber(Array($0.utf8))) }
        for (index, left) in numbers.enumerated() {
            for (other, right) in numbers.enumerated() {
                #expect((left < right) == (index < other))
                #expect((left == right) == (index == other))
            }
        }
    }

    @Test(arguments: [("1", "01"), ("1", "1.0"), ("0", "-0.00"), ("-1.5", "-001.500")])
    func areEqualHoweverWritten(_ left: String, _ right: String) throws {
        #expect(
            try #require(DecimalNumber(Array(left.utf8))) == #require(
                DecimalNumber(Array(right.utf8))))
    }

    @Test(arguments: ["", "-", ".", "1.", ".5", "+1", "1e3", "0x1", "inf", "nan", "1,5", "١"])
    func refusesWhatIsNoDecimal(_ text: String) {
        #expect(DecimalNumber(Array(text.utf8)) == nil)
    }
}
