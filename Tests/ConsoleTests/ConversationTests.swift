import AWSWire
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

@testable import Console

/// Whole conversations between a browser and the console, on a real pipeline and store.
@Suite struct ConversationTests {
    static let administrator = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}
        """

    /// A browser in which the root user has signed in, step by step.
    static func root(
        of service: TestService, language: String = "en", publicURL: String? = nil
    ) async throws -> Browser {
        let browser = Browser(
            Console(service.services, isSignUpOpen: false, publicURL: publicURL),
            language: language)
        let page = try await browser.submit(
            "root", of: browser.get("/signin"), [("email", TestService.rootEmail)])
        let home = try await browser.submit(
            "sign-in", of: page, [("password", TestService.rootPassword.reveal())])
        #expect(home.status == 200 && home.address == "/console")
        return browser
    }

    /// A browser in which an IAM user has signed in.
    static func user(_ name: String, of service: TestService) async throws -> Browser {
        try await service.run(
            IAM.CreateLoginProfile.self, .init(userName: name, password: Secret("A long passw0rd!"))
        )
        let browser = Browser(Console(service.services, isSignUpOpen: false))
        let home = try await browser.submit(
            "iam-user", of: browser.get("/signin"),
            [
                ("account", TestService.accountID.description), ("user", name),
                ("password", "A long passw0rd!"),
            ])
        #expect(home.status == 200 && home.address == "/console")
        return browser
    }

    @Test func withoutASessionEveryPageLeadsToSignIn() async throws {
        let service = try await TestService()
        let browser = Browser(Console(service.services, isSignUpOpen: false))
        for path in [
            "/", "/console", "/console/iam", "/console/iam/users/x", "/console/search?q=a",
        ] {
            #expect(await browser.get(path).address == "/signin")
        }
    }

    @Test func aPathThatIsNotTheConsolesIsLeftToOthers() async throws {
        let service = try await TestService()
        let browser = Browser(Console(service.services, isSignUpOpen: false))
        for path in ["/v1/x", "/healthz", "/consoles", "/signin2"] {
            #expect(await browser.get(path).status == 0)
        }
    }

    @Test func aWrongPasswordAndAnUnknownAddressGetTheSamePage() async throws {
        let service = try await TestService()
        var pages: [String] = []
        for email in [TestService.rootEmail, "nobody@example.com"] {
            let browser = Browser(Console(service.services, isSignUpOpen: false))
            let page = try await browser.submit(
                "root", of: browser.get("/signin"), [("email", email)])
            let refused = try await browser.submit("sign-in", of: page, [("password", "wrong")])
            #expect(refused.status == 401)
            pages.append(
                refused.text.replacing(email, with: "E").replacing(/value="[0-9a-f]{64}"/, with: "")
            )
        }
        #expect(pages[0] == pages[1])
    }

    @Test func signingOutEndsTheSession() async throws {
        let service = try await TestService()
        let browser = try await Self.root(of: service)
        let home = await browser.get(HomePage())
        let out = try await browser.submit("sign-out", of: home)
        #expect(out.address == "/signin")
        #expect(await browser.get(HomePage()).address == "/signin")
    }

    @Test func aFormWithoutItsTokenChangesNothing() async throws {
        let service = try await TestService()
        let browser = try await Self.root(of: service)
        let path = CreateGroupPage()
        for token in ["", "0000", AntiForgery.token(for: Secret("another"))] {
            let answer = await browser.post(
                path, [("form-token", token), ("form", "create-group"), ("group", "devs")])
            #expect(answer.status == 403)
        }
        let groups = try await service.run(IAM.ListGroups.self, .init()).groups
        #expect(groups.isEmpty)
    }

    @Test func aFormFromAnotherSiteChangesNothingEvenWithTheToken() async throws {
        let service = try await TestService()
        let browser = try await Self.root(of: service)
        let page = await browser.get(CreateGroupPage())
        for header in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")] {
            let answer = try await browser.submit(
                "create-group", of: page, [("group", "devs")], changing: [header])
            #expect(answer.status == 403)
        }
        #expect(try await service.run(IAM.ListGroups.self, .init()).groups.isEmpty)
    }

    @Test func aTokenOfOneSessionIsWorthlessInAnother() async throws {
        let service = try await TestService()
        let first = try await Self.root(of: service)
        let second = try await Self.root(of: service)
        let page = await first.get(CreateGroupPage())
        let answer = try await second.submit("create-group", of: page, [("group", "devs")])
        #expect(answer.status == 403)
    }

    @Test func rootsKeysStandBehindAWarningAndLiveTheirWholeLife() async throws {
        let service = try await TestService()
        let browser = try await Self.root(of: service)
        let warning = await browser.get(SecurityCredentialsPage(continued: false))
        #expect(warning.shows("<dialog open") && warning.shows("Continue to Security Credentials"))
        #expect(!warning.shows("Create New Access Key"))

        let path = SecurityCredentialsPage(continued: true, open: .accessKeys)
        var created = try await browser.submit("create-access-key", of: browser.get(path))
        let id = try #require(created.text.firstMatch(of: /AKIA[A-Z2-7]{16}/)).0
        let secret = try #require(
            created.text.firstMatch(of: /name="secret" value="([A-Za-z0-9+\/]{40})"/)
        ).1
        #expect(created.headers["cache-control"] == "no-store")
        let file = try await browser.submit("download", of: created)
        #expect(file.text == "Access key ID,Secret access key\r\n\(id),\(secret)\r\n")
        #expect(file.headers["content-disposition"] == "attachment; filename=\"rootkey.csv\"")

        // What a spreadsheet would take for a formula is no key of ours.
        let formula = try await browser.submit(
            "download", of: created, [("secret", "+" + secret.dropFirst())])
        #expect(formula.status == 400)

        created = try await browser.submit("create-access-key", of: browser.get(path))
        let full = await browser.get(path)
        #expect(!full.shows(String(secret)))
        #expect(full.shows("disabled>Create New Access Key"))
        let third = try await browser.submit("create-access-key", of: full)
        #expect(third.status == 409 && third.shows("Cannot exceed quota"))

        let inactive = try await browser.submit(
            "deactivate-access-key", of: full, [("key", String(id))])
        #expect(inactive.shows("Make Active"))
        let gone = try await browser.submit(
            "delete-access-key", of: inactive, [("key", String(id))])
        #expect(!gone.shows(String(id)))
    }

    @Test func aUserIsCreatedInThreeStepsAndSignsIn() async throws {
        let service = try await TestService()
        let browser = try await Self.root(of: service, language: "ko")
        let start = await browser.get(CreateUserPage())
        #expect(start.shows("사용자 세부 정보"))
        let two = try await browser.submit(
            "details", of: start,
            [
                ("user", "user-dev"), ("console", "1"), ("password-kind", "typed"),
                ("password", "A long passw0rd!"), ("go", "next"),
            ])
        #expect(two.shows("직접 정책 연결") && two.shows("권한 복사") && two.shows("그룹에 사용자 추가"))
        let found = try await browser.submit(
            "permissions", of: two,
            [("way", "policy"), ("search", "AdministratorAccess"), ("go", "search")])
        let first = try #require(found.text.firstMatch(of: /name="policy" value="([^"]*)"/)).1
        #expect(first == "arn:aws:iam::aws:policy/AdministratorAccess")
        let review = try await browser.submit(
            "permissions", of: found,
            [("way", "policy"), ("policy", String(first)), ("go", "next")])
        #expect(review.shows("user-dev") && review.shows("AdministratorAccess"))
        #expect(try await service.run(IAM.ListUsers.self, .init()).users.isEmpty)
        let done = try await browser.submit("review", of: review, [("go", "create")])
        #expect(done.shows("사용자 user-dev을(를) 생성했습니다"))
        let attached = try await service.run(
            IAM.ListAttachedUserPolicies.self, .init(userName: "user-dev")
        ).attachedPolicies
        #expect(attached?.map(\.policyName) == ["AdministratorAccess"])

        let mine = Browser(Console(service.services, isSignUpOpen: false))
        let home = try await mine.submit(
            "iam-user",
            of: mine.get(
                AccountSignInPage(account: TestService.accountID.description)),
            [("user", "user-dev"), ("password", "A long passw0rd!")]
                + [("account", TestService.accountID.description)])
        #expect(home.address == "/console" && home.shows("user-dev @ 123456789012"))
        #expect(await mine.get("/signin").shows("Sign in using root user email"))
    }

    @Test func backKeepsWhatWasTyped() async throws {
        let service = try await TestService()
        let browser = try await Self.root(of: service)
        let two = try await browser.submit(
            "details", of: browser.get(CreateUserPage()),
            [("user", "user-dev"), ("go", "next"), ("password-kind", "generated")])
        let one = try await browser.submit("permissions", of: two, [("go", "back")])
        #expect(one.shows("value=\"user-dev\""))
    }

    @Test func aNameThatTheOperationWouldRefuseIsRefusedAtItsBox() async throws {
        let service = try await TestService()
        let browser = try await Self.root(of: service)
        let page = try await browser.submit(
            "details", of: browser.get(CreateUserPage()), [("user", "<b>"), ("go", "next")])
        #expect(page.status == 400 && page.shows("id=\"field-user-error\""))
        #expect(page.shows("value=\"&lt;b&gt;\"") && !page.shows("<b>"))
    }

    @Test func aRefusalStandsAtItsBox() async throws {
        let service = try await TestService(users: ["bob"])
        try await service.run(IAM.CreateGroup.self, .init(groupName: "devs"))
        try await service.run(
            IAM.CreatePolicy.self,
            .init(policyName: "Mine", policyDocument: Self.administrator))
        let browser = try await Self.root(of: service)
        func expect(
            _ form: String, of page: any ConsolePage, _ fields: [(String, String)],
            at box: String
        ) async throws {
            let answer = try await browser.submit(form, of: browser.get(page), fields)
            #expect((400..<500).contains(answer.status), "\(form)")
            #expect(answer.shows("id=\"field-\(box)-error\""), "\(form): \(box)")
            #expect(answer.shows("<a href=\"#field-\(box)\">"), "\(form): \(box)")
            #expect(answer.shows("id=\"field-\(box)\""), "\(form): \(box)")
        }
        let bob = UserPage(name: "bob")
        try await expect("create-group", of: CreateGroupPage(), [("group", "devs")], at: "group")
        try await expect("create-group", of: CreateGroupPage(), [("group", "<")], at: "group")
        try await expect(
            "add-user", of: GroupPage(name: "devs"), [("user", "nobody")], at: "user")
        try await expect(
            "attach-policy", of: bob, [("policy", "arn:aws:iam::aws:policy/None")], at: "policy")
        try await expect(
            "attach-policy", of: GroupPage(name: "devs", tab: .permissions),
            [("policy", "arn:aws:iam::aws:policy/None")], at: "policy")
        try await expect(
            "enable-password", of: UserPage(name: "bob", tab: .credentials),
            [("password", "short")], at: "password")
        try await expect(
            "tag", of: UserPage(name: "bob", tab: .tags), [("key", "aws:a"), ("value", "b")],
            at: "key")
        try await expect(
            "create-policy", of: CreatePolicyPage(),
            [("name", "mine"), ("document", Self.administrator)], at: "name")
        try await expect(
            "set-alias", of: AccountSettingsPage(), [("alias", "-")], at: "alias")
        try await expect(
            "set-password-policy", of: AccountSettingsPage(),
            [("length", "12"), ("age", "9999")], at: "age")
        let details = try await browser.submit(
            "details", of: browser.get(CreateUserPage()), [("user", "bob"), ("go", "next")])
        let review = try await browser.submit("permissions", of: details, [("go", "next")])
        let taken = try await browser.submit("review", of: review, [("go", "create")])
        #expect(taken.status == 400 && taken.shows("id=\"field-user-error\""))
    }

    @Test func aWrongOldPasswordIsToldAtItsBox() async throws {
        let service = try await TestService(
            users: ["bob"], policies: ["bob": Self.administrator])
        let browser = try await Self.user("bob", of: service)
        let page = await browser.get(SecurityCredentialsPage(open: .password))
        for (old, new, box) in [
            ("wrong", "Another l0ng one!", "current"), ("A long passw0rd!", "short", "new"),
        ] {
            let answer = try await browser.submit(
                "change-password", of: page, [("current", old), ("new", new), ("again", new)])
            #expect(answer.status == 400 && answer.shows("id=\"field-\(box)-error\""))
        }
    }

    @Test func whoMayNothingIsToldWhatExactlyAndByNoPageElse() async throws {
        let service = try await TestService(users: ["bob"])
        let browser = try await Self.user("bob", of: service)
        let pages: [any ConsolePage] = [
            DashboardPage(), UsersPage(), UserPage(name: "bob", tab: .tags), GroupsPage(),
            PoliciesPage(), AccountSettingsPage(), UserPage(name: "nobody", tab: .tags),
        ]
        for asked in pages {
            let page = await browser.get(asked)
            #expect(page.status == 403, "\(asked.href)")
            #expect(page.shows("arn:aws:iam::123456789012:user/bob"), "\(asked.href)")
            #expect(page.shows("<code>iam:"), "\(asked.href)")
        }
        let own = await browser.get(SecurityCredentialsPage(continued: false, open: .accessKeys))
        #expect(own.status == 200 && own.shows("iam:ListAccessKeys"))
        #expect(!own.shows("Continue to Security Credentials"))
        let refused = try await browser.submit(
            "create-group", of: browser.get(CreateGroupPage()), [("group", "devs")])
        #expect(refused.status == 403)
    }

    @Test func aPolicyWithAnErrorShowsItsLine() async throws {
        let service = try await TestService()
        let browser = try await Self.root(of: service)
        let document = "{\n \"Version\": \"2012-10-17\",\n \"Statement\": [\n  nonsense\n ]\n}"
        let page = try await browser.submit(
            "create-policy", of: browser.get(CreatePolicyPage()),
            [("name", "Mine"), ("document", document)])
        #expect(page.status == 400 && page.shows("Line 4:"))
        #expect(page.text.matches(of: /class="line danger"/).count == 1)
        let good = try await browser.submit(
            "create-policy", of: page, [("name", "Mine"), ("document", Self.administrator)])
        #expect(good.status == 200 && good.shows("arn:aws:iam::123456789012:policy/Mine"))
    }

    @Test func everythingAUserHasGoesWithIt() async throws {
        let service = try await TestService(users: ["bob"], policies: ["bob": Self.administrator])
        try await service.run(IAM.CreateAccessKey.self, .init(userName: "bob"))
        try await service.run(
            IAM.UploadSSHPublicKey.self,
            .init(userName: "bob", sshPublicKeyBody: TestSSHKeys.ssh))
        try await service.run(
            IAM.UploadSigningCertificate.self,
            .init(certificateBody: try TestCertificate("bob").pem, userName: "bob"))
        try await service.run(
            IAM.CreateServiceSpecificCredential.self,
            .init(userName: "bob", serviceName: "codecommit.amazonaws.com"))
        try await service.run(IAM.CreateGroup.self, .init(groupName: "devs"))
        try await service.run(IAM.AddUserToGroup.self, .init(groupName: "devs", userName: "bob"))
        let browser = try await Self.root(of: service)
        let page = await browser.get(UserPage(name: "bob"))
        let refused = try await browser.submit("delete-user", of: page, [("confirm", "bo")])
        #expect(refused.status == 409)
        let list = try await browser.submit("delete-user", of: page, [("confirm", "bob")])
        #expect(list.address == "/console/iam/users" && list.shows("The user was deleted."))
        #expect(try await service.run(IAM.ListUsers.self, .init()).users.isEmpty)
    }

    @Test func groupsPoliciesAndSettingsAreChangedFromTheirPages() async throws {
        let service = try await TestService(users: ["bob"])
        let browser = try await Self.root(of: service)
        var page = try await browser.submit(
            "create-group", of: browser.get(CreateGroupPage()), [("group", "devs")])
        page = try await browser.submit("add-user", of: page, [("user", "bob")])
        #expect(page.shows("The user was added to the group."))
        page = try await browser.submit(
            "attach-policy", of: browser.get(GroupPage(name: "devs", tab: .permissions)),
            [("policy", "readonlyaccess")])
        #expect(page.shows("ReadOnlyAccess"))
        page = await browser.get(UserPage(name: "bob"))
        #expect(page.shows("From group devs"))
        page = try await browser.submit(
            "set-alias", of: browser.get(AccountSettingsPage()), [("alias", "example")])
        #expect(page.shows("root @ example"))
        page = try await browser.submit(
            "set-password-policy", of: page, [("length", "5")])
        #expect(page.status == 400)
        #expect(page.shows("minimumPasswordLength"))
        page = try await browser.submit(
            "set-password-policy", of: page, [("length", "12"), ("age", "1e2")])
        #expect(page.status == 400 && page.shows("id=\"field-age-error\">Enter a whole number."))
        page = try await browser.submit(
            "set-password-policy", of: page, [("length", "12"), ("numbers", "1")])
        #expect(page.shows("The password policy was saved."))
        let policy = try await service.run(IAM.GetAccountPasswordPolicy.self, .init())
            .passwordPolicy
        #expect(policy.minimumPasswordLength == 12 && policy.requireNumbers == true)
    }

    @Test func searchFindsPagesAndThingsAndEnterOpensTheFirst() async throws {
        let service = try await TestService(users: ["iam-admin"])
        let browser = try await Self.root(of: service)
        let page = await browser.get(SearchPage(text: "iam"))
        #expect(page.shows("/console/iam\"") && page.shows("iam-admin"))
        #expect(await browser.get("/console/search?open=first&q=IAM").address == "/console/iam")
        #expect(await browser.get(SearchPage(text: "zzzzzz")).shows("Nothing was found."))
    }

    @Test func aSearchLeavesOneRecord() async throws {
        let service = try await TestService(users: ["iam-admin"])
        let browser = try await Self.root(of: service)
        let before = try await service.auditRecords().count
        service.clock.advance(by: .seconds(1))
        #expect(await browser.get(SearchPage(text: "iam-a")).shows("iam-admin"))
        let records = try await service.auditRecords().dropLast(before)
        #expect(records.count == 1)
    }

    @Test func aListIsSearchedAndSortedAndKeepsBoth() async throws {
        let service = try await TestService(users: ["zoe-ops", "adam-ops", "eve"])
        let browser = try await Self.root(of: service)
        let page = await browser.get("/console/iam/users?q=OPS&order=desc")
        let names = page.text.matches(of: /tab=permissions">([a-z-]+)/).map { String($0.1) }
        #expect(names == ["zoe-ops", "adam-ops"])
        #expect(page.shows("aria-sort=\"descending\"") && page.shows("1–2 of 2"))
        #expect(page.shows("href=\"/console/iam/users?q=OPS&amp;sort=created\""))
        #expect(page.shows("type=\"hidden\" name=\"order\" value=\"desc\""))
    }

    @Test func languageAndThemeAreKeptAndLeadBack() async throws {
        let service = try await TestService()
        let browser = Browser(Console(service.services, isSignUpOpen: false))
        let page = try await browser.submit(
            "language", of: browser.get("/signin/acme"), [("language", "ko")])
        #expect(page.address == "/signin/acme" && page.shows("로그인"))
        let dark = try await browser.submit("theme", of: page, [("theme", "dark")])
        #expect(dark.shows("data-theme=\"dark\"") && dark.shows("lang=\"ko\""))
        let away = try await browser.submit(
            "theme", of: page, [("theme", "dark"), ("back", "//evil.example/")])
        #expect(away.address == "/signin")
    }

    @Test func aBrowserThatSignedInBeforePassesWhileItsOwnerIsGuessedAt() async throws {
        let service = try await TestService()
        let console = Console(service.services, isSignUpOpen: false)
        func signIn(_ browser: Browser, _ password: String) async throws -> Browser.Answer {
            let next = try await browser.submit(
                "root", of: browser.get("/signin?as=root"), [("email", TestService.rootEmail)])
            return try await browser.submit("sign-in", of: next, [("password", password)])
        }
        let owner = Browser(console)
        _ = try await signIn(owner, TestService.rootPassword.reveal())
        _ = try await owner.submit("sign-out", of: owner.get("/console"))
        let guesser = Browser(console)
        for _ in 0..<6 { #expect(try await signIn(guesser, "wrong").status == 401) }
        // From the same address, which is what the owner's browser is known beside.
        #expect(try await signIn(guesser, TestService.rootPassword.reveal()).status == 429)
        let again = try await signIn(owner, TestService.rootPassword.reveal())
        #expect(again.status == 200 && again.address == "/console")
    }

    @Test func anAccountsOwnAddressOpensWithItsName() async throws {
        let service = try await TestService()
        let console = Console(service.services, isSignUpOpen: false)
        let browser = Browser(console, host: "acme.signin.localhost:8426")
        let page = await browser.get("/console")
        #expect(page.address == "/signin" && page.shows("value=\"acme\""))
        #expect(await browser.get("/signin?as=root").shows("Root user email address"))
    }

    @Test func addressesBeginWithThePublicURL() async throws {
        let service = try await TestService()
        let browser = try await Self.root(of: service, publicURL: "https://id.example.com")
        let page = await browser.get("/console/iam")
        #expect(page.shows("https://id.example.com/signin/123456789012"))
    }

    @Test func signUpIsClosedWithoutTheLinkAndOpenWithIt() async throws {
        let service = try await TestService()
        let closed = Browser(Console(service.services, isSignUpOpen: false))
        #expect(await closed.get("/signup").status == 403)
        let open = Browser(Console(service.services, isSignUpOpen: true))
        let fields = [
            ("email", "new@example.com"), ("name", "New"), ("password", "A long passw0rd!"),
        ]
        let weak = try await open.submit(
            "sign-up", of: open.get("/signup"), fields.dropLast() + [("password", "short")])
        #expect(weak.status == 400 && weak.shows("value=\"new@example.com\""))
        let done = try await open.submit("sign-up", of: weak, fields)
        // An address that another account has is answered alike, and that account stays as it is.
        let taken = try await open.submit(
            "sign-up", of: open.get("/signup"),
            [("email", TestService.rootEmail)] + fields.dropFirst())
        #expect(done.status == 200 && taken.status == 200)
        #expect(
            done.text == taken.text.replacing(TestService.rootEmail, with: "new@example.com"))
        func signIn(_ email: String, _ password: String) async throws -> Browser.Answer {
            let next = try await open.submit(
                "root", of: open.get("/signin?as=root"), [("email", email)])
            return try await open.submit("sign-in", of: next, [("password", password)])
        }
        #expect(try await signIn(TestService.rootEmail, "A long passw0rd!").status == 401)
        for (email, password) in [
            ("new@example.com", "A long passw0rd!"),
            (TestService.rootEmail, TestService.rootPassword.reveal()),
        ] {
            let home = try await signIn(email, password)
            #expect(home.status == 200 && home.address == "/console" && home.shows("root @ "))
            _ = try await open.submit("sign-out", of: home)
        }
    }

    @Test func aPasswordThatMustChangeIsChangedBeforeTheSessionBegins() async throws {
        let allow = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
            "Action":["iam:ChangePassword","iam:GetAccountPasswordPolicy"],"Resource":"*"}]}
            """
        let service = try await TestService(users: ["bob"], policies: ["bob": allow])
        try await service.run(
            IAM.CreateLoginProfile.self,
            .init(
                userName: "bob", password: Secret("A long passw0rd!"), passwordResetRequired: true))
        let browser = Browser(Console(service.services, isSignUpOpen: false))
        let page = try await browser.submit(
            "iam-user", of: browser.get("/signin"),
            [
                ("account", TestService.accountID.description), ("user", "bob"),
                ("password", "A long passw0rd!"),
            ])
        #expect(page.address == "/signin/password/change")
        #expect(await browser.get(HomePage()).address == "/signin")
        let differ = try await browser.submit(
            "change", of: page,
            [("current", "A long passw0rd!"), ("new", "Another l0ng one"), ("again", "x")])
        #expect(differ.status == 400)
        let home = try await browser.submit(
            "change", of: differ,
            [
                ("current", "A long passw0rd!"), ("new", "Another l0ng one!"),
                ("again", "Another l0ng one!"),
            ])
        #expect(home.address == "/console" && home.shows("bob @ "))
    }

    @Test func rootChangesItsPassword() async throws {
        let service = try await TestService()
        let browser = try await Self.root(of: service)
        let page = await browser.get(SecurityCredentialsPage(continued: true, open: .password))
        let wrong = try await browser.submit(
            "change-password", of: page,
            [("current", "nope"), ("new", "An0ther long one"), ("again", "An0ther long one")])
        #expect(wrong.status == 400 && wrong.shows("field-current-error"))
        let done = try await browser.submit(
            "change-password", of: page,
            [
                ("current", TestService.rootPassword.reveal()), ("new", "An0ther long one"),
                ("again", "An0ther long one"),
            ])
        #expect(done.shows("Your password was changed."))
    }

    @Test func filesAreKeptForGoodUnderTheNameOfTheirBytes() async throws {
        let service = try await TestService()
        let browser = Browser(Console(service.services, isSignUpOpen: false))
        let page = await browser.get("/signin")
        let names = page.text.matches(of: /"(\/console\/assets\/[^"]+)"/).map { String($0.1) }
        #expect(names.count == 3)
        for name in names {
            let file = await browser.get(name)
            #expect(file.status == 200 && !file.text.isEmpty)
            #expect(file.headers["cache-control"] == "public, max-age=31536000, immutable")
        }
        #expect(await browser.get("/console/assets/console-0.css").status == 404)
    }

    @Test func everyPageForbidsWhatItDoesNotNeed() async throws {
        let service = try await TestService()
        let page = await Browser(Console(service.services, isSignUpOpen: false)).get("/signin")
        let policy = try #require(page.headers["content-security-policy"])
        #expect(policy.hasPrefix("default-src 'none'") && !policy.contains("unsafe"))
        #expect(policy.contains("frame-ancestors 'none'"))
    }
}

