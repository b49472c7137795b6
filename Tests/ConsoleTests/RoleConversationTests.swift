import IAMIdentifiers
import IAMModel
import Operations
import TestSupport
import Testing

@testable import Console

/// Roles as a browser meets them.
@Suite struct RoleConversationTests {
    private static func service() async throws -> TestService {
        let service = try await TestService(users: ["alice", "bob"])
        try await service.run(
            IAM.CreateRole.self,
            .init(
                roleName: "ops",
                assumeRolePolicyDocument: Policies.trust(#"{"AWS":"\#(TestService.accountID)"}"#)))
        return service
    }

    private static func role(_ service: TestService) async throws -> IAM.Shape.Role {
        try await service.run(IAM.GetRole.self, .init(roleName: "ops")).role
    }

    @Test func aRoleIsCreatedInThreeSteps() async throws {
        let service = try await TestService()
        let browser = try await ConversationTests.root(of: service)
        let two = try await browser.submit(
            "trust", of: browser.get(CreateRolePage()),
            [("trust", "service"), ("service", "ec2.amazonaws.com"), ("go", "next")])
        let found = try await browser.submit(
            "permissions", of: two, [("search", "AdministratorAccess"), ("go", "search")])
        let three = try await browser.submit(
            "permissions", of: found,
            [
                ("policy", "arn:aws:iam::aws:policy/AdministratorAccess"),
                ("boundary", "PowerUserAccess"), ("go", "next"),
            ])
        #expect(three.shows("ec2.amazonaws.com") && three.shows("AdministratorAccess"))
        let unnamed = try await browser.submit(
            "details", of: three, [("role", ""), ("go", "create")])
        #expect(unnamed.status == 400 && unnamed.shows("id=\"field-role-error\""))
        let done = try await browser.submit(
            "details", of: three,
            [
                ("role", "web"), ("description", "Servers"), ("hours", "2"),
                ("tag-key", "team"), ("tag-value", "infra"), ("go", "create"),
            ])
        #expect(done.address.hasPrefix("/console/iam/roles/web"))
        let role = try await service.run(IAM.GetRole.self, .init(roleName: "web")).role
        #expect(role.description == "Servers" && role.maxSessionDuration == 7_200)
        #expect(
            role.permissionsBoundary?.permissionsBoundaryArn
                == "arn:aws:iam::aws:policy/PowerUserAccess")
        #expect(role.tags?.map(\.key) == ["team"])
        #expect(role.assumeRolePolicyDocument?.contains("ec2.amazonaws.com") == true)
        let attached = try await service.run(
            IAM.ListAttachedRolePolicies.self, .init(roleName: "web")
        ).attachedPolicies
        #expect(attached?.map(\.policyName) == ["AdministratorAccess"])
        #expect(await browser.get(RolesPage()).shows("/console/iam/roles/web"))
    }

    @Test(
        arguments: [
            ([("trust", "account"), ("account", "12")], "account"),
            ([("trust", "service")], "service"),
            ([("trust", "web"), ("audience", "x")], "web-provider"),
            ([("trust", "saml")], "saml-provider"),
        ] as [([(String, String)], String)])
    func whatIsMissingIsToldAtItsBox(_ fields: [(String, String)], box: String) async throws {
        let service = try await TestService()
        let browser = try await ConversationTests.root(of: service)
        let page = try await browser.submit(
            "trust", of: browser.get(CreateRolePage()), fields + [("go", "next")])
        #expect(page.status == 400 && page.shows("id=\"field-\(box)-error\""))
    }

    /// What each kind of trust becomes is a trust policy that IAM accepts.
    @Test(arguments: [
        [("trust", "account"), ("account", ""), ("external-id", "a\"b"), ("mfa", "1")],
        [("trust", "service"), ("service", "lambda.amazonaws.com")],
        [
            ("trust", "web"), ("web-provider", "accounts.google.com"), ("audience", "app"),
            ("subject", "repo:*"),
        ],
        [
            ("trust", "web"), ("audience", "sts.amazonaws.com"),
            (
                "web-provider",
                "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
            ),
        ],
        [
            ("trust", "saml"), ("saml-provider", "arn:aws:iam::123456789012:saml-provider/corp"),
            ("saml-audience", "https://signin.aws.amazon.com/saml"),
        ],
        [("trust", "custom"), ("document", Policies.trust())],
    ])
    func everyKindOfTrustMakesARole(_ fields: [(String, String)]) async throws {
        let service = try await TestService()
        let browser = try await ConversationTests.root(of: service)
        let two = try await browser.submit(
            "trust", of: browser.get(CreateRolePage()), fields + [("go", "next")])
        let three = try await browser.submit("permissions", of: two, [("go", "next")])
        let done = try await browser.submit(
            "details", of: three, [("role", "r"), ("hours", "1"), ("go", "create")])
        #expect(done.address.hasPrefix("/console/iam/roles/r"), "\(done.text)")
    }

    @Test func aTrustPolicyThatIsRefusedKeepsWhatWasWritten() async throws {
        let service = try await Self.service()
        let browser = try await ConversationTests.root(of: service)
        let page = await browser.get(RolePage(name: "ops", tab: .trust))
        let wrong = Policies.trust(#"{"AWS":"nobody"}"#)
        let refused = try await browser.submit(
            "trust-policy", of: page, [("document", wrong)])
        #expect(refused.status == 400 && refused.shows("nobody"))
        #expect(try await Self.role(service).assumeRolePolicyDocument?.contains("nobody") == false)
        let checked = try await browser.submit(
            "trust-policy", of: page, [("document", wrong), PolicyDraft.checking])
        #expect(checked.status == 200 && checked.shows("nobody"))
        let saved = try await browser.submit(
            "trust-policy", of: page,
            [("document", Policies.trust(#"{"Service":"ec2.amazonaws.com"}"#))])
        #expect(saved.status == 200 && saved.shows("ec2.amazonaws.com"))
        #expect(
            try await Self.role(service).assumeRolePolicyDocument?.contains("ec2.amazonaws.com")
                == true)
    }

    @Test func aRoleIsChangedFromItsPage() async throws {
        let service = try await Self.service()
        let browser = try await ConversationTests.root(of: service)
        func submit(
            _ form: String, _ fields: [(String, String)] = [], tab: RolePage.Tab = .permissions
        ) async throws -> Browser.Answer {
            try await browser.submit(
                form, of: browser.get(RolePage(name: "ops", tab: tab)), fields)
        }
        let notANumber = try await submit("edit-role", [("hours", "13")])
        #expect(notANumber.status == 400 && notANumber.shows("id=\"field-hours-error\""))
        _ = try await submit("edit-role", [("description", "d"), ("hours", "12")])
        _ = try await submit("attach-policy", [("policy", "ReadOnlyAccess")])
        let unknown = try await submit("put-boundary", [("boundary", "NoSuchPolicy")])
        #expect(unknown.status == 400 && unknown.shows("id=\"field-boundary-error\""))
        _ = try await submit("put-boundary", [("boundary", "PowerUserAccess")])
        _ = try await submit("tag", [("key", "team"), ("value", "infra")], tab: .tags)
        var role = try await Self.role(service)
        #expect(role.description == "d" && role.maxSessionDuration == 43_200)
        #expect(role.permissionsBoundary != nil && role.tags?.count == 1)
        _ = try await submit("delete-boundary")
        _ = try await submit("untag", [("key", "team")], tab: .tags)
        _ = try await submit(
            "detach-policy", [("policy", "arn:aws:iam::aws:policy/ReadOnlyAccess")])
        role = try await Self.role(service)
        #expect(role.permissionsBoundary == nil && role.tags?.isEmpty != false)
    }

    @Test func aSessionLengthBetweenHoursStays() async throws {
        let service = try await Self.service()
        try await service.run(
            IAM.UpdateRole.self, .init(roleName: "ops", maxSessionDuration: 5_400))
        let browser = try await ConversationTests.root(of: service)
        let page = await browser.get(RolePage(name: "ops"))
        #expect(page.shows("1 hour 30 min"))
        _ = try await browser.submit(
            "edit-role", of: page, [("description", "d"), ("hours", "1")])
        #expect(try await Self.role(service).maxSessionDuration == 5_400)
    }

    @Test func revokingSessionsPutsAWSsPolicy() async throws {
        let service = try await Self.service()
        let browser = try await ConversationTests.root(of: service)
        let revoked = try await browser.submit(
            "revoke-sessions", of: browser.get(RolePage(name: "ops", tab: .sessions)))
        #expect(revoked.shows("aws:TokenIssueTime"))
        let policy = try await service.run(
            IAM.GetRolePolicy.self, .init(roleName: "ops", policyName: "AWSRevokeOlderSessions"))
        #expect(policy.policyDocument.contains("DateLessThan"))
    }

    @Test func whoMayAssumeARoleIsTold() async throws {
        let service = try await Self.service()
        try await service.run(
            IAM.PutUserPolicy.self,
            .init(
                userName: "alice", policyName: "assume",
                policyDocument: Policies.allow("sts:AssumeRole")))
        let browser = try await ConversationTests.root(of: service)
        let page = await browser.get(RolePage(name: "ops", tab: .trust))
        #expect(page.shows("/console/iam/users/alice") && page.shows("alice/assume"))
        #expect(!page.shows("/console/iam/users/bob"))
    }

    @Test func everythingARoleHasGoesWithIt() async throws {
        let service = try await Self.service()
        try await service.run(
            IAM.CreateInstanceProfile.self, .init(instanceProfileName: "p"))
        try await service.run(
            IAM.AddRoleToInstanceProfile.self, .init(instanceProfileName: "p", roleName: "ops"))
        try await service.run(
            IAM.AttachRolePolicy.self,
            .init(roleName: "ops", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess"))
        try await service.run(
            IAM.PutRolePolicy.self,
            .init(
                roleName: "ops", policyName: "p",
                policyDocument: Policies.allow("s3:GetObject")))
        let browser = try await ConversationTests.root(of: service)
        let page = await browser.get(RolePage(name: "ops"))
        let refused = try await browser.submit("delete-role", of: page, [("confirm", "op")])
        #expect(refused.status == 400)
        let gone = try await browser.submit("delete-role", of: page, [("confirm", "ops")])
        #expect(gone.address == "/console/iam/roles")
        #expect(try await service.run(IAM.ListRoles.self, .init()).roles.isEmpty)
    }

    @Test func aRoleOfAServiceIsReadAndDeletedAlone() async throws {
        let service = try await TestService()
        try await service.run(
            IAM.CreateServiceLinkedRole.self, .init(awsServiceName: "support.amazonaws.com"))
        let name = "AWSServiceRoleForSupport"
        let browser = try await ConversationTests.root(of: service)
        let page = await browser.get(RolePage(name: name))
        #expect(page.status == 200 && !page.shows("\"edit-role\""))
        #expect(!page.shows("\"put-boundary\"") && !page.shows("\"detach-policy\""))
        _ = try await browser.submit("delete-role", of: page, [("confirm", name)])
        #expect(try await service.run(IAM.ListRoles.self, .init()).roles.isEmpty)
    }

    @Test func aUsersBoundaryIsPutAndTakenAway() async throws {
        let service = try await Self.service()
        let browser = try await ConversationTests.root(of: service)
        let put = try await browser.submit(
            "put-boundary", of: browser.get(UserPage(name: "bob")),
            [("boundary", "PowerUserAccess")])
        #expect(put.shows("delete-boundary"))
        let user = try await service.run(IAM.GetUser.self, .init(userName: "bob")).user
        #expect(user.permissionsBoundary != nil)
        let removed = try await browser.submit("delete-boundary", of: put)
        #expect(!removed.shows("\"delete-boundary\""))
    }
}
