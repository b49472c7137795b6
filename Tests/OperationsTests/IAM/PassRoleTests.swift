import IAMModel
import Store
import TestSupport
import Testing

@testable import Operations

/// Who may hand a role to a service.
@Suite struct PassRoleTests {
    /// What alice is answered when she passes the role Worker on to EC2.
    private func pass(
        allowedBy policy: String, for resource: String? = nil
    ) async throws -> IAMError? {
        let service = try await TestService(users: ["alice"], policies: ["alice": policy])
        try await service.run(
            IAM.CreateRole.self,
            .init(
                roleName: "Worker", assumeRolePolicyDocument: Policies.trust(), path: "/team/",
                tags: [.init(key: "team", value: "core")]))
        let caller = try await service.caller("alice")
        let (services, facts) = (service.services, service.facts())
        do {
            try await services.withCompiledPolicies {
                try await services.database.read { transaction in
                    let call = try Call(caller, facts, services, in: transaction)
                    try call.requirePassRole(
                        call.tables.role(named: "Worker"), to: "ec2.amazonaws.com", for: resource)
                }
            }
            return nil
        } catch let refusal as AuthorizationRefusal {
            return try refusal.answer(services)
        }
    }

    private func allow(_ condition: String) -> String {
        """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:PassRole",\
        "Resource":"arn:aws:iam::123456789012:role/team/*","Condition":\(condition)}}
        """
    }

    @Test(
        "what policies ask about a role that is passed on is known",
        arguments: [
            ("{}", true),
            (#"{"StringEquals":{"iam:PassedToService":"ec2.amazonaws.com"}}"#, true),
            (#"{"StringEquals":{"iam:PassedToService":"lambda.amazonaws.com"}}"#, false),
            (#"{"ArnLike":{"iam:AssociatedResourceArn":"arn:aws:ec2:*:*:instance/*"}}"#, true),
            (#"{"ArnLike":{"iam:AssociatedResourceArn":"arn:aws:ec2:*:*:volume/*"}}"#, false),
            (#"{"StringEquals":{"aws:ResourceTag/team":"core"}}"#, true),
            (#"{"StringEquals":{"aws:ResourceTag/team":"other"}}"#, false),
        ])
    func conditions(_ condition: String, _ isAllowed: Bool) async throws {
        let error = try await pass(
            allowedBy: allow(condition), for: "arn:aws:ec2:us-east-1:123456789012:instance/i-1")
        #expect((error == nil) == isAllowed)
    }

    @Test("a refusal shows the role's ARN")
    func refused() async throws {
        #expect(
            try await pass(allowedBy: Policies.allow("iam:Get*"))
                == .accessDenied(
                    "User: arn:aws:iam::123456789012:user/alice is not authorized to perform: "
                        + "iam:PassRole on resource: arn:aws:iam::123456789012:role/team/Worker "
                        + "because no identity-based policy allows the iam:PassRole action"))
    }
}
