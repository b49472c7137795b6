import AllocationCounter
import IAMPolicy

/// How often a decision asks for memory: for each shape of question that a server meets, none is
/// the aim.
struct AllocationMeasurement {
    private struct Question {
        let name: String
        let request: AuthorizationRequest
        let ofPrincipal: PolicySet
        var ofResource = PolicySet.empty
        let verdict: Decision.Verdict
    }

    private static let decisions = 1_000

    func figures() throws -> [Figure] {
        try checkTheCounter()
        return try Self.questions().map { question in
            func decision() -> Decision.Verdict {
                decide(question.request, by: question.ofPrincipal, and: question.ofResource).verdict
            }
            guard decision() == question.verdict else {
                throw BenchmarkFailure("the decision on \(question.name) was wrong")
            }
            let before = allocation_count()
            var wrong = 0
            for _ in 0..<Self.decisions where decision() != question.verdict { wrong += 1 }
            let count = allocation_count() - before
            guard wrong == 0 else {
                throw BenchmarkFailure("the decision on \(question.name) was wrong")
            }
            return Figure(
                "Allocations of a decision, \(question.name)",
                Double(count) / Double(Self.decisions), .allocations)
        }
    }

    /// A counter that counts nothing would be good news of every engine.
    private func checkTheCounter() throws {
        let before = allocation_count()
        let array = Array(repeating: UInt8(allocation_count() & 1), count: 4_096)
        guard allocation_count() > before, array.count == 4_096 else {
            throw BenchmarkFailure("allocations are not counted")
        }
    }

    private static func questions() throws -> [Question] {
        let many = ManyStatements(count: 10)
        let account = "123456789012"
        let arn = "arn:aws:iam::\(account):user/alice"
        let context = RequestContext([
            "aws:username": ["alice"], "aws:SourceIp": ["203.0.113.9"],
            "aws:CurrentTime": ["2026-11-22T02:24:38Z"], "aws:MultiFactorAuthPresent": ["true"],
            "aws:TagKeys": ["team", "cost"], "s3:max-keys": ["10"],
        ])
        func request(_ resource: String) -> AuthorizationRequest {
            AuthorizationRequest(
                .user(arn, of: account), action: "s3:GetObject", resource: resource,
                context: context)
        }
        let conditions = try set([
            .identityBased: """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*",\
            "Resource":"arn:aws:s3:::*/home/${aws:username}/*","Condition":{\
            "IpAddress":{"aws:SourceIp":["198.51.100.0/24","203.0.113.0/24"]},\
            "DateLessThan":{"aws:CurrentTime":"2030-01-01T00:00:00Z"},\
            "Bool":{"aws:MultiFactorAuthPresent":"true"},\
            "NumericLessThanEquals":{"s3:max-keys":"100"},\
            "ForAllValues:StringLike":{"aws:TagKeys":["te*","cost"]}}}]}
            """
        ])
        let all =
            #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","#
            + #""Resource":"*"}}"#
        let everyKind = try set([
            .serviceControl: all, .identityBased: all, .permissionsBoundary: all, .session: all,
        ])
        let named = try set([
            .resourceControl: #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","#
                + #""Principal":"*","Action":"*","Resource":"*"}}"#,
            .resourceBased: #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","#
                + #""Principal":{"AWS":"\#(account)"},"Action":"s3:*","Resource":"*"}}"#,
        ])
        return [
            Question(
                name: "10 statements", request: many.request, ofPrincipal: try many.policySet(),
                verdict: .allowed),
            Question(
                name: "denied", request: request("arn:aws:s3:::other/1"),
                ofPrincipal: try many.policySet(), verdict: .implicitlyDenied),
            Question(
                name: "five kinds of condition", request: request("arn:aws:s3:::b/home/alice/1"),
                ofPrincipal: conditions, verdict: .allowed),
            Question(
                name: "every kind of policy", request: request("arn:aws:s3:::b/1"),
                ofPrincipal: everyKind, ofResource: named, verdict: .allowed),
        ]
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
