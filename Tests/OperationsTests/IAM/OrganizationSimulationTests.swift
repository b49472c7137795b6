import IAMModel
import Operations
import TestSupport
import Testing

/// Simulations under the service control policies that the request carries.
@Suite struct OrganizationSimulationTests {
    private typealias Level = IAM.Shape.OrderedOrganizationPolicyType

    private static let everything = Policies.allow("*")

    private static func simulate(
        _ levels: [[String]?]?, resources: [String]? = nil, owner: String? = nil
    ) async throws -> IAM.Shape.EvaluationResult {
        let service = try await TestService()
        let answer = try await service.run(
            IAM.SimulateCustomPolicy.self,
            .init(
                policyInputList: [Policies.allow("s3:*")], actionNames: ["s3:GetObject"],
                orderedOrganizationPolicyInputList: levels?.map {
                    Level(serviceControlPolicyInputList: $0)
                },
                resourceArns: resources, resourceOwner: owner,
                callerArn: "arn:aws:iam::123456789012:user/alice"))
        return try #require(answer.evaluationResults?.first)
    }

    /// The levels from the root to the account, and what is decided.
    static let cases:
        [(
            name: String, levels: [[String]?],
            decision: IAM.Shape.PolicyEvaluationDecisionType
        )] = [
            ("every level allows", [[everything], [everything], [everything]], .allowed),
            ("one policy of a level allows", [[Policies.allow("sqs:*"), everything]], .allowed),
            (
                "a level in the middle does not allow",
                [[everything], [Policies.allow("sqs:*")], [everything]], .implicitDeny
            ),
            (
                "a level denies", [[everything], [everything, Policies.deny("s3:*")]], .explicitDeny
            ),
            ("a level has an empty list", [[everything], []], .implicitDeny),
            ("a level has no list", [[everything], nil], .implicitDeny),
        ]

    @Test("every level of the organization has to allow", arguments: cases.map(\.name))
    func levels(_ name: String) async throws {
        let (_, levels, decision) = try #require(Self.cases.first { $0.name == name })
        for resources in [nil, ["arn:aws:s3:::notes/1"]] {
            let result = try await Self.simulate(levels, resources: resources)
            #expect(result.evalDecision == decision)
            let detail = result.organizationsDecisionDetail?.allowedByOrganizations
            #expect(detail == (decision == .allowed))
            #expect(
                result.matchedStatements?.map(\.sourcePolicyId)
                    == (decision == .allowed ? ["PolicyInputList.1"] : []),
                "statements of service control policies are not told")
        }
    }

    @Test("without an organization nothing is said of one")
    func noOrganization() async throws {
        for levels in [nil, [[String]?]()] {
            let result = try await Self.simulate(levels)
            #expect(result.evalDecision == .allowed)
            #expect(result.organizationsDecisionDetail == nil)
        }
    }

    @Test("where the organization denies, an answer across accounts has no details")
    func details() async throws {
        for (policy, isAllowed) in [(Self.everything, true), (Policies.deny("s3:*"), false)] {
            let result = try await Self.simulate(
                [[policy]], resources: ["arn:aws:s3:::notes/1"], owner: "210987654321")
            #expect((result.evalDecisionDetails != nil) == isAllowed)
            #expect(
                (result.resourceSpecificResults?.first?.evalDecisionDetails != nil) == isAllowed)
        }
    }

    @Test("keys that service control policies alone ask about are not called missing")
    func missingKeys() async throws {
        let condition = #""Condition":{"Bool":{"aws:SecureTransport":"true"}},"Effect""#
        let result = try await Self.simulate([
            [Self.everything.replacing(#""Effect""#, with: condition)]
        ])
        #expect(result.evalDecision == .implicitDeny)
        #expect(result.missingContextValues == [])
    }

    @Test("the policies of the organization count to the bytes of a request")
    func bytes() async throws {
        let service = try await TestService()
        let long = String(repeating: " ", count: 130_000) + Self.everything
        let error = try await service.error(
            IAM.SimulateCustomPolicy.self,
            .init(
                policyInputList: [long], actionNames: ["s3:GetObject"],
                orderedOrganizationPolicyInputList: [
                    .init(serviceControlPolicyInputList: [long]),
                    .init(serviceControlPolicyInputList: [long]),
                ]))
        #expect(error?.code == .invalidInput)
    }
}
