import PlainEvaluator
import TestRandom
import Testing

@testable import IAMPolicy

/// Wildcards. IAM User Guide, "IAM JSON policy elements: Resource" and "… Action".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>
@Suite struct TextStepTests {
    struct Case: CustomTestStringConvertible {
        var pattern: String
        var text: String
        var matches: Bool
        var testDescription: String { "\(pattern) \(matches ? "matches" : "misses") \(text)" }
    }

    static let cases: [Case] = [
        Case(pattern: "", text: "", matches: true),
        Case(pattern: "", text: "a", matches: false),
        Case(pattern: "a", text: "", matches: false),
        Case(pattern: "abc", text: "abc", matches: true),
        Case(pattern: "abc", text: "abcd", matches: false),
        Case(pattern: "abc", text: "ABC", matches: false),
        Case(pattern: "*", text: "", matches: true),
        Case(pattern: "*", text: "anything: at/all", matches: true),
        Case(pattern: "**", text: "", matches: true),
        Case(pattern: "a*", text: "a", matches: true),
        Case(pattern: "a*", text: "ba", matches: false),
        Case(pattern: "*a", text: "bba", matches: true),
        Case(pattern: "*a", text: "ab", matches: false),
        Case(pattern: "a*a", text: "a", matches: false),
        Case(pattern: "*ab*ab", text: "abab", matches: true),
        Case(pattern: "*ab*ab", text: "abcab", matches: true),
        Case(pattern: "*ab*ab", text: "ab", matches: false),
        Case(pattern: "?", text: "", matches: false),
        Case(pattern: "?", text: "a", matches: true),
        Case(pattern: "?", text: "ab", matches: false),
        Case(pattern: "?", text: "é", matches: true),
        Case(pattern: "??", text: "é", matches: false),
        Case(pattern: "?", text: "😀", matches: true),
        Case(pattern: "*??", text: "é😀", matches: true),
        Case(pattern: "*???", text: "é😀", matches: false),
        Case(pattern: "a?*", text: "a", matches: false),
        // What a regular expression would make of these.
        Case(pattern: "a.c", text: "abc", matches: false),
        Case(pattern: "a.c", text: "a.c", matches: true),
        Case(pattern: "[ab]", text: "a", matches: false),
        Case(pattern: "a+", text: "aa", matches: false),
        Case(pattern: "(a|b)", text: "a", matches: false),
        Case(pattern: "a\\*", text: "a*", matches: false),
        Case(pattern: "^a$", text: "a", matches: false),
    ]

    @Test(arguments: cases) func isMatched(_ example: Case) {
        #expect(matches([TextStep](wildcards: example.pattern), example.text) == example.matches)
    }

    /// Exponential matchers take longer than the universe has lasted.
    @Test func adversarialPatternsComeToAnEnd() {
        let text = String(repeating: "a", count: 5_000)
        func isMatched(_ pattern: String) -> Bool { matches([TextStep](wildcards: pattern), text) }
        #expect(!isMatched(String(repeating: "*a", count: 1_000) + "b"))
        #expect(!isMatched(String(repeating: "*?", count: 3_000) + "b"))
        #expect(isMatched(String(repeating: "*a", count: 5_000)))
        let segments = String(repeating: ":aaaaaaaaa", count: 500)
        let arn = [TextStep](wildcards: "arn:*:a*a*a*a*b:*:*:*")
        #expect(!matches(arn, "arn" + segments, isARN: true))
    }

    /// The matcher and the plainest one there is agree, wildcards of both reaches mixed.
    @Test func agreesWithARecursiveMatcherOnRandomPatterns() {
        var random = TestSeed.generator()
        let characters = ["a", "b", ":", "é"]
        var matched = 0
        for round in 0..<50_000 {
            // Either as `segmented` leaves the first five segments, where a run that reaches on
            // stands before a colon, or as it leaves the sixth.
            let isPlain = Bool.random(using: &random)
            var steps: [PatternUnit] = []
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                switch Int.random(in: 0..<4, using: &random) {
                case 0 where isPlain: steps.append(.run)
                case 0 where Bool.random(using: &random): steps += [.run, .colon]
                case 0: steps.append(.runInSegment)
                case 1: steps.append(isPlain ? .character : .characterInSegment)
                default:
                    let character = characters.randomElement(using: &random) ?? ""
                    steps += character.utf8.map { PatternUnit(byte: $0) }
                }
            }
            var text = ""
            for _ in 0..<Int.random(in: 0...10, using: &random) {
                text += characters.randomElement(using: &random) ?? ""
            }
            let answer = matches(steps, text)
            let expected = recursivelyMatches(steps[...], Array(text.unicodeScalars)[...])
            matched += answer ? 1 : 0
            #expect(answer == expected, "\(TestSeed.hint), round \(round): \(steps) on \(text)")
            if answer != expected { break }
        }
        #expect(
            matched > 1_000, "\(TestSeed.hint): the patterns matched too seldom to say anything")
    }

    /// Tries everything, on characters.
    private func recursivelyMatches(
        _ steps: ArraySlice<PatternUnit>, _ text: ArraySlice<Unicode.Scalar>
    ) -> Bool {
        guard let step = steps.first else { return text.isEmpty }
        switch step {
        case .run, .runInSegment:
            if recursivelyMatches(steps.dropFirst(), text) { return true }
            guard let first = text.first, step == .run || first != ":" else { return false }
            return recursivelyMatches(steps, text.dropFirst())
        case .character, .characterInSegment:
            guard let first = text.first, step == .character || first != ":" else { return false }
            return recursivelyMatches(steps.dropFirst(), text.dropFirst())
        default:
            // A character is as many byte steps as it has bytes.
            guard let first = text.first, let bytes = UTF8.encode(first) else { return false }
            let wanted = bytes.map { PatternUnit(byte: $0) }
            return steps.starts(with: wanted)
                && recursivelyMatches(steps.dropFirst(wanted.count), text.dropFirst())
        }
    }
}
