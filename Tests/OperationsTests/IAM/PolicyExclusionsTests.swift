import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// Simulations of a user without some of its policies.
@Suite struct PolicyExclusionsTests {
    private typealias Identifier = IAM.Shape.PolicyIdentifier

    private static let alice = "arn:aws:iam::123456789012:user/alice"
    /// What alice may by her own policy, her group's, a customer managed and an AWS managed one.
    private static let actions = ["s3:Get1", "s3:Get2", "s3:Get3", "billing:GetBillingData"]

    private static func inline(
        _ kind: IAM.Shape.AttachmentType, _ owner: String, _ policy: String
    ) -> Identifier {
        Identifier(
            inlinePolicyIdentifier: .init(
                policyName: policy, attachmentType: kind, attachmentName: owner))
    }

    private static func arn(_ account: String, _ name: String) -> Identifier {
        Identifier(policyArn: "arn:aws:iam::\(account):policy/\(name)")
    }

    /// Which of ``actions`` stay allowed, by their places.
    static let cases: [(name: String, excluded: [IAM.Shape.PolicyIdentifier], allowed: [Int])] = [
        ("nothing", [], [0, 1, 2, 3]),
        ("the inline policies, of groups too", [.init(policyType: .inline)], [2, 3]),
        ("the policies of AWS", [.init(policyType: .awsManaged)], [0, 1, 2]),
        ("the account's managed policies", [.init(policyType: .userManaged)], [0, 1, 3]),
        (
            "policies of organizations, which there are none of",
            [.init(policyType: .scp), .init(policyType: .rcp)], [0, 1, 2, 3]
        ),
        ("one managed policy", [arn("123456789012", "readers")], [0, 1, 3]),
        ("a managed policy by question marks", [arn("123456789012", "r?ader?")], [0, 1, 3]),
        ("managed policies by a star", [arn("123456789012", "read*s")], [0, 1, 3]),
        ("AWS's policies by a star", [arn("aws", "*")], [0, 1, 2]),
        ("a star that leaves no room", [arn("123456789012", "readers*readers")], [0, 1, 2, 3]),
        ("the same name in another account", [arn("210987654321", "readers")], [0, 1, 2, 3]),
        ("the same name, written otherwise", [arn("123456789012", "Readers")], [0, 1, 2, 3]),
        ("an inline policy of the user", [inline(.user, "alice", "own")], [1, 2, 3]),
        ("the same, in other letters", [inline(.user, "ALICE", "Own")], [1, 2, 3]),
        ("an inline policy of the group", [inline(.group, "t*", "shared")], [0, 2, 3]),
        ("a user's policy of a group's name", [inline(.user, "team", "shared")], [0, 1, 2, 3]),
        ("a policy of another name", [inline(.user, "alice", "ow")], [0, 1, 2, 3]),
        ("a name with an open letter", [inline(.user, "al?ce", "own")], [1, 2, 3]),
        (
            "several at once",
            [inline(.user, "*", "own"), .init(policyType: .userManaged)], [1, 3]
        ),
    ]

    @Test("the policies that an identifier names are left out", arguments: cases.map(\.name))
    func leftOut(_ name: String) async throws {
        let (_, excluded, allowed) = try #require(Self.cases.first { $0.name == name })
        let service = try await PolicySimulationTests.principals()
        let results =
            try await service.run(
                IAM.SimulatePrincipalPolicy.self,
                .init(
                    policySourceArn: Self.alice, actionNames: Self.actions,
                    policyExclusionList: excluded)
            ).evaluationResults ?? []
        let found = results.indices.filter { results[$0].evalDecision == .allowed }
        #expect(found == allowed)
    }

    @Test("the boundary is left out by its type, not by its ARN")
    func boundary() async throws {
        let service = try await PolicySimulationTests.principals()
        for (excluded, isBounded) in [
            (Identifier(policyType: .permissionBoundary), false),
            (Self.arn("123456789012", "limit"), true),
        ] {
            let result = try await service.run(
                IAM.SimulatePrincipalPolicy.self,
                .init(
                    policySourceArn: Self.alice, actionNames: ["s3:Get1"],
                    policyExclusionList: [excluded])
            ).evaluationResults?.first
            #expect((result?.permissionsBoundaryDecisionDetail != nil) == isBounded)
        }
    }

    @Test("the policies that the request carries stay in, and so does its boundary")
    func carried() async throws {
        let service = try await PolicySimulationTests.principals()
        let results =
            try await service.run(
                IAM.SimulatePrincipalPolicy.self,
                .init(
                    policySourceArn: Self.alice, actionNames: ["s3:Get4", "s3:Get5"],
                    policyInputList: [Policies.allow("s3:*")],
                    permissionsBoundaryPolicyInputList: [Policies.allow("s3:Get4")],
                    policyExclusionList: [
                        .init(policyType: .inline), .init(policyType: .permissionBoundary),
                    ])
            ).evaluationResults ?? []
        #expect(results.map(\.evalDecision) == [.allowed, .implicitDeny])
    }

    @Test("a policy that cannot be read does not matter once it is left out")
    func unreadable() async throws {
        let service = try await PolicySimulationTests.principals()
        try await service.services.database.write { transaction in
            _ = try transaction.execute("UPDATE inline_policy SET document = '{'")
        }
        let result = try await service.run(
            IAM.SimulatePrincipalPolicy.self,
            .init(
                policySourceArn: Self.alice, actionNames: ["s3:Get3"],
                policyExclusionList: [.init(policyType: .inline)])
        ).evaluationResults?.first
        #expect(result?.evalDecision == .allowed)
    }
}
