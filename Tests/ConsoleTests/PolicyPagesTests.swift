import IAMIdentifiers
import IAMModel
import Operations
import TestSupport
import Testing

@testable import Console

/// Conversations about policies: inline ones, versions, what a policy is attached to.
@Suite struct PolicyPagesTests {
    private static func policy(
        _ service: TestService, _ document: String = Policies.allow("s3:GetObject")
    ) async throws -> ARN {
        try #require(
            try await service.run(
                IAM.CreatePolicy.self, .init(policyName: "Mine", policyDocument: document)
            ).policy?.arn.flatMap { ARN($0) })
    }

    // MARK: Writing

    @Test func aPolicyIsMadeOfBoxes() async throws {
        let service = try await TestService()
        let browser = try await ConversationTests.root(of: service)
        let first = await browser.get(CreatePolicyPage())
        let offered = try await browser.submit(
            "create-policy", of: first,
            [
                ("name", "Mine"), ("policy-step", "service"), ("statement-service", "Amazon S3"),
                ("statement-extent", "all"), ("statement-effect", "Allow"),
            ])
        #expect(offered.status == 200 && offered.shows("value=\"Mine\""))
        #expect(offered.shows("value=\"GetObject\">"))
        let made = try await browser.submit(
            "create-policy", of: offered,
            [
                ("name", "Mine"), ("statement-service", "s3"), ("statement-effect", "Allow"),
                ("statement-action", "GetObject"),
                ("statement-action", "ListBucket"), ("statement-extent", "all"),
            ])
        #expect(
            made.address
                == "/console/iam/policies/\(TestService.accountID)/Mine?tab=permissions")
        let arn = "arn:aws:iam::\(TestService.accountID):policy/Mine"
        let document = try await service.run(
            IAM.GetPolicyVersion.self, .init(policyArn: arn, versionId: "v1")
        ).policyVersion?.document
        let text = PolicyList.decoded(document ?? "")
        #expect(text.contains("\"s3:GetObject\"") && text.contains("\"s3:ListBucket\""), "\(text)")
    }

    @Test(arguments: ["user", "group", "role"])
    func anInlinePolicyIsWrittenChangedAndNotReplacedByChance(_ kind: String) async throws {
        let service = try await TestService(users: ["bob"])
        try await service.run(IAM.CreateGroup.self, .init(groupName: "bob"))
        try await service.run(
            IAM.CreateRole.self, .init(roleName: "bob", assumeRolePolicyDocument: Policies.trust()))
        let browser = try await ConversationTests.root(of: service)
        var page = InlinePolicyPage(kind: .init(rawValue: kind), owner: "bob")
        let (one, two) = (Policies.allow("s3:GetObject"), Policies.allow("s3:PutObject"))
        let form = "save-inline-policy"
        let saved = try await browser.submit(
            form, of: browser.get(page), [("name", "Read"), ("document", one)])
        #expect(saved.shows("The inline policy was saved.") && saved.shows("s3:GetObject"))
        let taken = try await browser.submit(
            form, of: browser.get(page), [("name", "Read"), ("document", two)])
        #expect(taken.status == 400 && taken.shows("id=\"field-name-error\""))
        page.policy = "Read"
        let editor = await browser.get(page)
        #expect(editor.shows("statement-effect"))
        let same = try await browser.submit(form, of: editor, [("policy-step", "json")])
        #expect(same.shows("s3:GetObject"))
        let changed = try await browser.submit(form, of: editor, [("document", two)])
        #expect(changed.shows("s3:PutObject") && !changed.shows("s3:GetObject"))
        let wrong = try await browser.submit(form, of: editor, [("document", "{")])
        #expect(wrong.status == 400 && wrong.shows("id=\"field-document-error\""))
    }

    @Test func whoMayNotPutAPolicyIsRefused() async throws {
        let service = try await TestService(
            users: ["bob"], policies: ["bob": Policies.allow("iam:GetUserPolicy")])
        let browser = try await ConversationTests.user("bob", of: service)
        let page = InlinePolicyPage(kind: .user, owner: "bob")
        let refused = try await browser.submit(
            "save-inline-policy", of: browser.get(page),
            [("name", "All"), ("document", ConversationTests.administrator)])
        #expect(refused.status == 403 && refused.shows("iam:PutUserPolicy"))
        let other = await browser.get(
            InlinePolicyPage(kind: .group, owner: "devs", policy: "Read"))
        #expect(other.status == 403 && other.shows("iam:GetGroupPolicy"))
    }

    @Test func whatIsNoKindOfIdentityHasNoInlinePolicies() async throws {
        let browser = try await ConversationTests.root(of: TestService())
        #expect(await browser.get("/console/iam/inline-policy/account/a").status == 404)
    }

    // MARK: Versions

    @Test func versionsAreComparedMadeDefaultAndDeleted() async throws {
        let service = try await TestService()
        let arn = try await Self.policy(service)
        try await service.run(
            IAM.CreatePolicyVersion.self,
            .init(
                policyArn: arn.description, policyDocument: Policies.allow("s3:PutObject"),
                setAsDefault: true))
        let browser = try await ConversationTests.root(of: service)
        let list = PolicyPage(arn: arn, tab: .versions)
        var compared = list
        (compared.from, compared.to) = ("v1", "v2")
        let page = await browser.get(compared)
        #expect(page.text.matches(of: /<del class="line danger"/).count == 1)
        #expect(page.text.matches(of: /<ins class="line good"/).count == 1)
        #expect(page.shows("1 line removed") && page.shows("1 line added"))
        let back = try await browser.submit("set-default-version", of: page, [("version", "v1")])
        #expect(back.address == list.href && back.shows("The default version was changed."))
        let gone = try await browser.submit("delete-version", of: back, [("version", "v2")])
        #expect(gone.shows("The version was deleted."))
        compared.to = "v9"
        #expect(await browser.get(compared).status == 404)
    }

    @Test func whoMayListVersionsMayNotReadThemForThat() async throws {
        let service = try await TestService(
            users: ["bob"],
            policies: [
                "bob": """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*",
                "Action":["iam:GetPolicy","iam:ListPolicyVersions"]}]}
                """
            ])
        let arn = try await Self.policy(service)
        let browser = try await ConversationTests.user("bob", of: service)
        #expect(await browser.get(PolicyPage(arn: arn, tab: .versions)).status == 200)
        let compared = PolicyPage(arn: arn, tab: .versions, from: "v1", to: "v1")
        let refused = await browser.get(compared)
        #expect(refused.status == 403 && refused.shows("iam:GetPolicyVersion"))
    }

    // MARK: What it is attached to

    @Test func aPolicyIsDetachedFromWhatItIsAttachedTo() async throws {
        let service = try await TestService(users: ["alice", "bob"])
        let arn = try await Self.policy(service).description
        try await service.run(IAM.CreateGroup.self, .init(groupName: "devs"))
        try await service.run(
            IAM.CreateRole.self, .init(roleName: "ops", assumeRolePolicyDocument: Policies.trust()))
        try await service.run(
            IAM.AttachUserPolicy.self, .init(userName: "alice", policyArn: arn))
        try await service.run(
            IAM.AttachGroupPolicy.self, .init(groupName: "devs", policyArn: arn))
        try await service.run(IAM.AttachRolePolicy.self, .init(roleName: "ops", policyArn: arn))
        try await service.run(
            IAM.PutUserPermissionsBoundary.self,
            .init(userName: "bob", permissionsBoundary: arn))
        let browser = try await ConversationTests.root(of: service)
        var page = await browser.get(
            PolicyPage(arn: try #require(ARN(arn)), tab: .entities))
        for (kind, name) in [("user", "alice"), ("group", "devs"), ("role", "ops")] {
            #expect(page.shows(">\(name)</a>"), "\(name)")
            page = try await browser.submit(
                "detach-policy", of: page, [("kind", kind), ("name", name)])
            #expect(page.shows("The policy was detached.") && !page.shows(">\(name)</a>"))
        }
        #expect(page.shows(">bob</a>"))
        let wrong = await browser.post(
            PolicyPage(arn: try #require(ARN(arn)), tab: .entities), [("form", "detach-policy")])
        #expect(wrong.status == 403)
        page = try await browser.submit(
            "remove-boundary", of: page, [("kind", "user"), ("name", "bob")])
        #expect(page.shows("The policy is attached to nothing."))
    }

    // MARK: Access keys

    @Test func anAccessKeyIsExchangedStepByStep() async throws {
        let service = try await TestService(users: ["bob"])
        try await service.run(IAM.CreateAccessKey.self, .init(userName: "bob"))
        let browser = try await ConversationTests.root(of: service)
        let address = UserPage(name: "bob", tab: .credentials)
        let first = await browser.get(address)
        #expect(first.shows("Create the second key"))
        service.clock.advance(by: .seconds(60))
        _ = try await browser.submit("create-access-key", of: first)
        let second = await browser.get(address)
        #expect(second.shows("It was not used yet.") && second.shows("Look again"))
        let old = try #require(
            second.text.firstMatch(
                of: /name="key" value="(\w+)"><button class="button">Make the old key inactive/))
        let third = try await browser.submit(
            "deactivate-access-key", of: second, [("key", String(old.1))])
        #expect(third.shows("Make the old key active again"))
        let done = try await browser.submit(
            "delete-access-key", of: third, [("key", String(old.1))])
        #expect(done.shows("Create the second key") && !done.shows(String(old.1)))
    }

    /// The root user had better have no key at all.
    @Test func theRootUserIsNotLedToASecondKey() async throws {
        let service = try await TestService()
        let browser = try await ConversationTests.root(of: service)
        let address = SecurityCredentialsPage(continued: true, open: .accessKeys)
        _ = try await browser.submit("create-access-key", of: browser.get(address))
        let page = await browser.get(address)
        #expect(page.shows("Make Inactive") && !page.shows("Rotate the access key"))
    }
}
