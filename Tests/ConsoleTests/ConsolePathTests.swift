import IAMIdentifiers
import Testing

@testable import Console

@Suite struct ConsolePathTests {
    static let policy = ARN(service: "iam", account: "aws", resource: "policy/service-role/X")
    static let ours = ARN(service: "iam", account: "123456789012", resource: "policy/a%b/한/P")
    static var listing: ConsolePath.Listing {
        var query = ListQuery()
        query.search = "a&b=c d+e/한"
        query.filter = "customer"
        query.page = 3
        return ConsolePath.Listing(query: query)
    }

    static let paths: [ConsolePath] = [
        .signUp(token: ""), .signUp(token: "abc-_"), .signIn(asRoot: false), .signIn(asRoot: true),
        .accountSignIn("my-account"), .accountSignIn("a/b c"), .rootPassword, .passwordChange,
        .forgottenPassword, .signOut, .preferences, .home, .search(""), .search("IAM & 사용자"),
        .securityCredentials(continued: false),
        .securityCredentials(continued: true, open: .accessKeys), .keyFile, .dashboard,
        .users(.all), .users(listing), .createUser, .user("alice", .permissions),
        .user("a+b=c,d.e@f_g-h", .tags), .user("..", .groups), .user("create", .credentials),
        .groups(listing), .createGroup, .group("devs", .permissions), .policies(listing),
        .createPolicy, .policy(policy, .permissions), .policy(ours, .versions),
        .accountSettings, .simulation(nil), .simulation(.user("a+b")),
        .simulation(.group("devs & ops")), .asset("console-0123.css"),
    ]

    @Test(arguments: paths) func isReadBackToTheSame(_ path: ConsolePath) {
        let parts = path.description.split(separator: "?", maxSplits: 1).map(String.init)
        #expect(ConsolePath(path: parts[0], query: parts.count > 1 ? parts[1] : "") == path)
    }

    @Test(arguments: [
        "/console/nothing", "/console/iam/users/a/b", "/console/iam/users/%zz", "//evil.example",
        "/console/iam/roles", "/signin/root/password/x", "signin", "", "/console/iam/policies/aws",
    ])
    func anAddressThatDoesNotExistIsNone(_ path: String) {
        #expect(ConsolePath(path: path, query: "") == nil)
    }

    @Test func aSlashAtTheEndIsTheSameAddress() {
        #expect(ConsolePath(path: "/console/", query: "") == .home)
        #expect(ConsolePath(path: "/console/iam/users/", query: "") == .users(.all))
    }

    @Test func aPathIsNeverTakenForAnotherHost() {
        #expect(ConsolePath.accountSignIn("/evil.example").description.hasPrefix("/signin/%2F"))
    }
}
