import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// What is noted of who asks for what, and for how long it is told.
@Suite struct AccessAdvisorTests {
    private static let alice = ARN.iam(TestService.accountID, "user/alice").description

    private static func service() async throws -> TestService {
        try await TestService(
            users: ["alice"], policies: ["alice": Policies.allow("iam:GetUser")])
    }

    /// The actions of IAM that alice is told to have asked for; nil when none is.
    private static func told(_ service: TestService) async throws -> [String]? {
        await service.services.afterwards.flush()
        let job = try await service.run(
            IAM.GenerateServiceLastAccessedDetails.self,
            .init(arn: alice, granularity: .actionLevel))
        let report = try await service.run(
            IAM.GetServiceLastAccessedDetails.self, .init(jobId: job.jobId ?? ""))
        return report.servicesLastAccessed.first?.trackedActionsLastAccessed?
            .compactMap(\.actionName)
    }

    @Test("attempts are noted, and what only the console has is not")
    func attempts() async throws {
        let service = try await Self.service()
        #expect(try await Self.told(service) == nil)
        try await service.run(IAM.GetUser.self, .init(userName: "alice"), as: "alice")
        #expect(
            try await service.error(IAM.ListUsers.self, .init(), as: "alice")?.code
                == .accessDenied)
        _ = try await service.error(
            FindPolicies.self, .init(actions: "s3:GetObject"), as: "alice")
        _ = try await service.error(SecurityCheck.self, .init(), as: "alice")
        #expect(try await Self.told(service) == ["GetUser", "ListUsers"])
    }

    @Test("a use is told for four hundred days")
    func trackingPeriod() async throws {
        let service = try await Self.service()
        try await service.run(IAM.GetUser.self, .init(userName: "alice"), as: "alice")
        service.clock.advance(by: .seconds(400 * 86_400))
        #expect(try await Self.told(service) == ["GetUser"])
        service.clock.advance(by: .seconds(1))
        #expect(try await Self.told(service) == nil)
    }

    @Test("nothing is kept of a user who is deleted, nor told of a namesake")
    func namesake() async throws {
        let service = try await Self.service()
        try await service.run(IAM.GetUser.self, .init(userName: "alice"), as: "alice")
        #expect(try await Self.told(service) == ["GetUser"])
        try await service.run(
            IAM.DeleteUserPolicy.self, .init(userName: "alice", policyName: "test"))
        try await service.run(IAM.DeleteUser.self, .init(userName: "alice"))
        let left = try await StoreContents(of: service.services.database).rows["service_use"]
        #expect(left?.contains { (try? $0.text("action")) == "GetUser" } == false)
        try await service.makeUser("alice")
        try await service.permit("alice", Policies.allow("iam:GetUser"))
        #expect(try await Self.told(service) == nil)
    }

    /// Asks for a report as alice, and gives what reads it.
    private static func report(
        of arn: String, _ service: TestService, as name: String? = "alice"
    ) async throws -> IAM.GetServiceLastAccessedDetails.Input {
        let job = try await service.run(
            IAM.GenerateServiceLastAccessedDetails.self, .init(arn: arn), as: name)
        return .init(jobId: job.jobId ?? "")
    }

    @Test("a report that was made is told to nobody who could not ask for it now")
    func revoked() async throws {
        let service = try await TestService(
            users: ["alice", "bob"],
            policies: ["alice": Policies.allow("iam:*ServiceLastAccessedDetails*")])
        let bob = ARN.iam(TestService.accountID, "user/bob").description
        let reading = try await Self.report(of: bob, service)
        try await service.run(IAM.GetServiceLastAccessedDetails.self, reading, as: "alice")
        try await service.permit(
            "alice", Policies.allow("iam:GetServiceLastAccessedDetails*"))
        for code in [
            try await service.error(
                IAM.GetServiceLastAccessedDetails.self, reading, as: "alice")?.code,
            try await service.error(
                IAM.GetServiceLastAccessedDetailsWithEntities.self,
                .init(jobId: reading.jobId, serviceNamespace: "iam"), as: "alice")?.code,
        ] {
            #expect(code == .accessDenied)
        }
    }

    @Test("what was renamed is still what a report is about")
    func renamed() async throws {
        let service = try await Self.service()
        let reading = try await Self.report(of: Self.alice, service, as: nil)
        try await service.run(
            IAM.UpdateUser.self, .init(userName: "alice", newPath: "/new/", newUserName: "eve"))
        let report = try await service.run(IAM.GetServiceLastAccessedDetails.self, reading)
        #expect(report.jobStatus == .completed)
        #expect(report.servicesLastAccessed.map(\.serviceNamespace) == ["iam"])
    }

    @Test("the finder puts policies that grant everywhere and least besides first")
    func finder() async throws {
        let service = try await Self.service()
        for (name, document) in [
            ("Narrow", Policies.allow("s3:GetObject")),
            ("Wide", Policies.allow("s3:Get*")),
            ("Unread", Policies.allow("s3:GetObject")),
        ] {
            try await service.run(
                IAM.CreatePolicy.self, .init(policyName: name, policyDocument: document))
        }
        let found = try await service.run(FindPolicies.self, .init(actions: "S3:getobject"))
        #expect(found.actions == ["s3:GetObject"])
        #expect(found.policies.prefix(2).map(\.name) == ["Narrow", "Unread"])
        #expect(found.policies.prefix(2).allSatisfy { $0.besides == 0 && $0.missing.isEmpty })
        // Of the account's policies, those that the caller may read.
        try await service.permit(
            "alice",
            #"""
            {"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Action":["iam:ListPolicies","iam:GetPolicyVersion"],"Resource":"*"},
            {"Effect":"Deny","Action":"iam:GetPolicyVersion",
            "Resource":"arn:aws:iam::*:policy/Unread"}]}
            """#)
        let seen = try await service.run(
            FindPolicies.self, .init(actions: "s3:GetObject"), as: "alice")
        #expect(seen.policies.first?.name == "Narrow")
        #expect(!seen.policies.contains { $0.name == "Unread" })
        try await service.permit("alice", Policies.allow("iam:GetPolicyVersion"))
        let refused = try await service.error(
            FindPolicies.self, .init(actions: "s3:GetObject"), as: "alice")
        #expect(refused?.code == .accessDenied)
    }

    @Test(
        "what no service has is refused by name",
        arguments: [
            ("s3:GetObjct", "No service has an action s3:GetObjct."), (" , ", "Name at least one"),
            ("*:*", "No service has an action *:*."), ("ec2:*", "These are more than 500 actions."),
            ("s3", "No service has an action s3."),
        ])
    func unknown(_ asked: String, _ sentence: String) async throws {
        let service = try await Self.service()
        let error = try await service.error(FindPolicies.self, .init(actions: asked))
        #expect(error?.code == .invalidInput && error?.parameter == "Actions")
        #expect(error?.message.hasPrefix(sentence) == true, "\(error?.message ?? "")")
    }
}
