import IAMIdentifiers
import IAMModel
import Operations
import TestSupport
import Testing
import Workers

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
        let wrong = try await browser.submit(form, of: browser.get(page), [("document", "{")])
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

    // MARK: What is refused

    private static let written = [
        ("document", Policies.allow("s3:Mine")), ("policy-digest", "x"), ("name", "Mine"),
    ]

    /// Whoever may not save may not know either what they would overwrite.
    @Test func whoMayNotSaveKeepsTheirDraftAndLearnsNothing() async throws {
        let service = try await TestService(users: ["bob"])
        let arn = try await Self.policy(service)
        try await service.run(
            IAM.PutUserPolicy.self,
            .init(
                userName: "bob", policyName: "Mine",
                policyDocument: Policies.allow("iam:GetAccountSummary")))
        let browser = try await ConversationTests.user("bob", of: service)
        let token = await browser.get(CreatePolicyPage())
        var inline = InlinePolicyPage(kind: .user, owner: "bob")
        for page in [CreatePolicyPage(), inline, PolicyPage(arn: arn)] as [any ConsolePage] {
            try await Self.refused(page, browser, token, 403)
        }
        inline.policy = "Mine"
        let answer = try await Self.refused(inline, browser, token, 403)
        #expect(answer.shows("iam:GetUserPolicy") && !answer.shows("iam:GetAccountSummary"))
    }

    @discardableResult
    private static func refused(
        _ page: any ConsolePage, _ browser: Browser, _ token: Browser.Answer, _ status: Int,
        then more: String = ""
    ) async throws -> Browser.Answer {
        let form =
            switch page {
            case is CreatePolicyPage: "create-policy"
            case is PolicyPage: "create-version"
            default: "save-inline-policy"
            }
        let fields = [
            ("document", Policies.allow("s3:Mine") + more), ("policy-digest", "x"),
            ("name", "Mine"),
        ]
        let answer = try await browser.send(form, to: page, tokenOf: token, fields)
        #expect(answer.status == status, "\(page.href)")
        #expect(answer.shows("s3:Mine") && answer.shows("id=\"policy-editor\""), "\(page.href)")
        #expect(!answer.shows("s3:GetObject"), "\(page.href)")
        return answer
    }

    @Test func aFormThatIsTooLongKeepsTheDraft() async throws {
        let service = try await TestService()
        let arn = try await Self.policy(service)
        let browser = try await ConversationTests.root(of: service)
        let token = await browser.get(CreatePolicyPage())
        let spaces = String(repeating: " ", count: FormFields.longest)
        for page in [
            CreatePolicyPage(), PolicyPage(arn: arn), InlinePolicyPage(kind: .user, owner: "bob"),
        ] as [any ConsolePage] {
            let answer = try await Self.refused(page, browser, token, 400, then: spaces)
            #expect(answer.shows("The form is too long") && answer.shows(spaces))
        }
        let other = await browser.post(
            SimulationPage(), [("form", "simulate"), ("actions", spaces + "s3:Mine")])
        #expect(other.status == 400 && !other.shows("s3:Mine"))
    }

    @Test func aPolicyThatIsGoneKeepsTheDraft() async throws {
        let service = try await TestService()
        let arn = try await Self.policy(service)
        let browser = try await ConversationTests.root(of: service)
        let editor = await browser.get(PolicyPage(arn: arn))
        try await service.run(IAM.DeletePolicy.self, .init(policyArn: arn.description))
        try await Self.refused(PolicyPage(arn: arn), browser, editor, 400)
    }

    /// Each pause while typing would otherwise write records of reads that nobody made.
    @Test func aStepAndACheckDoNotReadThePolicy() async throws {
        let service = try await TestService(
            users: ["bob"], policies: ["bob": Policies.allow("access-analyzer:ValidatePolicy")])
        let arn = try await Self.policy(service)
        try await service.run(
            IAM.CreateRole.self, .init(roleName: "ops", assumeRolePolicyDocument: Policies.trust()))
        let browser = try await ConversationTests.user("bob", of: service)
        let token = await browser.get(CreatePolicyPage())
        let inline = InlinePolicyPage(kind: .user, owner: "bob", policy: "Mine")
        for (form, page) in [
            ("create-version", PolicyPage(arn: arn)), ("save-inline-policy", inline),
            ("trust-policy", RolePage(name: "ops", tab: .trust)),
        ] as [(String, any ConsolePage)] {
            for step in [PolicyDraft.checking, (PolicyStep.field, PolicyStep.update.value)] {
                let answer = try await browser.send(
                    form, to: page, tokenOf: token, Self.written + [step])
                #expect(answer.status == 200, "\(form) \(step)")
                #expect(answer.shows("s3:Mine") && answer.shows("value=\"x\""), "\(form) \(step)")
            }
        }
    }

    /// AWS's sentence is AWS's; what follows it is ours.
    @Test(arguments: [
        ("{\"Version\": \"2012-10-17\",}", "the comma", "쉼표를 제거하십시오"),
        ("{\"Version\": \"2012-10-17\"}", "a policy has a Statement", "여기에 쓰인 내용을 확인하십시오"),
    ])
    func whatIsWrongIsSaidInTheLanguageOfThePage(
        _ document: String, _ english: String, _ korean: String
    ) async throws {
        let service = try await TestService()
        for language in ["en", "ko"] {
            let browser = try await ConversationTests.root(of: service, language: language)
            let refused = try await browser.submit(
                "create-policy", of: browser.get(CreatePolicyPage()),
                [("name", "Mine"), ("document", document)])
            let found = refused.text.firstMatch(of: /id="field-document-error">([^<]*)</)
            let sentence = try #require(found?.1)
            #expect(sentence.contains("Syntax errors in policy"))
            #expect(sentence.contains(english) == (language == "en"))
            #expect(sentence.contains(korean) == (language == "ko"))
        }
    }

    /// What the longest forms cost, no other request waits for.
    @Test func whatTheBoxesSayIsReadWhenItIsTheAccountsTurn() async throws {
        let service = try await TestService()
        let browser = try await ConversationTests.root(of: service)
        let first = await browser.get(CreatePolicyPage())
        let pool = service.services.computations
        let gate = Gate()
        async let held: Void = pool.run(for: TestService.accountID) { _ in gate.wait() }
        await gate.entered()
        async let step = browser.submit(
            "create-policy", of: first, [("policy-step", "add")])
        while pool.waitingCount == 0 { await Task.yield() }
        gate.open()
        try await held
        #expect(try await step.shows("<h3 tabindex=\"-1\" data-landing>Statement 2</h3>"))
    }

    @Test func aStatementThatIsNotFinishedIsNotSaved() async throws {
        let service = try await TestService()
        let browser = try await ConversationTests.root(of: service)
        let first = await browser.get(CreatePolicyPage())
        let written = [
            ("name", "Mine"), ("statement-effect", "Allow"), ("statement-patterns", "s3:*"),
            ("statement-extent", "all"), ("condition-operator", "StringNotEquals"),
            ("condition-key", ""), ("condition-values", "us-east-1"),
        ]
        let refused = try await browser.submit("create-policy", of: first, written)
        #expect(refused.status == 400)
        #expect(refused.shows("href=\"#field-condition-key-0\""))
        #expect(refused.shows("id=\"field-condition-key-0-error\""))
        #expect(refused.shows("us-east-1") && refused.shows("s3:*"))
        // Nor is one that came in as text.
        let document = """
            {"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"},{"Effect":"Allow",\
            "Action":"s3:*","Resource":"*","Condition":{"StringNotEquals":{"":"us-east-1"}}}]}
            """
        let boxes = try await browser.submit(
            "create-policy", of: first, [("document", document), ("policy-step", "visual")])
        let closed = try await browser.submit("create-policy", of: boxes, [("name", "Mine")])
        #expect(closed.status == 400 && closed.shows("id=\"field-condition-key-0-error\""))
        let found = try await service.run(IAM.ListPolicies.self, .init(scope: .local))
        #expect(found.policies?.isEmpty != false)
    }

    // MARK: What somebody else changed

    @Test func anInlinePolicyThatWasChangedMeanwhileIsNotOverwrittenUnseen() async throws {
        let service = try await TestService(users: ["bob"])
        func put(_ document: String) async throws {
            try await service.run(
                IAM.PutUserPolicy.self,
                .init(userName: "bob", policyName: "Mine", policyDocument: document))
        }
        func stored() async throws -> String {
            PolicyList.decoded(
                try await service.run(
                    IAM.GetUserPolicy.self, .init(userName: "bob", policyName: "Mine")
                ).policyDocument)
        }
        try await put(Policies.allow("s3:GetObject"))
        let browser = try await ConversationTests.root(of: service)
        let page = InlinePolicyPage(kind: .user, owner: "bob", policy: "Mine")
        let editor = await browser.get(page)
        try await put(Policies.allow("s3:Theirs"))
        let form = "save-inline-policy"
        let mine = [("document", Policies.allow("s3:Mine"))]
        let refused = try await browser.submit(form, of: editor, mine)
        #expect(refused.status == 409 && refused.shows("The policy was changed meanwhile"))
        #expect(refused.shows("s3:Theirs") && refused.shows("s3:Mine"))
        #expect(refused.shows("<del class=\"line danger\""))
        #expect(try await stored().contains("s3:Theirs"))
        // A step in between knows what was seen, and no more.
        let step = try await browser.submit(form, of: refused, mine + [("policy-step", "json")])
        try await put(Policies.allow("s3:TheirsToo"))
        let again = try await browser.submit(form, of: step, mine)
        #expect(again.status == 409 && again.shows("s3:TheirsToo"))
        let saved = try await browser.submit(form, of: again, mine)
        #expect(saved.shows("The inline policy was saved."))
        #expect(try await stored().contains("s3:Mine"))
        let late = await browser.get(page)
        try await service.run(
            IAM.DeleteUserPolicy.self, .init(userName: "bob", policyName: "Mine"))
        let gone = try await browser.submit(form, of: late, mine)
        #expect(gone.status == 409 && gone.shows("The policy was deleted meanwhile"))
        await #expect(throws: IAMError.self) { try await stored() }
        let anew = try await browser.submit(form, of: gone, mine)
        #expect(anew.shows("The inline policy was saved."))
    }

    @Test func aVersionThatSomebodyElseMadeIsNotUndoneUnseen() async throws {
        let service = try await TestService()
        let arn = try await Self.policy(service)
        let browser = try await ConversationTests.root(of: service)
        let editor = await browser.get(PolicyPage(arn: arn))
        // The same text again is another version all the same.
        for (version, action) in [("v2", "s3:Theirs"), ("v3", "s3:GetObject")] {
            try await service.run(
                IAM.CreatePolicyVersion.self,
                .init(
                    policyArn: arn.description, policyDocument: Policies.allow(action),
                    setAsDefault: true))
            let refused = try await browser.submit(
                "create-version", of: editor, [("document", Policies.allow("s3:Mine"))])
            #expect(refused.status == 409 && refused.shows(action), "\(version)")
            #expect(refused.shows("name=\"policy-version\" value=\"\(version)\""))
            guard version == "v3" else { continue }
            let saved = try await browser.submit(
                "create-version", of: refused, [("document", Policies.allow("s3:Mine"))])
            #expect(saved.status == 200 && saved.shows("s3:Mine"))
        }
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
