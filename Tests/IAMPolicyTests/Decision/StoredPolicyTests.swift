import IAMIdentifiers
import IAMPolicy
import Testing

/// Policies that were accepted once and are not understood now, by this version of the program.
@Suite struct StoredPolicyTests {
    static let allowsAll = AttachedPolicy(
        source: .inline(.group, owner: "admins", policy: "all"),
        stored: #"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#)

    struct Case: CustomTestStringConvertible {
        var condition: String
        var testDescription: String { condition }
    }

    static let notUnderstood: [Case] = [
        Case(condition: #"{"StringMatches":{"aws:username":"alice"}}"#),
        Case(condition: #"{"Null":{"aws:none":"true"},"StringMatches":{"aws:username":"b"}}"#),
        Case(condition: #"{"StringEquals":{"aws:username":"b"},"Unknown":{"a:k":"b"}}"#),
        Case(condition: #"{"NumericEquals":{"a:k":"ten"}}"#),
        Case(condition: #"{"IpAddress":{"aws:SourceIp":"10.0.0.0/99"}}"#),
        Case(condition: #"{"DateLessThan":{"aws:CurrentTime":"soon"}}"#),
        Case(condition: #"{"Bool":{"aws:SecureTransport":"maybe"}}"#),
        Case(condition: #"{"BinaryEquals":{"a:k":"?"}}"#),
        Case(condition: #"{"StringEquals":{"a:k":"${aws:username"}}"#),
        Case(condition: #"{"StringEquals":[]}"#),
        Case(condition: "[]"),
    ]

    @Test(arguments: notUnderstood) func anAllowThatIsNotUnderstoodDoesNotApply(_ example: Case) {
        let policy = Self.policy("Allow", example.condition)
        #expect(Self.decision(policy).verdict == .implicitlyDenied)
    }

    @Test(arguments: notUnderstood) func aDenyThatIsNotUnderstoodApplies(_ example: Case) {
        let decision = Self.decision(Self.allowsAll, Self.policy("Deny", example.condition))
        #expect(decision.verdict == .explicitlyDenied)
        #expect(decision.statements.map(\.index) == [0])
        #expect(decision.unreadablePolicies.isEmpty)
    }

    @Test(
        "a resource that IAM takes no longer names what it named",
        arguments: [
            "arn:aws:iam::123456789012:*/x", "arn:aws:s3:eu-west-1::b",
            "arn:aws:iam:eu-west-1:1:root",
        ])
    func aRefusedResource(_ resource: String) {
        let text = """
            {"Version":"2012-10-17","Statement":
            {"Effect":"Allow","Action":"s3:GetObject","Resource":"\(resource)"}}
            """
        #expect(throws: PolicySyntaxError.self) {
            try PolicyDocument(parsing: text, as: .identityBased)
        }
        let policy = AttachedPolicy(
            source: .inline(.user, owner: "alice", policy: "p"), stored: text)
        let decision = Self.decision(Self.allowsAll, policy)
        #expect(decision.verdict == .allowed)
        #expect(decision.unreadablePolicies.isEmpty)
    }

    @Test func aDenyThatIsNotUnderstoodKeepsToItsActionsAndResources() {
        let policy = AttachedPolicy(
            source: .inline(.user, owner: "alice", policy: "p"),
            stored: """
                {"Version":"2012-10-17","Statement":[
                {"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"X":{"a:k":"b"}}},
                {"Effect":"Deny","Action":"*","Resource":"arn:aws:s3:::b",
                "Condition":{"X":{"a:k":"b"}}}]}
                """)
        #expect(Self.decision(Self.allowsAll, policy).verdict == .allowed)
    }

    @Test(arguments: [
        "", "null", "{}", #"{"Version":"2012-10-17"}"#, #"{"Statement":[]}"#, "{\"Statement\":",
        #"{"Statement":{"Effect":"Deny","Action":"s3:*"}}"#,
    ])
    func aPolicyThatCannotBeReadDeniesEverything(_ text: String) {
        let policy = AttachedPolicy(
            source: .managed(ARN(service: "iam", account: "aws", resource: "policy/p")),
            stored: text)
        let decision = Self.decision(Self.allowsAll, policy)
        #expect(decision.verdict == .explicitlyDenied)
        #expect(decision.statements.isEmpty)
        #expect(decision.unreadablePolicies == [policy.source])
    }

    @Test func whatIsSentIsReadMoreStrictlyThanWhatIsStored() throws {
        let text = """
            {"Statement":{"Effect":"Deny","Action":"*","Resource":"*",
            "Condition":{"X":{"a:k":"b"}}}}
            """
        _ = try PolicyDocument(stored: text)
        #expect(throws: PolicySyntaxError.self) { try PolicyDocument(parsing: text) }
    }

    static func policy(_ effect: String, _ condition: String) -> AttachedPolicy {
        AttachedPolicy(
            source: .inline(.user, owner: "alice", policy: "p"),
            stored: """
                {"Version":"2012-10-17","Statement":{"Effect":"\(effect)","Action":"*",
                "Resource":"*","Condition":\(condition)}}
                """)
    }

    static func decision(_ policies: AttachedPolicy...) -> IdentityDecision {
        let request = AuthorizationRequest(
            action: "iam:GetUser", resource: "arn:aws:iam::123456789012:user/alice",
            context: RequestContext(["aws:username": ["alice"], "a:k": ["b"]]))
        return decide(request, identityBased: policies)
    }
}
