import AWSWire
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

@testable import Console

/// What holds for every page that has a name.
@Suite struct PagesTests {
    /// A page of each name, of what `service()` has.
    private static func example(_ name: PageName) -> any ConsolePage {
        switch name {
        case .accountSignIn: AccountSignInPage(account: TestService.accountID.description)
        case .samlProviderSignIn: SAMLProviderSignInPage(provider: "SAMLSPEXAMPLE")
        case .user: UserPage(name: "bob")
        case .group: GroupPage(name: "devs")
        case .inlinePolicy: InlinePolicyPage(kind: .group, owner: "devs")
        case .samlProvider: SAMLProviderPage(name: "Corp")
        case .openIDConnectProvider: OpenIDConnectProviderPage(name: "id.example.com/a")
        case .role: RolePage(name: "ops")
        case .event: EventPage(id: eventID)
        case .policy:
            PolicyPage(
                arn: ARN(service: "iam", account: "aws", resource: "policy/AdministratorAccess"))
        case .signIn, .rootPassword, .secondFactor, .passwordChange, .forgottenPassword, .signOut,
            .signUp,
            .preferences, .search, .switchRole, .samlSignIn, .federation, .lostDevice, .recoverMFA,
            .cancelRecovery, .dashboard, .users,
            .createUser, .groups, .createGroup, .roles, .createRole,
            .identityProviders, .createIdentityProvider, .policies, .createPolicy, .simulation,
            .findPolicies, .credentialReport, .credentialReportFile, .unusedAccess,
            .eventHistory,
            .accountSettings, .account, .securityCredentials,
            .assignDevice, .keyFile, .home, .resetPassword, .acceptOwnership, .reopenAccount,
            .closedAccount,
            .changeEmail, .changeRootPassword, .transferOwnership, .closeAccount, .confirmIdentity:
            name.route.page.init()
        }
    }

    private static let eventID = "3fcfb182-98f8-4744-bd45-10a395ab61cb"

    private static func service() async throws -> TestService {
        let service = try await TestService(users: ["bob"])
        try await service.run(IAM.CreateGroup.self, .init(groupName: "devs"))
        try await service.run(
            IAM.CreateSAMLProvider.self,
            .init(samlMetadataDocument: SAMLIdentityProvider().metadata, name: "Corp"))
        try await service.run(
            IAM.CreateOpenIDConnectProvider.self, .init(url: "https://id.example.com/a"))
        try await service.run(
            IAM.CreateRole.self,
            .init(roleName: "ops", assumeRolePolicyDocument: Policies.trust()))
        let now = service.clock.now
        try await service.services.database.write {
            try AuditEventTable($0).append(
                .init(
                    account: TestService.accountID, id: eventID, at: now, name: "CreateUser",
                    record: "{}"), nil)
        }
        return service
    }

    @Test(arguments: PageName.allCases) func aNameIsOfItsOwnPage(_ name: PageName) {
        #expect(name.route.page.description.name == name)
    }

    @Test(arguments: PageName.allCases) func anAddressIsOfOnePageAlone(_ name: PageName) throws {
        let page = Self.example(name)
        let read = try #require(RequestedPage(reading: page.href)).page
        #expect(AnyHashable(read) == AnyHashable(page))
    }

    @Test func everyPageAnswersWhoMaySeeIt() async throws {
        let service = try await Self.service()
        for name in PageName.allCases {
            // Each in a browser of its own: one of them signs out.
            let browser = try await ConversationTests.root(of: service)
            let answer = await browser.get(Self.example(name))
            #expect(answer.status != 404 && answer.status < 500, "\(name): \(answer.status)")
        }
    }

    @Test func whoIsNotSignedInSeesThePagesThatAreOpen() async throws {
        let service = try await Self.service()
        for name in PageName.allCases {
            let browser = Browser(Console(service.services, isSignUpOpen: true))
            let page = Self.example(name)
            let answer = await browser.get(page)
            switch name.route {
            // It is for programs, and says what is missing.
            case .open where name == .federation: #expect(answer.status == 400)
            case .open: #expect(answer.status < 400, "\(name)")
            case .signedIn: #expect(answer.address == "/signin", "\(name)")
            }
        }
    }

    @Test func whoMaySeeAPageIsToldByItsAudience() {
        #expect(
            Audience.everyone.includes(Gallery.root) && Audience.everyone.includes(Gallery.alice))
        #expect(
            Audience.rootUser.includes(Gallery.root) && !Audience.rootUser.includes(Gallery.alice))
        #expect(
            Audience.iamUsers.includes(Gallery.alice) && !Audience.iamUsers.includes(Gallery.root))
        for principal in [Gallery.role, Gallery.bob] {
            #expect(Audience.everyone.includes(principal))
            #expect(!Audience.credentialHolders.includes(principal))
            #expect(
                !Audience.iamUsers.includes(principal) && !Audience.rootUser.includes(principal))
        }
    }

    /// A page that something leads to says what it is called.
    @Test(arguments: PageName.allCases) func whatIsLinkedToHasATitle(_ name: PageName) {
        let page = name.route.page
        if page.description.navigationLabel != nil || !page.description.searchWords.isEmpty {
            #expect(page.description.title != nil)
        }
        #expect(page.trail.allSatisfy { $0.description.title != nil })
    }
}
