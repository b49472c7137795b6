import AllocationCounter
import IAMPolicy

/// How often a decision asks for memory: for each shape of question that a server meets, none is
/// the aim. Beside them stand the two kinds of condition that do allocate, as
/// `Decisions/0009-policies-are-compiled-and-indexed.md` says.
struct AllocationMeasurement {
    private struct Question {
        let name: String
        let request: AuthorizationRequest
        let ofPrincipal: PolicySet
        var ofResource = PolicySet.empty
        var verdict = Decision.Verdict.allowed
        /// How often a decision may ask for memory; with more the run fails.
        var limit: UInt64 = 0
    }

    private static let decisions = 1_000
    private static let account = "123456789012"

    func figures() throws -> [Figure] {
        try Self.checkTheCounter()
        return try Self.questions().map { question in
            let count = try Self.allocations(question)
            guard count <= question.limit else {
                throw BenchmarkFailure(
                    "a decision on \(question.name) allocates \(count) times, "
                        + "and may \(question.limit) times")
            }
            return Figure("Allocations, \(question.name)", Double(count), .allocations)
        }
    }

    /// The most that one of many decisions asks for: a mean would hide what happens seldom.
    private static func allocations(_ question: Question) throws -> UInt64 {
        var most: UInt64 = 0
        for _ in 0..<decisions {
            let before = allocation_count()
            let decision = decide(
                question.request, by: question.ofPrincipal, and: question.ofResource)
            most = max(most, allocation_count() - before)
            guard decision.verdict == question.verdict else {
                throw BenchmarkFailure("the decision on \(question.name) was wrong")
            }
        }
        return most
    }

    /// A counter that counts nothing would be good news of every engine.
    private static func checkTheCounter() throws {
        func allocationsOfArrays(_ number: Int) -> UInt64 {
            let before = allocation_count()
            var arrays: [[UInt64]] = []
            arrays.reserveCapacity(number)
            for _ in 0..<number { arrays.append(Array(repeating: before, count: 1_000)) }
            return withExtendedLifetime(arrays) { allocation_count() - before }
        }
        _ = allocationsOfArrays(1)  // what the runtime makes once for a type
        let count = allocationsOfArrays(100)
        guard count == 101 else {
            throw BenchmarkFailure("of 101 allocations \(count) were counted")
        }
    }

    private static func questions() throws -> [Question] {
        let ten = ManyStatements(count: 10)
        let many = ManyStatements(count: 10_000)
        return [
            Question(
                name: "10 statements", request: ten.request, ofPrincipal: try ten.policySet()),
            Question(
                name: "10000 statements", request: many.request,
                ofPrincipal: try many.policySet()),
            Question(
                name: "denied", request: request("arn:aws:s3:::other/1"),
                ofPrincipal: try ten.policySet(), verdict: .implicitlyDenied),
            Question(
                name: "every kind of condition", request: request("arn:aws:s3:::b/home/alice/1"),
                ofPrincipal: try set([.identityBased: statement(everyKindOfCondition)])),
            try everyKindOfPolicy(),
            Question(
                name: "an ARN with a variable account", request: request("arn:aws:s3:::b/1"),
                ofPrincipal: try set([
                    .identityBased: statement(
                        #""Action":"*","Resource":"*","Condition":{"ArnLike":{"aws:PrincipalArn":"#
                            + #""arn:aws:iam::${aws:PrincipalAccount}:user/*"}}"#)
                ]), limit: 6),
            Question(
                name: "ignoring the case of é", request: request("arn:aws:s3:::b/1"),
                ofPrincipal: try set([
                    .identityBased: statement(
                        #""Action":"*","Resource":"*","Condition":{"StringEqualsIgnoreCase":"#
                            + #"{"aws:PrincipalTag/café":"CAFÉ"}}"#)
                ]), limit: 2),
        ]
    }

    private static let everyKindOfCondition =
        #""Action":"s3:Get*","Resource":"arn:aws:s3:::*/home/${aws:username}/*","Condition":{"#
        + #""IpAddress":{"aws:SourceIp":["198.51.100.0/24","203.0.113.0/24"]},"#
        + #""DateLessThan":{"aws:CurrentTime":"2030-01-01T00:00:00Z"},"#
        + #""Bool":{"aws:MultiFactorAuthPresent":"true"},"#
        + #""NumericLessThanEquals":{"s3:max-keys":"100"},"#
        + #""BinaryEquals":{"s3:digest":"QUJD"},"#
        + #""ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:user/${aws:username}"},"#
        + #""Null":{"aws:TokenIssueTime":"true"},"#
        + #""StringEqualsIgnoreCase":{"aws:PrincipalType":"user"},"#
        + #""StringNotLikeIfExists":{"aws:UserAgent":"*bot*"},"#
        + #""ForAnyValue:StringEquals":{"aws:TagKeys":"cost"},"#
        + #""ForAllValues:StringLike":{"aws:TagKeys":["te*","cost"]}}"#

    /// A request whose context has values for all those conditions.
    private static func request(_ resource: String) -> AuthorizationRequest {
        let arn = "arn:aws:iam::\(account):user/alice"
        return AuthorizationRequest(
            .user(arn, of: account), action: "s3:GetObject", resource: resource,
            context: RequestContext([
                "aws:username": ["alice"], "aws:SourceIp": ["203.0.113.9"],
                "aws:CurrentTime": ["2026-11-22T02:24:38Z"],
                "aws:MultiFactorAuthPresent": ["true"], "s3:max-keys": ["10"],
                "s3:digest": ["QUJD"], "aws:PrincipalArn": [arn], "aws:PrincipalType": ["User"],
                "aws:PrincipalAccount": [account], "aws:UserAgent": ["aws-cli/2"],
                "aws:TagKeys": ["team", "cost"], "aws:PrincipalTag/café": ["café"],
            ]))
    }

    private static func everyKindOfPolicy() throws -> Question {
        let all = statement(#""Action":"s3:*","Resource":"*""#)
        return Question(
            name: "every kind of policy", request: request("arn:aws:s3:::b/1"),
            ofPrincipal: try set([
                .serviceControl: all, .identityBased: all, .permissionsBoundary: all,
                .session: all,
            ]),
            ofResource: try set([
                .resourceControl: statement(#""Principal":"*","Action":"*","Resource":"*""#),
                .resourceBased: statement(
                    #""Principal":{"AWS":"\#(account)"},"Action":"s3:*","Resource":"*""#),
            ]))
    }

    /// A policy of one statement that allows, of which these are the other members.
    private static func statement(_ members: String) -> String {
        #"{"Version":"2012-10-17","Statement":{"Effect":"Allow",\#(members)}}"#
    }

    private static func set(_ texts: [PolicyType: String]) throws -> PolicySet {
        PolicySet(
            try texts.sorted { $0.key < $1.key }.map { type, text in
                let kind: PolicyKind =
                    switch type {
                    case .resourceControl: .resourceControl
                    case .serviceControl: .serviceControl
                    case .resourceBased: .resourceBased
                    case .identityBased, .permissionsBoundary, .session: .identityBased
                    }
                let document = try PolicyDocument(parsing: text, as: kind)
                return PolicyLayer(
                    type, [AttachedPolicy(source: .named("\(type)"), document: document)])
            })
    }
}