/// What happens around a session: before it, and after its end.
@Suite struct SessionTests {
    private func signIn(_ browser: Browser, from page: Browser.Answer) async throws
        -> Browser.Answer
    {
        let next = try await browser.submit("root", of: page, [("email", TestService.rootEmail)])
        return try await browser.submit(
            "sign-in", of: next, [("password", TestService.rootPassword.reveal())])
    }

    @Test func signingInLeadsToThePageThatWasAskedFor() async throws {
        let service = try await TestService()
        let browser = Browser(Console(service.services, isSignUpOpen: false))
        let asked = await browser.get("/console/iam/policies?q=Read&page=2")
        #expect(asked.address == "/signin")
        let page = try await signIn(browser, from: asked)
        #expect(page.address == "/console/iam/policies?q=Read&page=2")
    }

    @Test func aFormOfASessionThatEndedLeadsToSignInAndChangesNothing() async throws {
        let service = try await TestService()
        let browser = try await ConversationTests.root(of: service)
        let page = await browser.get(CreateGroupPage())
        service.clock.advance(by: .seconds(13 * 3_600))
        let answer = try await browser.submit("create-group", of: page, [("group", "devs")])
        #expect(answer.address == "/signin" && answer.shows("Your session has ended."))
        #expect(try await service.run(IAM.ListGroups.self, .init()).groups.isEmpty)
    }

