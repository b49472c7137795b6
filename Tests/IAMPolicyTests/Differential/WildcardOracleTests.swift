import EngineComparison
import Foundation
import PlainEvaluator
import TestRandom
import Testing

/// Wildcards against regular expressions: a third way to say what a pattern covers.
@Suite struct WildcardOracleTests {
    private static let pieces = [
        "a", "b", "ab", "*", "*", "**", "?", ".", "+", "(", "[a]", "\\", "^", "$", "|", "é", "😀",
        ":",
        "/",
    ]

    private static func text(_ random: inout SeededGenerator, wildcards: Bool) -> String {
        let pieces = wildcards ? pieces : pieces.filter { !$0.contains { "*?".contains($0) } }
        return (0..<Int.random(in: 0...8, using: &random)).map { _ in random.pick(pieces) }.joined()
    }

    /// What a wildcard stands for is taken by the expression, everything else is escaped.
    private static func expression(
        _ pattern: String, any: String = "[\\s\\S]"
    ) -> String {
        pattern.unicodeScalars.map { character in
            switch character {
            case "*": any + "*"
            case "?": any
            default: NSRegularExpression.escapedPattern(for: String(character))
            }
        }.joined()
    }

    private static func covers(_ expression: String, _ text: String) throws -> Bool {
        try NSRegularExpression(pattern: "\\A(?:\(expression))\\z").firstMatch(
            in: text, range: NSRange(location: 0, length: (text as NSString).length)) != nil
    }

    private static func isAllowed(
        action: String, resource: String, by statement: [String: String]
    ) -> Bool {
        var user = QuestionPrincipal(.user)
        user.account = "111122223333"
        user.arn = "arn:aws:iam::111122223333:user/alice"
        let members = statement.merging(["Effect": "Allow"]) { first, _ in first }
        var policies = QuestionPolicies()
        policies.identity = [
            .object(["Statement": .object(members.mapValues { .string($0) })])
        ]
        let request = QuestionRequest(user, action: action, resource: resource)
        return EngineEvaluator(policies).answer(request).verdict == .allowed
    }

    /// A text that a pattern covers more often than a text of its own would be.
    private static func neighbour(of pattern: String, _ random: inout SeededGenerator) -> String {
        pattern.unicodeScalars.map { character in
            switch character {
            case "*": text(&random, wildcards: false)
            case "?": random.pick(["a", "é", "😀", "ab"])
            default: random.chance(4) ? "" : String(character)
            }
        }.joined()
    }

    @Test func resourcesAreCoveredAsByAnExpression() throws {
        var random = TestSeed.generator()
        var covered = 0
        for _ in 0..<4_000 {
            let pattern = Self.text(&random, wildcards: true)
            let text =
                random.chance(60)
                ? Self.neighbour(of: pattern, &random) : Self.text(&random, wildcards: false)
            let expected = try Self.covers(Self.expression(pattern), text)
            let answer = Self.isAllowed(
                action: "s3:GetObject", resource: "arn:aws:s3:::" + text,
                by: ["Action": "*", "Resource": "arn:aws:s3:::" + pattern])
            #expect(answer == expected, "\(TestSeed.hint): \(pattern) on \(text)")
            covered += answer ? 1 : 0
        }
        #expect((1_000..<3_500).contains(covered), "\(TestSeed.hint): \(covered) of 4000")
    }

    /// Before the fifth colon a wildcard does not reach past a colon, but an asterisk that ends its
    /// part does.
    @Test func partsOfARNsAreCoveredAsByAnExpression() throws {
        var random = TestSeed.generator()
        let parts = ["", "*", "a*", "*a", "a", "?", "a?", "*a*", "aa"]
        let texts = ["", "a", "aa", "b", "ba", "ab", "a:a"]
        var covered = 0
        for _ in 0..<4_000 {
            let region = random.pick(parts)
            let account = random.pick(parts)
            let rest = random.pick(["*", "q", "a:q", "*q", "?q"])
            func begun(_ part: String) -> String {
                part.hasSuffix("*")
                    ? Self.expression(String(part.dropLast()), any: "[^:]") + "[\\s\\S]*"
                    : Self.expression(part, any: "[^:]")
            }
            let expression = [
                "arn:aws:sqs", begun(region), begun(account), Self.expression(rest),
            ].joined(separator: ":")
            let text = [random.pick(texts), random.pick(texts), random.pick(["q", "a:q", "aq"])]
                .joined(separator: ":")
            let expected = try Self.covers(expression, "arn:aws:sqs:" + text)
            let pattern = [region, account, rest].joined(separator: ":")
            let answer = Self.isAllowed(
                action: "sqs:SendMessage", resource: "arn:aws:sqs:" + text,
                by: ["Action": "*", "Resource": "arn:aws:sqs:" + pattern])
            #expect(answer == expected, "\(TestSeed.hint): \(pattern) on \(text)")
            covered += answer ? 1 : 0
        }
        #expect((300..<3_500).contains(covered), "\(TestSeed.hint): \(covered) of 4000")
    }

    @Test func actionsAreCoveredAsByAnExpression() throws {
        var random = TestSeed.generator()
        var covered = 0
        for _ in 0..<4_000 {
            let pieces = ["Get", "get", "Object", "*", "*", "?", "A", "a", "1", "O*t"]
            let pattern = "s3:G" + (0..<4).map { _ in random.pick(pieces) }.joined()
            let words = ["Get", "object", "a", "1"]
            let action =
                random.chance(60)
                ? "s3:"
                    + pattern.dropFirst(3).map { character in
                        switch character {
                        case "*": random.pick(["", "a"] + words)
                        case "?": random.pick(["a", "B", "ab"])
                        default: random.chance(4) ? "" : String(character)
                        }
                    }.joined()
                : "s3:g" + (0..<4).map { _ in random.pick(words) }.joined()
            let expected = try Self.covers(
                Self.expression(pattern.lowercased()), action.lowercased())
            let answer = Self.isAllowed(
                action: action, resource: "*", by: ["Action": pattern, "Resource": "*"])
            #expect(answer == expected, "\(TestSeed.hint): \(pattern) on \(action)")
            covered += answer ? 1 : 0
        }
        #expect((1_000..<3_500).contains(covered), "\(TestSeed.hint): \(covered) of 4000")
    }
}
