import AWSWire
import Testing

/// More is compared with Python's `re`, for every pattern of the models, by
/// Tests/Clients/test_model_botocore.py.
@Suite struct PatternTests {
    struct Case: CustomTestStringConvertible {
        var pattern: String
        var matching: [String]
        var other: [String]
        var testDescription: String { pattern }
    }

    static let cases = [
        Case(pattern: #"[\w+=,.@-]+"#, matching: ["a", "_-@"], other: ["", "a b", "é", "a\n"]),
        Case(pattern: #"[\w-]*"#, matching: ["", "a-b"], other: [".", "٣"]),
        Case(pattern: #"\d{3}"#, matching: ["123"], other: ["12", "1234", "12a"]),
        Case(
            pattern: #"[+][\s0-9]+"#, matching: ["+1 2", "+\t\r\n\u{B}\u{C}"],
            other: ["1", "+", "+\u{A0}", "+\u{1C}"]),
        Case(pattern: "a{1,3}b?", matching: ["a", "aaab"], other: ["", "b", "aaaa", "abb"]),
        Case(pattern: "a{2,}", matching: ["aa", "aaaaa"], other: ["a"]),
        Case(pattern: "(ab|c)*d", matching: ["d", "abcabd"], other: ["abc", "ad"]),
        Case(pattern: "a(-(?!-)|b)*", matching: ["a-b-", "a"], other: ["a--", "ab--b"]),
        Case(pattern: #"^[\u0041-\u0043]$"#, matching: ["A", "C"], other: ["D", "AB"]),
        Case(pattern: #"[\p{L}\p{N}]+"#, matching: ["홍é1Ⅷ"], other: [" ", "!", "😀"]),
        Case(pattern: #"[\p{Z}]"#, matching: [" ", "\u{A0}", "\u{2028}"], other: ["\t", "a"]),
        Case(pattern: #"(\/|\.)x"#, matching: ["/x", ".x"], other: ["ax"]),
        Case(pattern: "(a*)*b", matching: ["b", "aaab"], other: ["aaa"]),
        Case(pattern: "()*a", matching: ["a"], other: [""]),
    ]

    @Test(arguments: cases) func matchesWholeStrings(_ c: Case) {
        let pattern = Pattern(c.pattern)
        #expect(pattern.isSupported)
        #expect(c.matching.filter { !pattern.matches($0) } == [])
        #expect(c.other.filter { pattern.matches($0) } == [])
    }

    @Test(arguments: [
        "a.b", "[^a]", "[a", "a)", "(a", "*", "a**", #"\b"#, #"\p{Lu}"#, #"\u00G0"#, "[b-a]",
        "a{3,1}", "a{99999}", "(?=a)", "(?!ab)", "a^b", #"[\w-z]"#, "[a&&b]", "(a{1000}){1000}",
        #"\"#,
    ])
    func whatIsNotUnderstoodMatchesNothing(_ source: String) {
        let pattern = Pattern(source)
        #expect(!pattern.isSupported)
        #expect(!pattern.matches("a") && !pattern.matches("") && !pattern.matches(source))
    }

    @Test func aPatternThatInvitesBacktrackingTakesLinearTime() {
        let pattern = Pattern("((a*)*)*b")
        #expect(!pattern.matches(String(repeating: "a", count: 20_000)))
    }

    @Test("a text far beyond its greatest length is refused without being compared")
    func longTexts() {
        let limits = StringLimits(max: 10, pattern: Pattern("[a-z]+"))
        let both: [Constraint] = [.maximumLength(10), .pattern("[a-z]+")]
        #expect(limits.violations(of: String(repeating: "A", count: 43)) == both)
        #expect(limits.violations(of: String(repeating: "A", count: 44)) == [.maximumLength(10)])
    }
}
