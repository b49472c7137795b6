import IAMIdentifiers
import Testing

@testable import Server

@Suite struct HTTPDateTests {
    @Test(arguments: [
        (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
        (1_709_210_096, "Thu, 29 Feb 2024 12:34:56 GMT"),
    ])
    func `is written as RFC 9110 shows`(seconds: Int64, expected: String) {
        #expect(Timestamp(seconds: seconds).httpDate == expected)
    }
}
