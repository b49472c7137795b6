import IAMIdentifiers
import Operations
import Testing

@testable import Console

@Suite struct PageAddressTests {
    static let policy = ARN(service: "iam", account: "aws", resource: "policy/service-role/X")
    static let ours = ARN(service: "iam", account: "123456789012", resource: "policy/a%b/한/P")
    static var listing: ListQuery {
        var query = ListQuery()
        query.search = "a&b=c d+e/한"
        query.filter = "customer"
        query.sort = "created"
        query.isDescending = true
        query.page = 3
        return query
    }

    struct Case: CustomTestStringConvertible {
        var page: any ConsolePage
        var testDescription: String { page.href }
    }

    private static let pages: [any ConsolePage] = [
        SignUpPage(), SignUpPage(token: "abc-_"), SignInPage(), SignInPage(asRoot: true),
        AccountSignInPage(account: "my-account"), AccountSignInPage(account: "a/b c"),
        RootPasswordPage(), PasswordChangePage(), ForgottenPasswordPage(), SignOutPage(),
        PreferencesPage(), HomePage(), SearchPage(), SearchPage(text: "IAM & 사용자"),
        SecurityCredentialsPage(), SecurityCredentialsPage(continued: true, open: .accessKeys),
        KeyFilePage(), DashboardPage(), UsersPage(), UsersPage(query: listing),
        CreateUserPage(), UserPage(name: "alice"),
        UserPage(name: "a+b=c,d.e@f_g-h", tab: .tags), UserPage(name: "..", tab: .groups),
        UserPage(name: "create", tab: .credentials), GroupsPage(query: listing),
        CreateGroupPage(), GroupPage(name: "devs", tab: .permissions),
        RolesPage(query: listing), CreateRolePage(), RolePage(name: "create-role"),
        RolePage(name: "a+b=c,d.e@f_g-h", tab: .trust), RolePage(name: "..", tab: .sessions),
        PoliciesPage(query: listing), CreatePolicyPage(), PolicyPage(arn: policy),
        EventHistoryPage(),
        EventHistoryPage(
            filter: .resourceName, value: "a & b", from: "2026-11-01", to: "2026-11-30",
            after: "x_-"),
        EventPage(id: "3fcfb182-98f8-4744-bd45-10a395ab61cb"),
        PolicyPage(arn: ours, tab: .versions),
        PolicyPage(arn: ours, tab: .versions, from: "v1", to: "v12"),
        InlinePolicyPage(kind: .role, owner: "a+b", policy: "c & d"), AccountSettingsPage(),
        SimulationPage(),
        SimulationPage(user: "a+b"), SimulationPage(group: "devs & ops"),
    ]
    static let cases = pages.map { Case(page: $0) }

    @Test(arguments: cases) func isReadBackToTheSame(_ c: Case) throws {
        let read = try #require(RequestedPage(reading: c.page.href)).page
        #expect(AnyHashable(read) == AnyHashable(c.page))
    }

    @Test(arguments: [
        "/console/nothing", "/console/iam/users/a/b", "/console/iam/users/%zz", "//evil.example",
        "/console/iam/nothing", "/signin/root/password/x", "signin", "",
        "/console/iam/policies/aws",
        "/console/iam/policies//x", "/console/iam/users?tab=%zz",
    ])
    func anAddressThatDoesNotExistIsNone(_ address: String) {
        #expect(RequestedPage(reading: address) == nil)
    }

    @Test func aSlashAtTheEndIsTheSameAddress() {
        #expect(RequestedPage(path: "/console/", query: "")?.page is HomePage)
        #expect(RequestedPage(path: "/console/iam/users/", query: "")?.page is UsersPage)
    }

    @Test func whatIsNoneOfTheChoicesIsTheFirst() throws {
        let page = try #require(RequestedPage(reading: "/console/iam/users/a?tab=none")).page
        #expect(page as? UserPage == UserPage(name: "a", tab: .permissions))
    }

    @Test func aPathIsNeverTakenForAnotherHost() {
        #expect(AccountSignInPage(account: "/evil.example").href.hasPrefix("/signin/%2F"))
    }
}
