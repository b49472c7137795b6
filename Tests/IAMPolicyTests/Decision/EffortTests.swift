import Testing

@testable import IAMPolicy

/// What a decision costs is counted, and ends.
@Suite struct EffortTests {
    /// A pattern that nearly matches a text in many places, compared with it.
    private static func effort(pattern: [PatternUnit], text: String) -> (spent: Int, matches: Bool)
    {
        var program = PolicyProgram()
        let compiled = program.add(pattern)
        var effort = Effort()
        let match = program.match(compiled, text.utf8.span, RequestContext(), &effort)
        return (Effort.ofDecision - effort.remaining, match == .yes)
    }

    private static func units(_ text: String) -> [PatternUnit] {
        var program = PolicyProgram()
        return program.compile([TextStep](wildcards: text))
    }

    @Test(
        "near misses cost in proportion to text and pattern, not to one times the other",
        arguments: [
            ("*", "b*"), ("*", "?b*"), ("a*", "b"), ("*", "c*b*"), ("?*", "b?*"), ("*?", "b*"),
        ])
    func nearMisses(_ ends: (String, String)) {
        for size in [500, 1_000, 2_000] {
            let pattern = Self.units(ends.0 + String(repeating: "a", count: size) + ends.1)
            let text = String(repeating: "a", count: 2 * size)
            let (spent, isMatch) = Self.effort(pattern: pattern, text: text)
            #expect(!isMatch)
            // Walked until it went back too often, then made anew, once with all places.
            #expect(
                spent < 5 * (3 * size + 64) + 8 * (size + 10) + (size + 10) * (2 * size + 64) / 64)
        }
    }

    @Test("a pattern that goes back within a segment and beyond it costs no more")
    func segments() {
        let part = String(repeating: "a", count: 300)
        var program = PolicyProgram()
        let steps = [TextStep](wildcards: "arn:aws:*:*\(part)b*:*\(part)b:x")
        let units = program.compile(steps).segmented(endsReachOn: true)
        let text = "arn:aws:" + String(repeating: part + ":", count: 6) + "x"
        let (spent, isMatch) = Self.effort(pattern: units ?? [], text: text)
        #expect(!isMatch)
        #expect(spent < 13 * (text.utf8.count + 700) + 700 * (text.utf8.count + 64) / 64)
    }

    /// What a decision costs by one statement with a condition on what variables stand for.
    private static func effort(_ condition: String, _ context: RequestContext) -> Int {
        let document = policy([
            #"{"Effect":"Allow","Action":"*","Resource":"*","Condition":{\#(condition)}}"#
        ])
        let set = PolicySet([PolicyLayer(.identityBased, [document])])
        var total = Effort(1 << 40)
        let explanation = explain(
            AuthorizationRequest(action: "iam:GetUser", resource: "*", context: context), by: set,
            and: .empty, &total)
        #expect(explanation.decision.verdict == .implicitlyDenied)
        return (1 << 40) - total.remaining
    }

    @Test("comparing with a variable's value is counted, wherever it is tried")
    func variableValues() {
        let values = (0..<250).map { "\"*${aws:Referer}!\($0)\"" }.joined(separator: ",")
        let spent = Self.effort(
            #""StringLike":{"aws:UserAgent":[\#(values)]}"#,
            [
                "aws:UserAgent": [String(repeating: "a", count: 2_048)],
                "aws:Referer": [String(repeating: "a", count: 1_023) + "b"],
            ])
        #expect(spent >= Effort.ofDecision)
        // Past the limit there is at most one comparison more.
        #expect(spent < Effort.ofDecision + 1_000_000)
    }

    @Test("what variables make of a value is counted before it is made")
    func substitutes() {
        let value = String(repeating: "${aws:UserAgent}", count: 340)
        let tags = (0..<50).map { "tag\($0)" }
        let agent = String(repeating: "a", count: 2_048)
        for condition in [
            #""ForAnyValue:StringEqualsIgnoreCase":{"aws:TagKeys":"\#(value)"}"#,
            #""ForAnyValue:ArnLike":{"aws:TagKeys":"arn:aws:s3:\#(value)::x"}"#,
        ] {
            let keys = condition.contains("Arn") ? tags.map { "arn:aws:s3:::\($0)" } : tags
            let spent = Self.effort(
                condition, ["aws:UserAgent": [agent], "aws:TagKeys": keys])
            #expect(spent >= Effort.ofDecision && spent < 12_000_000, "\(condition.prefix(40))")
        }
    }

    private static func policy(_ statements: [String]) -> AttachedPolicy {
        let text = #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#
        let document = try? PolicyDocument(parsing: text)
        return AttachedPolicy(source: .named("p"), document: document!)  // as written here
    }

    /// A statement that takes much to find out that it says nothing.
    private static func hard(_ effect: String) -> String {
        let patterns = (0..<20).map { "\"*\(String(repeating: "a", count: 1_000))\($0)*\"" }
        return #"{"Effect":"\#(effect)","Action":"*","Resource":"*","Condition":{"#
            + #""StringLike":{"aws:UserAgent":[\#(patterns.joined(separator: ","))]}}}"#
    }

    private static let allow = #"{"Effect":"Allow","Action":"*","Resource":"*"}"#

    private static func verdict(_ policies: [AttachedPolicy]) -> Decision.Verdict {
        let set = PolicySet([PolicyLayer(.identityBased, policies)])
        let request = AuthorizationRequest(
            action: "iam:GetUser", resource: "*",
            context: ["aws:UserAgent": [String(repeating: "a", count: 2_000)]])
        let decision = decide(request, by: set)
        #expect(explain(request, by: set).decision == decision)
        return decision.verdict
    }

    @Test("a decision that costs more than it may is a refusal")
    func refusal() {
        let costly = Array(repeating: Self.policy([Self.hard("Allow")]), count: 30)
        #expect(Self.verdict([Self.policy([Self.allow])]) == .allowed)
        #expect(Self.verdict(costly) == .implicitlyDenied)
        #expect(Self.verdict(costly + [Self.policy([Self.allow])]) == .implicitlyDenied)
        let costlyDenial = Array(repeating: Self.policy([Self.hard("Deny")]), count: 30)
        #expect(Self.verdict([Self.policy([Self.allow])] + costlyDenial) == .explicitlyDenied)
        // What is within the limit is decided as ever.
        #expect(Self.verdict([Self.policy([Self.hard("Deny"), Self.allow])]) == .allowed)
    }
}
