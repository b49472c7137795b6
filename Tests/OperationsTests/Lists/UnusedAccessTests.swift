import IAMIdentifiers
import IAMModel
import Operations
import TestSupport
import Testing

/// What nobody has used.
@Suite struct UnusedAccessTests {
    /// The report tells of access keys without their IDs; these are ListAccessKeys's to tell.
    @Test func aKeyHasItsIDWhereItsUsersKeysMayBeListed() async throws {
        let allowed = ARN.iam(TestService.accountID, "user/alice").description
        let service = try await TestService(
            users: ["alice", "carol", "bob"],
            policies: [
                "bob": """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*","Action":
                ["iam:GetCredentialReport","iam:GetAccountAuthorizationDetails"]},
                {"Effect":"Allow","Resource":"\(allowed)","Action":"iam:ListAccessKeys"}]}
                """
            ])
        var keys: [String: String] = [:]
        for name in ["alice", "carol"] {
            keys[name] = try await service.run(
                IAM.CreateAccessKey.self, .init(userName: name)
            ).accessKey.accessKeyId
        }
        service.clock.advance(by: .seconds(100 * 86_400))
        let found = try await service.run(UnusedAccess.self, .init(days: 90), as: "bob")
            .unused.filter { $0.kind == .accessKey }
        #expect(found.map(\.owner).sorted() == ["alice", "carol"])
        #expect(found.first { $0.owner == "alice" }?.accessKeyID == keys["alice"])
        #expect(found.first { $0.owner == "carol" }.map { $0.accessKeyID == nil } == true)
        let all = try await service.run(UnusedAccess.self, .init(days: 90)).unused
        #expect(all.first { $0.owner == "carol" }?.accessKeyID == keys["carol"])
    }
}