    @Test func signingInAgainEndsTheSessionThatTheBrowserHad() async throws {
        let service = try await TestService()
        let browser = try await ConversationTests.root(of: service)
        let (signIn, caller) = (SignIn(service.services), try await service.caller())
        let before = try await signIn.sessions(of: caller, at: service.clock.now)
        _ = try await self.signIn(browser, from: browser.get(SignInPage(asRoot: true)))
        let after = try await signIn.sessions(of: caller, at: service.clock.now)
        #expect(after.count == before.count && after != before)
        #expect(await browser.get(HomePage()).address == "/console")
    }

    @Test func anotherSessionOfOnesOwnIsEndedFromTheList() async throws {
        let service = try await TestService(users: ["bob"])
        let bob = try await ConversationTests.user("bob", of: service)
        let other = try await ConversationTests.root(of: service)
        let mine = try await ConversationTests.root(of: service)
        var page = await mine.get(SecurityCredentialsPage(continued: true, open: .sessions))
        #expect(page.shows("This session"))
        // The test service has sessions of the root user too; every one but this is ended.
        for _ in 0..<20 where page.shows("value=\"end-session\"") {
            page = try await mine.submit("end-session", of: page)
            #expect(page.shows("The session was ended.") && page.shows("This session"))
        }
        #expect(await other.get(HomePage()).address == "/signin")
        #expect(await bob.get(HomePage()).address == "/console")
        #expect(await mine.get(HomePage()).address == "/console")
    }

