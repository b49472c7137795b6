import IAMPolicy
import PlainEvaluator

/// A question about one principal with many statements, each with a condition, of which the last
/// alone allows; as each of the evaluators is asked it.
struct ManyStatements {
    private static let region = "us-east-1"
    private static let account = "123456789012"
    private static let user = "arn:aws:iam::\(account):user/alice"
    private static let action = "s3:GetObject"

    let count: Int
    private let policies: PolicyTexts
    private let resource: String

    init(count: Int) {
        self.count = count
        resource = "arn:aws:s3:::bucket-\(100_000 + count - 1)/a.csv"
        policies = PolicyTexts(
            statements: (0..<count).map { index in
                """
                {"Effect":"Allow","Action":"\(Self.action)",\
                "Resource":"arn:aws:s3:::bucket-\(100_000 + index)/*",\
                "Condition":{"StringEquals":{"aws:RequestedRegion":"\(Self.region)"}}}
                """
            })
    }

    // MARK: The engine

    func policySet() throws -> PolicySet { try policies.policySet() }

    var request: AuthorizationRequest {
        AuthorizationRequest(
            .user(Self.user, of: Self.account), action: Self.action, resource: resource,
            context: RequestContext(["aws:RequestedRegion": [Self.region]]))
    }

    // MARK: The plain evaluator

    func plainEvaluator() throws -> PlainEvaluator {
        var questioned = QuestionPolicies()
        questioned.identity = try policies.texts.map { text in
            guard let json = JSON(text: text) else {
                throw BenchmarkFailure("the plain evaluator cannot read a policy")
            }
            return json
        }
        return PlainEvaluator(questioned)
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
            policies: policies.texts, action: Self.action, resource: resource,
            region: Self.region)
    }
}
