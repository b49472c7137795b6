import IAMIdentifiers
import IAMPolicy
import Testing

/// IAM User Guide, "Policy evaluation logic".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html>
/// NotAction and NotResource:
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html>
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html>
@Suite struct DecidingTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        /// The statements of one policy, but for their resource, which is `*` unless they have one.
        var statements: [String]
        var verdict: Decision.Verdict

        init(_ testDescription: String, _ statements: [String], _ verdict: Decision.Verdict) {
            self.testDescription = testDescription
            self.statements = statements
            self.verdict = verdict
        }
    }

    static let everything = #""Effect":"Allow","Action":"*""#

    static let cases: [Case] = [
        Case("an action that is allowed", [#""Effect":"Allow","Action":"iam:GetUser""#], .allowed),
        Case(
            "another action than is allowed", [#""Effect":"Allow","Action":"iam:ListUsers""#],
            .implicitlyDenied),
        Case(
            "one of several actions that are allowed",
            [#""Effect":"Allow","Action":["iam:ListUsers","iam:Get*"]"#], .allowed),
        Case(
            "a denial behind an allowance", [everything, #""Effect":"Deny","Action":"iam:*""#],
            .explicitlyDenied),
        Case(
            "a denial before an allowance", [#""Effect":"Deny","Action":"iam:*""#, everything],
            .explicitlyDenied),
        Case(
            "a denial of something else", [everything, #""Effect":"Deny","Action":"iam:Create*""#],
            .allowed),
        Case("a denial alone", [#""Effect":"Deny","Action":"*""#], .explicitlyDenied),
        Case(
            "all actions but this one", [#""Effect":"Allow","NotAction":"iam:GetUser""#],
            .implicitlyDenied),
        Case("all actions but others", [#""Effect":"Allow","NotAction":"iam:Create*""#], .allowed),
        Case(
            "all actions but several, this one among them",
            [#""Effect":"Allow","NotAction":["sts:*","iam:*"]"#], .implicitlyDenied),
        Case(
            "a denial of all actions but this one",
            [everything, #""Effect":"Deny","NotAction":["iam:Get*","iam:List*"]"#], .allowed),
        Case(
            "a denial of all actions but others",
            [everything, #""Effect":"Deny","NotAction":"iam:List*""#], .explicitlyDenied),
        Case("this resource", [everything + #","Resource":"arn:aws:iam::*:user/alice""#], .allowed),
        Case(
            "another resource", [everything + #","Resource":"arn:aws:iam::*:user/bob""#],
            .implicitlyDenied),
        Case(
            "one of several resources",
            [everything + #","Resource":["arn:aws:iam::*:user/bob","arn:aws:iam::*:user/a*"]"#],
            .allowed),
        Case(
            "all resources but this one",
            [everything + #","NotResource":"arn:aws:iam::*:user/alice""#], .implicitlyDenied),
        Case(
            "all resources but another",
            [everything + #","NotResource":"arn:aws:iam::*:user/bob""#],
            .allowed),
        Case(
            "a denial of all resources but this one",
            [
                everything,
                #""Effect":"Deny","Action":"*","NotResource":"arn:aws:iam::*:user/alice""#,
            ],
            .allowed),
        Case(
            "a denial of all resources but another",
            [everything, #""Effect":"Deny","Action":"*","NotResource":"arn:aws:iam::*:user/bob""#],
            .explicitlyDenied),
        Case(
            "a resource whose variable has no value is no resource",
            [everything + #","Resource":"arn:aws:iam::*:user/alice${a:none}""#], .implicitlyDenied),
        Case(
            "a denial of a resource whose variable has no value denies none",
            [
                everything,
                #""Effect":"Deny","Action":"*","Resource":"arn:aws:iam::*:user/${a:none}*""#,
            ],
            .allowed),
        Case(
            "all resources but one whose variable has no value is not known to allow this one",
            [everything + #","NotResource":"arn:aws:iam::*:user/${a:none}""#], .implicitlyDenied),
        Case(
            "all resources but this one is known, whatever other variable has no value",
            [
                everything,
                #""Effect":"Deny","Action":"*","NotResource":["arn:aws:iam::*:user/alice","#
                    + #""arn:aws:iam::*:user/${a:none}"]"#,
            ], .allowed),
        Case(
            "a denial of all resources but one whose variable has no value denies this one",
            [
                everything,
                #""Effect":"Deny","Action":"*","NotResource":"arn:aws:iam::*:user/${a:none}""#,
            ], .explicitlyDenied),
    ]

    @Test(arguments: cases) func decides(_ example: Case) throws {
        let decision = decide(
            Self.request, identityBased: [try Self.policy("p", example.statements)])
        #expect(decision.verdict == example.verdict)
    }

    @Test func noPolicyAllowsNothing() {
        let decision = decide(Self.request, identityBased: [])
        #expect(decision.verdict == .implicitlyDenied)
        #expect(decision.statements.isEmpty)
    }

    @Test func whatTheAccountWithholdsNoPolicyAllowsAndADenialStillDenies() throws {
        var request = Self.request
        request.isWithheldByAccount = true
        let allow = try Self.policy("a", [#""Effect":"Allow","Action":"*""#])
        let deny = try Self.policy("d", [#""Effect":"Deny","Action":"*""#])
        #expect(decide(request, by: .init([.init(.identityBased, [allow])])) == .withheldByAccount)
        let denied = decide(request, by: .init([.init(.identityBased, [allow, deny])]))
        #expect(denied.verdict == .explicitlyDenied && denied.deniedBy == .identityBased)
        request.principal = .rootUser(of: "123456789012")
        #expect(decide(request, by: .empty).verdict == .allowed)
    }

    @Test func namesEveryStatementThatDenies() throws {
        let first = try Self.policy(
            "first",
            [#""Sid":"A","Effect":"Allow","Action":"*""#, #""Effect":"Deny","Action":"*""#])
        let second = try Self.policy("second", [#""Sid":"D","Effect":"Deny","Action":"iam:*""#])
        let decision = decide(Self.request, identityBased: [first, second])
        #expect(decision.verdict == .explicitlyDenied)
        #expect(decision.statements.map(\.source) == [first.source, second.source])
        #expect(decision.statements.map(\.index) == [1, 0])
        #expect(decision.statements.map(\.sid) == [nil, "D"])
        #expect(decision.statements.map(\.start.line) == [3, 2])
    }

    @Test func namesEveryStatementThatAllows() throws {
        let policies = try ["first", "second", "third"].map {
            try Self.policy($0, [#""Effect":"Allow","Action":"*""#])
        }
        let decision = decide(Self.request, identityBased: policies)
        #expect(decision.verdict == .allowed)
        #expect(decision.statements.map(\.source) == policies.map(\.source))
    }

    @Test func theOrderOfPoliciesChangesNothing() throws {
        let allow = try Self.policy("a", [#""Effect":"Allow","Action":"*""#])
        let deny = try Self.policy("d", [#""Effect":"Deny","Action":"iam:GetUser""#])
        for policies in [[allow, deny], [deny, allow], [deny, allow, deny, allow]] {
            #expect(decide(Self.request, identityBased: policies).verdict == .explicitlyDenied)
        }
    }

    @Test func actionsAreComparedWithoutRegardToCase() throws {
        let policy = try Self.policy("p", [#""Effect":"Allow","Action":"iam:getuser""#])
        #expect(decide(Self.request, identityBased: [policy]).verdict == .allowed)
    }

    static let request = AuthorizationRequest(
        action: "iam:GetUser", resource: "arn:aws:iam::123456789012:user/alice")

    /// A policy of statements, the first of them on line 2 and each on a line of its own.
    static func policy(_ name: String, _ statements: [String]) throws -> AttachedPolicy {
        let lines = statements.map {
            $0.contains("Resource") ? "{\($0)}" : "{\($0),\"Resource\":\"*\"}"
        }
        let text =
            "{\"Version\":\"2012-10-17\",\"Statement\":[\n"
            + lines.joined(separator: ",\n") + "]}"
        return AttachedPolicy(
            source: .inline(.user, owner: "alice", policy: name),
            document: try PolicyDocument(parsing: text))
    }
}
