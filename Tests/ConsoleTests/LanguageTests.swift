import Operations
import Testing

@testable import Console

@Suite struct LanguageTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var header: String?
        var language: Language
    }

    static let cases = [
        Case(testDescription: "no header is English", header: nil, language: .english),
        Case(testDescription: "Korean alone", header: "ko", language: .korean),
        Case(
            testDescription: "Korean of Korea first", header: "ko-KR,ko;q=0.9,en;q=0.8",
            language: .korean),
        Case(
            testDescription: "English first", header: "en-US,en;q=0.9,ko;q=0.8",
            language: .english),
        Case(
            testDescription: "weights decide, not order", header: "en;q=0.3, ko;q=0.7",
            language: .korean),
        Case(
            testDescription: "others are passed over", header: "fr,de;q=0.9,ko;q=0.1",
            language: .korean),
        Case(testDescription: "a weight of 0 is a refusal", header: "ko;q=0", language: .english),
        Case(
            testDescription: "a malformed weight counts for nothing", header: "ko;q=x",
            language: .english),
        Case(testDescription: "only others is English", header: "fr, *;q=0.5", language: .english),
    ]

    @Test(arguments: cases) func isTheOneAskedFor(_ c: Case) {
        #expect(Language(accepting: c.header) == c.language)
    }

    @Test func numbersAreGroupedByThousands() {
        #expect(
            [0, 7, 999, 1_000, 1_485, 1_234_567, -1_000].map(Phrase.grouped) == [
                "0", "7", "999", "1,000", "1,485", "1,234,567", "-1,000",
            ])
    }

    @Test func agesAreToldInTheirLargestUnit() {
        let ages: [(Int64, String)] = [
            (-5, "just now"), (59, "just now"), (60, "1 minute ago"), (7_200, "2 hours ago"),
            (86_400 * 3, "3 days ago"), (86_400 * 800, "2 years ago"),
        ]
        for (seconds, text) in ages {
            #expect(Phrase.ago(.seconds(seconds)).text(in: .english) == text)
        }
        #expect(Phrase.ago(.seconds(86_400 * 3)).text(in: .korean) == "3일 전")
    }
}