    @Test func allOtherSessionsOfOnesOwnAreEndedFromTheList() async throws {
        let service = try await TestService(users: ["bob"])
        let bob = try await ConversationTests.user("bob", of: service)
        let others = [
            try await ConversationTests.root(of: service),
            try await ConversationTests.root(of: service),
        ]
        let mine = try await ConversationTests.root(of: service)
        var page = await mine.get(SecurityCredentialsPage(continued: true, open: .sessions))
        page = try await mine.submit("end-other-sessions", of: page)
        #expect(page.shows("All other sessions were ended.") && page.shows("This session"))
        #expect(!page.shows("value=\"end-other-sessions\""))
        for other in others { #expect(await other.get(HomePage()).address == "/signin") }
        #expect(await bob.get(HomePage()).address == "/console")
        #expect(await mine.get(HomePage()).address == "/console")
        #expect(try await service.auditRecords().count { $0.name == "EndOtherSessions" } == 1)
    }

    @Test func anAdministratorSetsAForgottenPassword() async throws {
        let service = try await TestService(users: ["bob"])
        let bob = try await ConversationTests.user("bob", of: service)
        let browser = try await ConversationTests.root(of: service)
        let page = try await browser.submit(
            "reset-password", of: browser.get(UserPage(name: "bob", tab: .credentials)),
            [("password", "Another l0ng one!")])
        #expect(page.shows("The new password holds."))
        #expect(await bob.get(HomePage()).address == "/signin")
    }
}
