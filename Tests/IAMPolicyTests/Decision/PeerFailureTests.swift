import IAMIdentifiers
import IAMPolicy
import Testing

/// What other policy engines were found to get wrong.
@Suite struct PeerFailureTests {
    @Test func anAllowWhoseConditionFailsDoesNotDenyExplicitly() throws {
        let decision = try decision(
            Self.allowsAll,
            #"""
            {"Effect":"Allow","Action":"*","Resource":"*",
            "Condition":{"StringEquals":{"aws:username":"bob"}}}
            """#)
        #expect(decision.verdict == .allowed)
    }

    @Test func aDenyWithoutResourceIsNoPolicy() {
        #expect(throws: PolicySyntaxError.self) {
            try decision(#"{"Effect":"Deny","Action":"*"}"#)
        }
    }

    @Test func aStatementWithoutResourceDoesNotPermit() {
        #expect(throws: PolicySyntaxError.self) {
            try decision(#"{"Effect":"Allow","Action":"*"}"#)
        }
    }

    /// Every operator is evaluated, not StringEquals alone: one that fails allows nothing.
    @Test(arguments: [
        #""StringNotEquals":{"aws:username":"alice"}"#, #""StringLike":{"aws:username":"b*"}"#,
        #""StringEqualsIgnoreCase":{"aws:username":"BOB"}"#, #""Null":{"aws:username":"true"}"#,
        #""NumericLessThan":{"a:number":"1"}"#, #""DateGreaterThan":{"a:date":"2026-01-01"}"#,
        #""Bool":{"a:boolean":"true"}"#, #""BinaryEquals":{"a:binary":"QQ=="}"#,
        #""IpAddress":{"aws:SourceIp":"10.0.0.0/8"}"#,
        #""NotIpAddress":{"aws:SourceIp":"192.0.2.0/24"}"#,
        #""ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:user/bob"}"#,
        #""ForAllValues:StringEquals":{"aws:TagKeys":"a"}"#,
        #""ForAnyValue:StringEquals":{"aws:TagKeys":"c"}"#,
        #""StringEqualsIfExists":{"aws:username":"bob"}"#,
    ])
    func aConditionThatFailsAllowsNothing(_ condition: String) throws {
        let decision = try decision(
            #"{"Effect":"Allow","Action":"*","Resource":"*","Condition":{\#(condition)}}"#)
        #expect(decision.verdict == .implicitlyDenied)
    }

    @Test func anUnknownOperatorIsNotAccepted() {
        #expect(throws: PolicySyntaxError.self) {
            try decision(
                #"""
                {"Effect":"Allow","Action":"*","Resource":"*",
                "Condition":{"StringContains":{"aws:username":"a"}}}
                """#)
        }
    }

    @Test func aDotInAPatternIsADot() throws {
        let decision = try decision(
            #"{"Effect":"Allow","Action":"*","Resource":"arn:aws:iam::123456789012:user/al.ce"}"#)
        #expect(decision.verdict == .implicitlyDenied)
    }

    @Test func regularExpressionsInAPatternAreText() throws {
        let decision = try decision(
            #"{"Effect":"Allow","Action":"*","Resource":"arn:aws:iam::123456789012:user/(.|a)+"}"#)
        #expect(decision.verdict == .implicitlyDenied)
    }

    @Test func onePolicyThatCannotBeReadIsNotSkipped() {
        let request = AuthorizationRequest(action: "iam:GetUser", resource: "*")
        let decision = decide(
            request,
            identityBased: [
                AttachedPolicy(
                    source: .inline(.user, owner: "alice", policy: "good"),
                    stored: "{\"Statement\":\(Self.allowsAll)}"),
                AttachedPolicy(
                    source: .inline(.user, owner: "alice", policy: "bad"), stored: "{"),
            ])
        #expect(decision.verdict == .explicitlyDenied)
    }

    @Test func aPolicyWithoutStatementIsNoPolicy() {
        #expect(throws: PolicySyntaxError.self) {
            try PolicyDocument(parsing: #"{"Version":"2012-10-17"}"#)
        }
    }

    @Test func aKeyThatTheRequestDoesNotHaveAllowsNothing() throws {
        let decision = try decision(
            #"""
            {"Effect":"Allow","Action":"*","Resource":"*",
            "Condition":{"StringEquals":{"aws:Unheard":""}}}
            """#)
        #expect(decision.verdict == .implicitlyDenied)
    }

    static let allowsAll = #"{"Effect":"Allow","Action":"*","Resource":"*"}"#

    private func decision(_ statements: String...) throws -> IdentityDecision {
        let document = try PolicyDocument(
            parsing: """
                {"Version":"2012-10-17","Statement":[\(statements.joined(separator: ","))]}
                """)
        let request = AuthorizationRequest(
            action: "iam:GetUser", resource: "arn:aws:iam::123456789012:user/alice",
            context: RequestContext([
                "aws:username": ["alice"], "a:number": ["1"], "a:date": ["2025-01-01"],
                "a:boolean": ["false"], "a:binary": ["Qg=="], "aws:SourceIp": ["192.0.2.1"],
                "aws:PrincipalArn": ["arn:aws:iam::123456789012:user/alice"],
                "aws:TagKeys": ["a", "b"],
            ]))
        let policy = AttachedPolicy(
            source: .inline(.user, owner: "alice", policy: "p"), document: document)
        return decide(request, identityBased: [policy])
    }
}
