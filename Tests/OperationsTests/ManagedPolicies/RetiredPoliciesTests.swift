import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// Policies that AWS had when someone attached them, and has no more.
@Suite struct RetiredPoliciesTests {
    private static let retired = "arn:aws:iam::aws:policy/AmazonCloudWatchEvidentlyReadOnlyAccess"
    private static let alice = "arn:aws:iam::123456789012:user/alice"

    /// A service with a user who had the policy before AWS retired it.
    private func service() async throws -> TestService {
        let service = try await TestService(users: ["alice"])
        try await service.run(
            IAM.AttachUserPolicy.self,
            .init(userName: "alice", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess"))
        try await service.services.database.write { transaction in
            _ = try transaction.execute(
                "UPDATE policy_attachment SET policy_arn = \(Self.retired)")
        }
        return service
    }

    @Test("one works on for whom it is attached to, and can be detached")
    func attached() async throws {
        let service = try await service()
        let results =
            try await service.run(
                IAM.SimulatePrincipalPolicy.self,
                .init(
                    policySourceArn: Self.alice,
                    actionNames: ["evidently:GetExperiment", "evidently:CreateExperiment"])
            ).evaluationResults ?? []
        #expect(results.map(\.evalDecision) == [.allowed, .implicitDeny])
        let attached = try await service.run(
            IAM.ListAttachedUserPolicies.self, .init(userName: "alice")
        ).attachedPolicies
        #expect(attached?.map(\.policyArn) == [Self.retired])
        try await service.run(
            IAM.DetachUserPolicy.self, .init(userName: "alice", policyArn: Self.retired))
    }

    @Test("one is there for nobody else")
    func unattached() async throws {
        let service = try await TestService(users: ["alice"])
        #expect(
            try await service.error(
                IAM.AttachUserPolicy.self, .init(userName: "alice", policyArn: Self.retired))?.code
                == .noSuchEntity)
        #expect(
            try await service.error(IAM.GetPolicy.self, .init(policyArn: Self.retired))?.code
                == .noSuchEntity)
        #expect(!AWSManagedPolicies().all.contains { $0.arn.description == Self.retired })
        #expect(AWSManagedPolicies().document(attachedAs: Self.retired) != nil)
        #expect(AWSManagedPolicies().document(attachedAs: Self.retired + "s") == nil)
    }
}
