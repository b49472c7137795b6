import IAMIdentifiers
import IAMModel
import Operations

/// What the search box of the top bar finds: pages first, then users, groups, roles
/// and policies.
struct SearchPage: SignedInPage {
    static let description = PageDescription(.search)
    static let address = PageAddress<Self>(["console", "search"], [.search("q", \.text)])

    var text = ""

    /// Matches of each kind that are shown.
    private static let shown = 8
    /// A single letter is in nearly every name; only pages are searched for it.
    private static let shortestText = 2

    /// The matches as a page or, when Enter was pressed in the search box, the first one itself.
    func answer(_ request: SignedInRequest) async throws -> Reply {
        var matches = text.isEmpty ? [] : Self.pages(matching: text, request.page)
        if text.count >= Self.shortestText {
            matches += try await Self.things(matching: text, request)
        }
        if request.fields["open"] == "first", let first = matches.first {
            return .redirect(first.page)
        }
        return .page(Self.render(View(text: text, matches: matches), request.page))
    }

    /// Users, groups, roles and policies of those that the principal may list.
    private static func things(
        matching text: String, _ request: SignedInRequest
    ) async throws -> [Match] {
        let found = try await request.run(
            ConsoleSearch.self, ListQuery(search: text, size: shown))
        let users = found.users.compactMap(\.userName).map {
            Match(kind: .user, name: $0, page: UserPage(name: $0))
        }
        let groups = found.groups.map {
            Match(kind: .group, name: $0.groupName, page: GroupPage(name: $0.groupName))
        }
        let roles = found.roles.map {
            Match(kind: .role, name: $0.roleName, page: RolePage(name: $0.roleName))
        }
        let policies = found.policies.compactMap(PoliciesPage.row).map {
            Match(kind: .policy, name: $0.name, page: PolicyPage(arn: $0.arn))
        }
        return users + groups + roles + policies
    }
}
