import IAMModel
import Operations
import TestSupport
import Testing

/// Simulations of what a role may do.
@Suite struct RoleSimulationTests {
    private static let worker = "arn:aws:iam::123456789012:role/team/Worker"
    private static let bucket = "arn:aws:s3:::notes/a"

    /// A role that may read and write by its policies, and read alone by its boundary.
    private func service() async throws -> TestService {
        let service = try await TestService(users: ["alice"])
        try await service.run(
            IAM.CreatePolicy.self,
            .init(policyName: "Bounds", policyDocument: Policies.allow("s3:Get*")))
        try await service.run(
            IAM.CreateRole.self,
            .init(
                roleName: "Worker", assumeRolePolicyDocument: Policies.trust(), path: "/team/",
                permissionsBoundary: "arn:aws:iam::123456789012:policy/Bounds"))
        try await service.run(
            IAM.PutRolePolicy.self,
            .init(
                roleName: "Worker", policyName: "work",
                policyDocument: Policies.allow("s3:*", on: "arn:aws:s3:::*")))
        try await service.run(
            IAM.AttachRolePolicy.self,
            .init(roleName: "Worker", policyArn: "arn:aws:iam::aws:policy/IAMReadOnlyAccess"))
        return service
    }

    @Test("a role's policies and its boundary decide together")
    func decides() async throws {
        let service = try await service()
        let results =
            try await service.run(
                IAM.SimulatePrincipalPolicy.self,
                .init(
                    policySourceArn: Self.worker,
                    actionNames: [
                        "s3:GetObject", "s3:PutObject", "iam:GetUser", "ec2:RunInstances",
                    ],
                    resourceArns: [Self.bucket])
            ).evaluationResults ?? []
        #expect(
            results.map(\.evalDecision) == [
                .allowed, .implicitDeny, .implicitDeny, .implicitDeny,
            ])
        #expect(
            results.map { $0.permissionsBoundaryDecisionDetail?.allowedByPermissionsBoundary } == [
                true, false, false, false,
            ])
        #expect(results.first?.matchedStatements?.map(\.sourcePolicyId) == ["role_Worker_work"])
        #expect(results.first?.matchedStatements?.map(\.sourcePolicyType) == [.iamPolicy])
    }

    @Test("another account's resource is not a role's to use without its owner")
    func otherAccount() async throws {
        let service = try await service()
        let result = try await service.run(
            IAM.SimulatePrincipalPolicy.self,
            .init(
                policySourceArn: Self.worker, actionNames: ["s3:GetObject"],
                resourceArns: [Self.bucket], resourceOwner: "210987654321")
        ).evaluationResults?.first
        #expect(result?.evalDecision == .implicitDeny)
    }

    /// Source: IAM API Reference, SimulatePrincipalPolicy, "CallerArn".
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html>
    @Test("a resource's policy needs a user who calls, since no session of the role is known")
    func resourcePolicy() async throws {
        let service = try await service()
        let alice = "arn:aws:iam::123456789012:user/alice"
        let policy = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject",\
            "Resource":"\(Self.bucket)","Principal":{"AWS":"\(alice)"}}}
            """
        let input = IAM.SimulatePrincipalPolicy.Input(
            policySourceArn: Self.worker, actionNames: ["s3:GetObject"],
            resourceArns: [Self.bucket], resourcePolicy: policy)
        #expect(
            try await service.error(IAM.SimulatePrincipalPolicy.self, input)
                == .invalidInput(
                    "CallerArn is required when ResourcePolicy is given and no user is simulated."))
        var called = input
        called.callerArn = alice
        let result = try await service.run(IAM.SimulatePrincipalPolicy.self, called)
        #expect(result.evaluationResults?.first?.evalDecision == .allowed)
    }

    @Test("the keys that a role's policies and its boundary ask about are told")
    func contextKeys() async throws {
        let service = try await service()
        try await service.run(
            IAM.PutRolePolicy.self,
            .init(
                roleName: "Worker", policyName: "work",
                policyDocument: Policies.allow(
                    "s3:*", on: "arn:aws:s3:::${aws:PrincipalTag/team}/*")))
        let keys = try await service.run(
            IAM.GetContextKeysForPrincipalPolicy.self, .init(policySourceArn: Self.worker)
        ).contextKeyNames
        #expect(keys?.contains("aws:PrincipalTag/team") == true)
    }

    @Test("a role is found by its whole ARN alone, and a session is none")
    func names() async throws {
        let service = try await service()
        func error(_ arn: String) async throws -> IAMError.Code? {
            try await service.error(
                IAM.SimulatePrincipalPolicy.self,
                .init(policySourceArn: arn, actionNames: ["s3:GetObject"])
            )?.code
        }
        #expect(try await error(Self.worker) == nil)
        #expect(
            try await error("arn:aws:iam::123456789012:role/Worker") == .noSuchEntity)
        #expect(
            try await error("arn:aws:sts::123456789012:assumed-role/Worker/s") == .invalidInput)
    }
}
