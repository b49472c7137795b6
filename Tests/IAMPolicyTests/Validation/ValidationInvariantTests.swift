import IAMPolicy
import PlainEvaluator
import TestRandom
import Testing

/// Whatever the parser refuses has an error, and whatever has no error is accepted. Of a resource's
/// policy, which another service keeps, any finding will do.
@Suite struct ValidationInvariantTests {
    private let validator = PolicyValidator(TestReference.all)

    /// The types of policies and what the parser may call them.
    private static let types: [(ValidatedPolicyType, [PolicyKind])] = [
        (.identity, [.identityBased]), (.resource(.rolesTrust), [.trust]),
        (.resource(nil), [.resourceBased, .trust]), (.resource(.bucket), [.resourceBased]),
        (.serviceControl, [.serviceControl]), (.resourceControl, [.resourceControl]),
    ]

    private func isAccepted(_ text: String, as kinds: [PolicyKind]) -> Bool {
        kinds.contains { (try? PolicyDocument(parsing: text, as: $0)) != nil }
    }

    private func check(_ text: String) {
        for (type, kinds) in Self.types {
            let findings = validator.findings(in: text, as: type)
            let isWarned = findings.contains { $0.type == .error || kinds.contains(.resourceBased) }
            #expect(isWarned || isAccepted(text, as: kinds), "\(type): \(text)")
            let length = text.unicodeScalars.count
            for span in findings.flatMap({ $0.locations.map(\.span) }) {
                #expect(span.start.offset <= span.end.offset && span.end.offset <= length)
                #expect(span.start.line >= 1 && span.start.column >= 0)
            }
        }
    }

    @Test("of every policy in the cases")
    func cases() {
        for example in IssueCase.all {
            check(MarkedText(example.policy).text)
            check(MarkedText(example.nearMiss).text)
        }
    }

    @Test("of what random changes make of them", arguments: [1, 2, 3, 4])
    func changes(_ round: Int) {
        var random = TestSeed.generator("changes \(round)")
        let texts = IssueCase.all.map { MarkedText($0.policy).text }
        let pieces = [
            "\"", "{", "}", "[", "]", ",", ":", "*", "?", "${", "null", "7", "\"*\"", "[]", "{}",
            "\"Action\"", "\"Principal\"", "\"Sid\"", "\"arn:aws:s3:::b\"", "\\", "é", "\u{1F511}",
            "\u{0}", "IfExists", "2008-10-17", "Not", "\u{212A}",
        ]
        for _ in 0..<400 {
            var text = Array(texts.randomElement(using: &random)!.unicodeScalars)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let start = Int.random(in: 0...text.count, using: &random)
                let length = Int.random(in: 0...min(6, text.count - start), using: &random)
                let piece = Bool.random(using: &random) ? "" : pieces.randomElement(using: &random)!
                text.replaceSubrange(start..<start + length, with: piece.unicodeScalars)
            }
            check(String(String.UnicodeScalarView(text)))
        }
    }
}
