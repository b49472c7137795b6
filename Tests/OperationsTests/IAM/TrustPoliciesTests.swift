import Foundation
import IAMIdentifiers
import IAMModel
import IAMPolicy
import Store
import TestSupport
import Testing

@testable import Operations

/// Whom a role trusts: whoever its policy named when it was written, and nobody else.
@Suite struct TrustPoliciesTests {
    private static let iam: String = "arn:aws:iam::123456789012"
    private static let alice: String = "\(iam):user/alice"

    private func service() async throws -> TestService {
        let service = try await TestService(users: ["alice"])
        try await service.run(
            IAM.CreateRole.self,
            .init(
                roleName: "Caller", assumeRolePolicyDocument: Policies.trust(), path: "/team/"))
        return service
    }

    /// Makes the role Target, which trusts these principals.
    private func trust(
        _ principal: String, in service: TestService
    ) async throws -> IAMError? {
        try await service.error(
            IAM.CreateRole.self,
            .init(roleName: "Target", assumeRolePolicyDocument: Policies.trust(principal)))
    }

    /// Whom the role Target shows that it trusts, as JSON.
    private func shown(_ service: TestService) async throws -> String {
        let role = try await service.run(IAM.GetRole.self, .init(roleName: "Target")).role
        let listed = try await service.run(IAM.ListRoles.self, .init()).roles
        #expect(
            listed.first { $0.roleName == "Target" }?.assumeRolePolicyDocument
                == role.assumeRolePolicyDocument)
        let document = role.assumeRolePolicyDocument?.removingPercentEncoding ?? ""
        let start = try #require(document.range(of: #""Principal":"#)?.upperBound)
        let end = try #require(document.range(of: #","Action""#)?.lowerBound)
        return String(document[start..<end])
    }

    /// What the trust policy of the role Target decides about a principal.
    private func decision(
        about principal: RequestPrincipal, _ service: TestService
    ) async throws -> Decision.Verdict {
        try await service.services.database.read { transaction in
            let tables = AccountTables(transaction, of: TestService.accountID)
            let role = try tables.role(named: "Target").get()
            let policies = PolicySet([
                PolicyLayer(.resourceBased, [try role.trust(in: tables).attached(as: .trust)])
            ])
            let request = AuthorizationRequest(
                principal, action: "sts:AssumeRole", resource: role.arn.description,
                ownedBy: role.account.description)
            return decide(request, by: .empty, and: policies).verdict
        }
    }

    private func alice(_ service: TestService) async throws -> RequestPrincipal {
        let user = try await service.run(IAM.GetUser.self, .init(userName: "alice")).user
        return .user(Self.alice, of: "123456789012", uniqueID: user.userId)
    }

    // MARK: Who may be named

    struct Refusal: CustomTestStringConvertible {
        let testDescription: String
        let principal: String
        let sentence: String

        init(_ kind: String, _ name: String, told: String? = nil) {
            testDescription = "\(kind) \(name)"
            principal = #"{"\#(kind)":"\#(name)"}"#
            sentence = told ?? #"Invalid principal in policy: "\#(kind)":"\#(name)""#
        }
    }

    private static let notFederated =
        "Federated principals must be valid domain names or SAML metadata ARNs"

    static let refusals: [Refusal] = [
        Refusal("AWS", "\(iam):user/nobody"), Refusal("AWS", "\(iam):role/Nobody"),
        Refusal("AWS", "\(iam):user/Alice"), Refusal("AWS", "\(iam):user/team/alice"),
        Refusal("AWS", "\(iam):role/Caller"), Refusal("AWS", "\(iam):role/Target"),
        Refusal("AWS", "210987654321"), Refusal("AWS", "arn:aws:iam::210987654321:root"),
        Refusal("AWS", "arn:aws:iam::210987654321:user/alice"),
        Refusal("AWS", "arn:aws:sts::123456789012:assumed-role/Nobody/session"),
        Refusal("AWS", "arn:aws:sts::123456789012:assumed-role/Caller"),
        Refusal("AWS", "arn:aws:sts::210987654321:federated-user/bob"),
        Refusal("AWS", "arn:aws:iam::cloudfront:user/CloudFront"),
        Refusal("AWS", "AIDACKCEVSQ6C2EXAMPLE"), Refusal("AWS", "\(iam):user/*"),
        Refusal("AWS", "\(iam):group/writers"), Refusal("AWS", "arn:aws:s3:::bucket"),
        Refusal("AWS", "alice"),
        Refusal(
            "Service", "amazonaws.com",
            told: #"Invalid principal in policy: "SERVICE":"amazonaws.com""#),
        Refusal(
            "Service", "ec2.example.com",
            told: #"Invalid principal in policy: "SERVICE":"ec2.example.com""#),
        Refusal("Federated", "\(iam):user/alice", told: notFederated),
        Refusal("Federated", "https://idp.example.com", told: notFederated),
        Refusal(
            "CanonicalUser", "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"),
    ]

    @Test("whoever is not there is refused in AWS's sentence", arguments: refusals)
    func refused(_ refusal: Refusal) async throws {
        let service = try await service()
        let error = try await trust(refusal.principal, in: service)
        #expect(error == IAMError(.malformedPolicyDocument, refusal.sentence))
        #expect(error?.parameter == "AssumeRolePolicyDocument")
    }

    static let acceptable: [String] = [
        #""*""#, #"{"AWS":"*"}"#, #"{"AWS":"\#(alice)"}"#,
        #"{"AWS":"\#(iam):role/team/Caller"}"#,
        #"{"AWS":["\#(alice)","\#(alice)"]}"#, #"{"AWS":"\#(iam):root"}"#,
        #"{"AWS":"arn:aws:sts::123456789012:assumed-role/Caller/session"}"#,
        #"{"AWS":"arn:aws:sts::123456789012:federated-user/bob"}"#,
        #"{"Service":["ec2.amazonaws.com","delivery.logs.amazonaws.com"]}"#,
        #"{"Federated":"accounts.google.com"}"#,
        #"{"Federated":"\#(iam):saml-provider/not-made-yet"}"#,
        #"{"Federated":"\#(iam):oidc-provider/token.example.com"}"#,
    ]

    @Test("whoever is there is kept as it was written", arguments: acceptable)
    func accepted(_ principal: String) async throws {
        let service = try await service()
        #expect(try await trust(principal, in: service) == nil)
        #expect(try await shown(service) == principal)
    }

    @Test("an account's number is shown as the ARN of its root user, a unique ID as an ARN")
    func shownByARN() async throws {
        let service = try await service()
        #expect(try await trust(#"{"AWS":"123456789012"}"#, in: service) == nil)
        #expect(try await shown(service) == #"{"AWS":"\#(Self.iam):root"}"#)
        let role = try await service.run(IAM.GetRole.self, .init(roleName: "Caller")).role
        try await update(#"{"AWS":"\#(role.roleId)"}"#, service)
        #expect(try await shown(service) == #"{"AWS":"\#(Self.iam):role/team/Caller"}"#)
    }

    private func update(_ principal: String, _ service: TestService) async throws {
        try await service.run(
            IAM.UpdateAssumeRolePolicy.self,
            .init(roleName: "Target", policyDocument: Policies.trust(principal)))
    }

    @Test("a role may trust itself, once it is there")
    func itself() async throws {
        let service = try await service()
        #expect(try await trust(#"{"AWS":"*"}"#, in: service) == nil)
        try await update(#"{"AWS":"\#(Self.iam):role/Target"}"#, service)
        #expect(try await shown(service) == #"{"AWS":"\#(Self.iam):role/Target"}"#)
    }

    // MARK: Who was named

    @Test("who was deleted is shown by unique ID, and a namesake is not trusted")
    func deleted() async throws {
        let service = try await service()
        let first = try await alice(service)
        #expect(try await trust(#"{"AWS":["\#(Self.alice)"]}"#, in: service) == nil)
        #expect(try await decision(about: first, service) == .allowed)
        try await service.run(IAM.DeleteUser.self, .init(userName: "alice"))
        let dead = #"{"AWS":["\#(first.uniqueID)"]}"#
        #expect(try await shown(service) == dead)
        try await service.makeUser("alice")
        #expect(try await shown(service) == dead)
        #expect(try await decision(about: try await alice(service), service) == .implicitlyDenied)

        let again = try await service.error(
            IAM.UpdateAssumeRolePolicy.self,
            .init(roleName: "Target", policyDocument: Policies.trust(dead)))
        #expect(
            again
                == IAMError(
                    .malformedPolicyDocument,
                    #"Invalid principal in policy: "AWS":"\#(first.uniqueID)""#))
        try await update(#"{"AWS":"\#(Self.alice)"}"#, service)
        #expect(try await decision(about: try await alice(service), service) == .allowed)
    }

    @Test("who was renamed is trusted under the new name, and whoever gets the old one is not")
    func renamed() async throws {
        let service = try await service()
        let alice = try await alice(service)
        #expect(try await trust(#"{"AWS":"\#(Self.alice)"}"#, in: service) == nil)
        try await service.run(
            IAM.UpdateUser.self,
            .init(userName: "alice", newPath: "/team/", newUserName: "alicia"))
        let arn = "\(Self.iam):user/team/alicia"
        #expect(try await shown(service) == #"{"AWS":"\#(arn)"}"#)
        let alicia = RequestPrincipal.user(arn, of: "123456789012", uniqueID: alice.uniqueID)
        #expect(try await decision(about: alicia, service) == .allowed)
        try await service.makeUser("alice")
        #expect(
            try await decision(about: try await self.alice(service), service) == .implicitlyDenied)
    }

    @Test("a session is trusted while its role is the one that was meant")
    func sessions() async throws {
        let service = try await service()
        let session = "arn:aws:sts::123456789012:assumed-role/Caller/night"
        #expect(try await trust(#"{"AWS":"\#(session)"}"#, in: service) == nil)
        func principal() async throws -> RequestPrincipal {
            let role = try await service.run(IAM.GetRole.self, .init(roleName: "Caller")).role
            return .roleSession(
                session, of: role.arn, in: "123456789012", uniqueID: role.roleId)
        }
        let first = try await principal()
        #expect(try await decision(about: first, service) == .allowed)
        try await service.run(IAM.DeleteRole.self, .init(roleName: "Caller"))
        try await service.run(
            IAM.CreateRole.self,
            .init(
                roleName: "Caller", assumeRolePolicyDocument: Policies.trust(), path: "/team/"))
        #expect(try await decision(about: try await principal(), service) == .implicitlyDenied)
        #expect(try await shown(service) == #"{"AWS":"\#(first.uniqueID)"}"#)
    }

    @Test("users and roles of another account of this server are trusted as one's own are")
    func otherAccount() async throws {
        let service = try await service()
        let details = try AccountDetails(name: "Other", email: "other@example.net")
        let other = try await OperatorTools(service.services).make(
            SignUp.Request(details, password: Secret("Blue-Whale-77-Swims"))
        ).account.id
        let root = try await service.caller(of: other)
        let facts = service.facts()
        _ = try await service.pipeline.run(
            IAM.CreateUser.self, .init(userName: "bob"), as: root, facts)
        let bob = "arn:aws:iam::\(other):user/bob"
        #expect(
            try await trust(#"{"AWS":["\#(bob)","\#(other)"]}"#, in: service) == nil)
        #expect(try await shown(service) == #"{"AWS":["\#(bob)","arn:aws:iam::\#(other):root"]}"#)
        _ = try await service.pipeline.run(
            IAM.DeleteUser.self, .init(userName: "bob"), as: root, facts)
        #expect(try await shown(service).contains(#"{"AWS":["AIDA"#))
    }

    @Test("an ARN that stands elsewhere in the policy stays as it is")
    func elsewhere() async throws {
        let service = try await service()
        let document = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
            "Principal":{"AWS":"\(Self.alice)"},"Action":"sts:AssumeRole",\
            "Condition":{"ArnEquals":{"aws:PrincipalArn":"\(Self.alice)"}}}]}
            """
        try await service.run(
            IAM.CreateRole.self, .init(roleName: "Target", assumeRolePolicyDocument: document))
        let id = try await alice(service).uniqueID
        try await service.run(IAM.DeleteUser.self, .init(userName: "alice"))
        let role = try await service.run(IAM.GetRole.self, .init(roleName: "Target")).role
        #expect(
            role.assumeRolePolicyDocument?.removingPercentEncoding
                == document.replacing(#"{"AWS":"\#(Self.alice)"}"#, with: #"{"AWS":"\#(id)"}"#))
    }
}
