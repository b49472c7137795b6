import IAMIdentifiers
import Operations

@testable import Console

/// Every page with something in it: what the golden files hold and what is looked at on
/// screenshots.
enum Gallery {
    static let account = AccountID("123456789012")!  // twelve digits
    static let now = Timestamp(iso8601: "2026-11-22T09:30:00Z")!  // a moment as it is written
    static let root = SignedInPrincipal(
        name: "root", account: account, accountName: "Example & Sons", alias: nil, kind: .rootUser)
    static let alice = SignedInPrincipal(
        name: "alice", account: account, accountName: "Example & Sons", alias: "example",
        kind: .iamUser)

    static func page(
        _ page: any ConsolePage, _ language: Language = .english,
        _ principal: SignedInPrincipal? = root
    ) -> PageContext {
        PageContext(
            language: language, current: page, formToken: "token", principal: principal, now: now,
            origin: "http://localhost:8426")
    }

    static func arn(_ resource: String) -> ARN { .iam(account, resource) }
    static let administrator = ARN(
        service: "iam", account: "aws", resource: "policy/AdministratorAccess")

    static let keys = [
        AccessKeyList.Row(
            id: "AKIARZPUZDIKAEXAMPLE", isActive: true, createdAt: now - .seconds(86_400 * 3),
            lastUsedAt: now - .seconds(3_700), lastUsedService: "iam"),
        AccessKeyList.Row(
            id: "AKIARZPUZDIKBEXAMPLE", isActive: false, createdAt: now - .seconds(86_400 * 400)),
    ]
    static let devices = [
        MFADeviceList.Row(
            serialNumber: arn("mfa/alice-phone").description, assignedAt: now - .seconds(90)),
        MFADeviceList.Row(
            serialNumber: arn("u2f/user/alice/a-key-ABCDEFGHIJKLMNOPQRSTUVWXYZ").description,
            assignedAt: now - .seconds(86_400)),
        MFADeviceList.Row(serialNumber: "GAHT12345678", assignedAt: now),
    ]
    static let serviceKeys = [
        ServiceKeyList(
            kind: .sshKey,
            rows: [.init(id: "APKARZPUZDIKEXAMPLE1", status: .inactive, createdAt: now)]),
        ServiceKeyList(
            kind: .certificate,
            rows: ["TA7SMP42TDN5Z26OBPJE7EXAMPLE", "UA7SMP42TDN5Z26OBPJE7EXAMPLE"].map {
                .init(id: $0, status: .active, createdAt: now)
            }),
        ServiceKeyList(
            kind: .credential,
            rows: [
                .init(
                    id: "ACCAQFODXMPL4YFHP7DZE", status: .active, createdAt: now,
                    service: "codecommit.amazonaws.com", name: "alice-at-123456789012"),
                .init(
                    id: "ACCAQFODXMPL4YFHP7DZF", status: .expired, createdAt: now,
                    service: "bedrock.amazonaws.com", name: "alice+1-at-123456789012",
                    expiresAt: now - .seconds(60)),
            ], typed: "<b>"),
    ]
    static let question = KeyQuestion(
        options: #"{"challenge":"abc","user":{"name":"<alice>"}}"#, challenge: Secret("sealed"))
    static let document = """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "s3:Get*", "Resource": "*" }
          ]
        }
        """

    static func all(_ language: Language) -> [(name: String, html: HTML)] {
        wayIn(language) + secondFactors(language) + credentials(language) + users(language)
            + creation(language)
            + groupsAndPolicies(language) + federation(language) + simulation(language)
            + events(language)
            + rest(language)
            + roles(language) + reports(language)
            + lostDevice(language) + account(language) + accountLife(language)
            + switchRole(language) + policyEditor(language) + keyRotation(language)
    }

    private static func simulation(_ language: Language) -> [(name: String, html: HTML)] {
        var draft = SimulationDraft()
        draft.name = "alice"
        draft.actions = "s3:GetObject\ns3:PutObject"
        draft.context = "aws:username=<alice>"
        let statement = SimulationPage.Statement(
            policy: "user_alice_read",
            excerpt: Excerpt(
                of: .init(of: document), from: .init(line: 3, column: 17),
                to: .init(line: 4, column: 64),
                about: "s3:GetObject"), lines: 4...4)
        let hidden = SimulationPage.Statement(
            policy: "group_devs_<b>", excerpt: nil, lines: 4...9)
        let rows: [SimulationPage.Row] = [
            .init(
                action: "s3:GetObject", resource: "*", isAllowed: true, reason: .reasonAllowed,
                statements: [statement], missingKeys: ["aws:SourceIp"]),
            .init(
                action: "s3:PutObject", resource: "arn:aws:s3:::<b>", isAllowed: false,
                reason: .reasonDenied, statements: [hidden]),
            .init(
                action: "sqs:SendMessage", resource: "*", isAllowed: false,
                reason: .reasonBoundary, statements: []),
        ]
        let context = page(SimulationPage(), language)
        return [
            ("Simulation", SimulationPage.render(.init(), context)),
            ("SimulationDecided", SimulationPage.render(.init(draft: draft, rows: rows), context)),
            (
                "SimulationRefused",
                SimulationPage.render(
                    .init(
                        draft: draft,
                        problems: .one(context[.contextLineNotValid("<x>")], at: "context")),
                    context)
            ),
        ]
    }

    private static func wayIn(_ language: Language) -> [(name: String, html: HTML)] {
        let guest = page(SignInPage(), language, nil)
        return [
            ("SignIn", SignInPage.render(.init(), guest)),
            (
                "SignInRefused",
                SignInPage.render(
                    .init(
                        isForOneAccount: true, account: "example", userName: "alice",
                        problems: .one(guest[.signInFailed])), guest)
            ),
            ("RootPassword", RootPasswordPage.render(.init(email: "root@example.com"), guest)),
            ("PasswordChange", PasswordChangePage.render(.init(), guest)),
            (
                "ForgottenPassword",
                ForgottenPasswordPage.render(.init(sendsMail: true), guest)
            ),
            (
                "ForgottenPasswordWithoutMail",
                ForgottenPasswordPage.render(.init(sendsMail: false), guest)
            ),
            (
                "SignUp",
                SignUpPage.render(
                    .init(
                        email: "root@example.com",
                        problems: .one(guest[.accountNameNotValid], at: "name")), guest)
            ),
            ("SignUpDone", SignUpPage.renderDone(email: "root@example.com", guest)),
            ("SignUpClosed", SignUpPage.renderClosed(guest)),
            ("SignOut", SignOutPage.render(guest)),
        ]
    }

    private static func secondFactors(_ language: Language) -> [(name: String, html: HTML)] {
        var guest = page(SecondFactorPage(), language, nil)
        guest.keyAccess = .here
        let offered = devices.map { OfferedDevice(id: $0.name, serialNumber: $0.serialNumber) }
        var context = page(AssignDevicePage(), language)
        context.keyAccess = .at("http://localhost:8426")
        context.deviceNeed = .from(now + .seconds(86_400))
        func assign(_ step: AssignDevicePage.Step, _ problems: FormProblems = .none) -> HTML {
            AssignDevicePage.render(
                .init(
                    principal: root, isExpected: step == .choose, step: step, name: "phone",
                    serialNumber: arn("mfa/phone").description,
                    seed: Secret("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"), question: question,
                    problems: problems), context)
        }
        return [
            (
                "SecondFactorCode",
                SecondFactorPage.render(
                    .init(
                        devices: offered, asked: offered[0],
                        problems: .one(guest[.signInFailed])), guest)
            ),
            (
                "SecondFactorKey",
                SecondFactorPage.render(
                    .init(devices: offered, asked: offered[1], question: question), guest)
            ),
            (
                "SecondFactorChoice",
                SecondFactorPage.render(
                    .init(devices: offered, asked: offered[0], isChoosing: true), guest)
            ),
            ("AssignDevice", assign(.choose)),
            ("AssignApp", assign(.virtual, .one(context[.codesNotAccepted], at: "code1"))),
            ("AssignToken", assign(.hardware)), ("AssignKeyElsewhere", assign(.key)),
        ]
    }

    private static func credentials(_ language: Language) -> [(name: String, html: HTML)] {
        let path = SecurityCredentialsPage(continued: true, open: .accessKeys)
        return [
            ("RootWarning", RootWarningPage.render(page(path, language))),
            (
                "RootCredentials",
                SecurityCredentialsPage.render(
                    .init(
                        principal: root, arn: arn("root").description, keys: keys,
                        devices: devices, open: .accessKeys),
                    page(path, language))
            ),
            (
                "UserCredentials",
                SecurityCredentialsPage.render(
                    .init(
                        principal: alice, arn: arn("user/alice").description, keys: [],
                        serviceKeys: [
                            .init(kind: .sshKey, typed: "ssh-rsa <AAAA>"),
                            .init(kind: .certificate, denial: "not authorized"),
                            .init(kind: .credential),
                        ],
                        sessions: [
                            SessionSummary(
                                id: "id", createdAt: now, lastSeenAt: now,
                                sourceAddress: "203.0.113.9", userAgent: "Chromium <1>",
                                isCurrent: false),
                            SessionSummary(
                                id: "other", createdAt: now - .seconds(3_600), lastSeenAt: now,
                                sourceAddress: "2001:db8::9",
                                userAgent: "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0 Safari/1",
                                isCurrent: true),
                        ], open: .password), page(path, language, alice))
            ),
            (
                "AccessKeyCreated",
                AccessKeyCreatedPage.render(
                    .init(
                        accessKeyID: "AKIARZPUZDIKAEXAMPLE",
                        secret: Secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
                        fileName: "rootkey.csv", back: path), page(path, language))
            ),
            (
                "ServicePassword",
                ServicePasswordPage.render(
                    .init(
                        service: "codecommit.amazonaws.com", name: "alice-at-123456789012",
                        secret: Secret("k1zPZM6uVxMQ3oxqgoYlNuJPyRTZ1vREs76zTQE3eJk="),
                        isAPIKey: false, back: path), page(path, language))
            ),
        ]
    }

    /// One of many users; of the third the reader may not know more than the name.
    private static func summary(_ number: Int) -> UserSummaryList.Row {
        let keyAge = Duration.seconds(86_400 * (90 + number / 2))
        let credentials = UserSummaryList.Row.Credentials(
            mfaDevices: number - 1, passwordChangedAt: now - Duration.seconds(86_400 * number),
            oldestKeyAt: number == 2 ? nil : now - keyAge, lastActiveAt: number == 1 ? now : nil)
        return UserSummaryList.Row(
            name: "user-\(number)", path: "/", createdAt: now - .seconds(86_400),
            passwordLastUsedAt: number == 1 ? now : nil, groups: number == 3 ? nil : number,
            credentials: number == 3 ? nil : credentials)
    }

    private static func users(_ language: Language) -> [(name: String, html: HTML)] {
        let rows = (1...50).map(summary)
        func user(_ tab: UserPage.Tab, _ content: UserPage.Content) -> HTML {
            UserPage.render(
                .init(
                    user: .init(
                        name: "alice", arn: arn("user/alice").description, path: "/",
                        createdAt: now - .seconds(86_400),
                        boundary: tab == .permissions ? administrator.description : nil),
                    tab: tab, content: content),
                page(UserPage(name: "alice", tab: tab), language, alice))
        }
        let own = PolicyList(
            attached: [.init(name: "AdministratorAccess", arn: administrator)],
            inline: [.init(name: "read", document: document)])
        return [
            (
                "Users",
                UsersPage.render(
                    .init(list: ListPage(rows: rows, total: 120, query: ListQuery())),
                    page(UsersPage(), language))
            ),
            (
                "UsersEmpty",
                UsersPage.render(
                    .init(list: ListPage(rows: [], total: 0, query: ListQuery())),
                    page(UsersPage(), language))
            ),
            (
                "UserPermissions",
                user(.permissions, .permissions(own, fromGroups: [("devs", PolicyList())]))
            ),
            ("UserGroups", user(.groups, .groups(member: ["devs"], others: ["ops", "<b>"]))),
            (
                "UserCredentialsTab",
                user(
                    .credentials,
                    .credentials(
                        keys: keys, devices: devices, serviceKeys: serviceKeys,
                        hasPassword: true))
            ),
            ("UserTags", user(.tags, .tags([("team", "\"a\" & b")]))),
        ]
    }

    private static func creation(_ language: Language) -> [(name: String, html: HTML)] {
        let context = page(CreateUserPage(), language)
        var draft = UserDraft()
        draft.name = "user-dev"
        draft.hasConsoleAccess = true
        draft.permissionsOption = .policy
        draft.policies = [administrator.description]
        var offers = PermissionOffers()
        offers.groups = ["devs"]
        offers.users = ["alice"]
        offers.search = "Administrator"
        offers.policyCount = 2
        offers.policies = [
            .init(name: "AdministratorAccess", arn: administrator, uses: 1),
            .init(name: "DatabaseAdministrator", arn: arn("policy/DatabaseAdministrator"), uses: 0),
        ]
        return [
            ("CreateUserDetails", CreateUserPage.render(.init(draft: draft), context)),
            (
                "CreateUserPermissions",
                CreateUserPage.render(
                    .init(step: .permissions, draft: draft, offers: offers), context)
            ),
            (
                "CreateUserReview",
                CreateUserPage.render(
                    .init(
                        step: .review, draft: draft,
                        review: [
                            (.userName, "user-dev"),
                            (.attachDirectly, context.badge("AdministratorAccess")),
                        ]),
                    context)
            ),
            (
                "UserCreated",
                UserCreatedPage.render(
                    .init(name: "user-dev", password: Secret("a<b&c"), principal: root), context)
            ),
        ]
    }

    private static func groupsAndPolicies(_ language: Language) -> [(name: String, html: HTML)] {
        let rows = [
            PoliciesPage.Row(
                name: "AdministratorAccess", arn: administrator, uses: 1,
                description: "Provides full access to AWS services and resources."),
            PoliciesPage.Row(name: "Mine", arn: arn("policy/Mine"), uses: 0),
        ]
        func policy(_ arn: ARN, _ tab: PolicyPage.Tab, _ content: PolicyPage.Content) -> HTML {
            PolicyPage.render(
                .init(
                    name: "Mine", arn: arn, description: "", createdAt: now, updatedAt: now,
                    tab: tab, content: content),
                page(PolicyPage(arn: arn, tab: tab), language))
        }
        let inWords = [
            "This policy has one statement.", "1 (Read). It allows:", "- Amazon S3 (s3): <x>",
            "On these resources:", "- arn:aws:s3:::logs", "- arn:aws:s3:::<x>",
        ]
        let broken = PolicyDraft(document: document, error: "Invalid Action: <x>", line: 4)
        var checked = CreatePolicyPage.View(name: "Mine", draft: PolicyDraft(document: document))
        let weights = ValidationFinding.Weight.allCases
        checked.draft.findings = weights.enumerated().map { index, weight in
            ValidationFinding(
                weight, "the action <x> is not known",
                learnMore: "https://docs.aws.amazon.com/x?a&b",
                lines: index + 1...index + 1, column: 3)
        }
        var sound = PolicyDraft(document: document)
        sound.findings = []
        return [
            (
                "Groups",
                GroupsPage.render(
                    .init(
                        list: ListPage(
                            rows: [.init(name: "devs", path: "/", createdAt: now)], total: 1,
                            query: ListQuery())),
                    page(GroupsPage(), language))
            ),
            ("CreateGroup", CreateGroupPage.render(.init(), page(CreateGroupPage(), language))),
            (
                "GroupUsers",
                GroupPage.render(
                    .init(
                        name: "devs", arn: arn("group/devs").description, path: "/",
                        createdAt: now, tab: .users,
                        content: .users(["alice"], total: 1, others: ["bob"])),
                    page(GroupPage(name: "devs"), language))
            ),
            (
                "Policies",
                PoliciesPage.render(
                    .init(list: ListPage(rows: rows, total: 2, query: ListQuery())),
                    page(PoliciesPage(), language))
            ),
            (
                "PolicyOfAWS",
                policy(
                    administrator, .permissions,
                    .permissions(version: "v2", document: document, summary: []))
            ),
            (
                "PolicyVersions",
                policy(
                    arn("policy/Mine"), .versions,
                    .versions(
                        .init(versions: [
                            .init(id: "v2", isDefault: true, createdAt: now),
                            .init(id: "v1", isDefault: false, createdAt: now - .seconds(90_000)),
                        ])))
            ),
            (
                "PolicyEntities",
                policy(
                    arn("policy/Mine"), .entities,
                    .entities(
                        .init(entities: [
                            .init(name: "alice", kind: .user), .init(name: "devs", kind: .group),
                            .init(name: "ops", kind: .role),
                            .init(name: "alice", kind: .user, isBoundary: true),
                        ])))
            ),
            (
                "PolicyEditor",
                policy(
                    arn("policy/Mine"), .permissions,
                    .permissions(version: "v2", document: document, summary: inWords))
            ),
            ("PolicyChecked", CreatePolicyPage.render(checked, page(CreatePolicyPage(), language))),
            (
                "PolicySound",
                CreatePolicyPage.render(
                    .init(name: "Mine", draft: sound), page(CreatePolicyPage(), language))
            ),
            (
                "CreatePolicyWithError",
                CreatePolicyPage.render(
                    .init(
                        name: "Mine", draft: broken,
                        problems: .one("Invalid Action: <x>", at: "document")),
                    page(CreatePolicyPage(), language))
            ),
        ]
    }

    private static func rest(_ language: Language) -> [(name: String, html: HTML)] {
        let settings = AccountSettingsPage.View(
            principal: alice, hasOwnRules: true,
            rules: .init(minimumLength: 12, requiresNumbers: true, maximumAgeDays: 90))
        let matches = SearchPage.pages(
            matching: "IAM", page(SearchPage(text: "IAM"), language))
        let denial = """
            User: arn:aws:iam::123456789012:user/alice is not authorized to perform: \
            iam:ListUsers on resource: arn:aws:iam::123456789012:user/ because no \
            identity-based policy allows the iam:ListUsers action
            """
        return [
            (
                "Home",
                HomePage.render(.init(check: check(3)), page(HomePage(), language), root)
            ),
            (
                "HomeOfUser",
                HomePage.render(.init(), withoutDevice(HomePage(), language), alice)
            ),
            (
                "Dashboard",
                DashboardPage.render(
                    .init(
                        principal: root, users: 1_485, groups: 3, policies: 0,
                        check: check(3)), page(DashboardPage(), language))
            ),
            (
                "DashboardDone",
                DashboardPage.render(
                    .init(principal: root, users: 2, groups: 1, policies: 1, check: check(8)),
                    withAdministrator(DashboardPage(), language))
            ),
            (
                "DashboardOfUser",
                DashboardPage.render(
                    .init(
                        principal: alice, users: 2, groups: 1, policies: 1,
                        check: .init(
                            lines: SecurityCheck.Subject.allCases.map {
                                .init(subject: $0, holds: $0 == .rootMFA ? true : nil)
                            })), withoutDevice(DashboardPage(), language))
            ),
            (
                "Search",
                SearchPage.render(
                    .init(text: "IAM", matches: matches), page(SearchPage(text: "IAM"), language))
            ),
            (
                "AccountSettings",
                AccountSettingsPage.render(settings, page(AccountSettingsPage(), language))
            ),
            ("Denied", ErrorPages.denied(denial, page(UsersPage(), language, alice))),
            ("NotFound", ErrorPages.notFound(nil, page(HomePage(), language))),
            ("Forged", ErrorPages.forged(page(HomePage(), language, nil))),
            ("UnknownHost", ErrorPages.unknownHost("id.internal", language)),
        ]
    }
}
