import Credentials
import IAMIdentifiers
import Operations
import Testing

@Suite struct TokenFileTests {
    private static let hex = "3132333435363738393031323334353637383930"
    private static let base32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var serialNumbers: [String] = ["GAHT12345678"]
        var lines: [Int] = [1]
    }

    static let read = [
        Case(testDescription: "a seed in hexadecimal", text: "GAHT12345678,\(hex)"),
        Case(testDescription: "in capitals", text: "GAHT12345678,\(hex.uppercased())"),
        Case(testDescription: "a seed in Base32", text: "GAHT12345678,\(base32)\n"),
        Case(testDescription: "in small letters", text: "GAHT12345678,\(base32.lowercased())\n"),
        Case(
            testDescription: "headings, comments, empty lines and spaces",
            text:
                "\u{FEFF}# vendor\n\n Serial Number , Secret Key\n\t GAHT12345678 , \(hex)\n# end",
            lines: [4]),
        Case(
            testDescription: "lines that end with CR LF",
            text: "serial,seed\r\nGAHT12345678,\(hex)\r\nGAHT12345679,\(base32)\r\n",
            serialNumbers: ["GAHT12345678", "GAHT12345679"], lines: [2, 3]),
        Case(testDescription: "quoted values", text: "\"GAHT12345678\",\"\(hex)\""),
        Case(
            testDescription: "a quoted comma", text: "\"GAHT,1234567\",\(hex)",
            serialNumbers: ["GAHT,1234567"]),
        Case(
            testDescription: "the shortest serial number, of every mark",
            text: "\"a_+=/:.@-\",\(hex)", serialNumbers: ["a_+=/:.@-"]),
    ]

    @Test(arguments: read) func reads(_ c: Case) throws {
        let tokens = try TokenFile.tokens(in: c.text)
        #expect(tokens.map(\.serialNumber) == c.serialNumbers)
        #expect(tokens.map(\.line) == c.lines)
        #expect(tokens.allSatisfy { $0.seed.base32.reveal() == Self.base32 })
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var line: Int?
        var problem: TokenRefusal.Problem
    }

    static let wrong = [
        Wrong(testDescription: "nothing", text: "# only\nserial,seed\n", problem: .empty),
        Wrong(
            testDescription: "a seed is missing", text: "serial,seed\nGAHT12345678", line: 2,
            problem: .form),
        Wrong(
            testDescription: "a value too many", text: "GAHT12345678,\(hex),30", line: 1,
            problem: .form),
        Wrong(
            testDescription: "headings after a token",
            text: "GAHT12345678,\(hex)\nserial,seed", line: 2, problem: .serialNumber),
        Wrong(
            testDescription: "a serial number that is too short", text: "GAHT1234,\(hex)", line: 1,
            problem: .serialNumber),
        Wrong(
            testDescription: "a serial number that is too long",
            text: "\(String(repeating: "a", count: 257)),\(hex)", line: 1,
            problem: .serialNumber),
        Wrong(
            testDescription: "a serial number with a letter beyond ASCII",
            text: "GAHT1234567é,\(hex)", line: 1, problem: .serialNumber),
        Wrong(
            testDescription: "a serial number that is an ARN",
            text: "arn:aws:iam::123456789012:mfa/x,\(hex)", line: 1, problem: .serialNumber),
        Wrong(
            testDescription: "a seed of 15 bytes",
            text: "GAHT12345678,\(String(repeating: "31", count: 15))", line: 1, problem: .seed),
        Wrong(
            testDescription: "a seed that is neither", text: "GAHT12345678,\(hex)0!", line: 1,
            problem: .seed),
        Wrong(
            testDescription: "a quote that is not closed", text: "\"GAHT12345678,\(hex)", line: 1,
            problem: .form),
        Wrong(
            testDescription: "a serial number twice, in another case",
            text: "GAHT12345678,\(hex)\ngaht12345678,\(hex)", line: 2,
            problem: .twice("gaht12345678")),
    ]

    @Test(arguments: wrong) func refuses(_ c: Wrong) {
        do {
            let tokens = try TokenFile.tokens(in: c.text)
            Issue.record("\(tokens.count) tokens were read")
        } catch {
            #expect(error.line == c.line)
            #expect(error.problem == c.problem)
            #expect(!"\(error)".contains(Self.hex))
        }
    }

    @Test("ten thousand lines are read, and one more is refused")
    func limit() throws {
        func text(_ count: Int) -> String {
            (1...count).map { "TOKEN-\(1_000_000 + $0),\(Self.base32)\n" }.joined()
        }
        #expect(try TokenFile.tokens(in: text(10_000)).count == 10_000)
        #expect(throws: TokenRefusal.self) { try TokenFile.tokens(in: text(10_001)) }
    }
}
