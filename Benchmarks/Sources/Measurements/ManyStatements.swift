import IAMPolicy
import PlainEvaluator

/// A question about one principal with many statements, each with a condition, of which the last
/// alone allows; as each of the evaluators is asked it.
struct ManyStatements {
    let count: Int

    private static let region = "us-east-1"
    /// Statements of one policy at most: more would not fit into what a policy may have.
    private static let statementsPerPolicy = 1_000
    private static let account = "123456789012"
    private static let user = "arn:aws:iam::\(account):user/alice"
    private static let action = "s3:GetObject"

    private var resource: String { "arn:aws:s3:::bucket-\(100_000 + count - 1)/a.csv" }

    /// The policies of the principal.
    var texts: [String] {
        stride(from: 0, to: count, by: Self.statementsPerPolicy).map { start in
            let statements = (start..<min(count, start + Self.statementsPerPolicy)).map { index in
                """
                {"Effect":"Allow","Action":"\(Self.action)",\
                "Resource":"arn:aws:s3:::bucket-\(100_000 + index)/*",\
                "Condition":{"StringEquals":{"aws:RequestedRegion":"\(Self.region)"}}}
                """
            }
            return #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#
        }
    }

    // MARK: The engine

    /// The policies read and compiled.
    func policySet() throws -> PolicySet {
        let policies = try texts.enumerated().map { index, text in
            AttachedPolicy(
                source: .inline(.user, owner: "alice", policy: "policy-\(index)"),
                document: try PolicyDocument(parsing: text))
        }
        return PolicySet([PolicyLayer(.identityBased, policies)])
    }

    var request: AuthorizationRequest {
        AuthorizationRequest(
            .user(Self.user, of: Self.account), action: Self.action, resource: resource,
            context: RequestContext(["aws:RequestedRegion": [Self.region]]))
    }

    // MARK: The plain evaluator

    func plainEvaluator() -> PlainEvaluator {
        var policies = QuestionPolicies()
        policies.identity = texts.compactMap { JSON(text: $0) }
        return PlainEvaluator(policies)
    }

    var plainRequest: QuestionRequest {
        var principal = QuestionPrincipal(.user)
        principal.account = Self.account
        principal.arn = Self.user
        return QuestionRequest(
            principal, action: Self.action, resource: resource,
            context: ["aws:RequestedRegion": [Self.region]])
    }

    // MARK: moto

    struct MotoQuestion: Encodable {
        let policies: [String]
        let action: String
        let resource: String
        let region: String
    }

    var motoQuestion: MotoQuestion {
        MotoQuestion(
            policies: texts, action: Self.action, resource: resource, region: Self.region)
    }
}
