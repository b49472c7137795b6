import IAMIdentifiers
import IAMModel
import Operations

/// What the search box of the top bar finds: pages first, then users, groups and policies.
struct SearchPage: SignedInPage {
    static let description = PageDescription(
        .search)
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
            matches +=
                try await Self.users(text, request) + Self.groups(text, request)
                + Self.policies(text, request)
        }
        if request.fields["open"] == "first", let first = matches.first {
            return .redirect(first.page)
        }
        return .page(Self.render(View(text: text, matches: matches), request.page))
    }

    private static func users(_ text: String, _ request: SignedInRequest) async throws -> [Match] {
        let names = try await request.permitted {
            try await request.all(IAM.ListUsers.self, .init()) { $0.users.compactMap(\.userName) }
        }
        return Ranking.matching(names, for: text, by: \.self).prefix(shown).map {
            Match(kind: .user, name: $0, page: UserPage(name: $0))
        }
    }

    private static func groups(_ text: String, _ request: SignedInRequest) async throws -> [Match] {
        let names = try await request.permitted {
            try await request.all(IAM.ListGroups.self, .init()) { $0.groups.map(\.groupName) }
        }
        return Ranking.matching(names, for: text, by: \.self).prefix(shown).map {
            Match(kind: .group, name: $0, page: GroupPage(name: $0))
        }
    }

    private static func policies(_ text: String, _ request: SignedInRequest) async throws -> [Match]
    {
        let found = try await request.permitted { try await PoliciesPage.rows(request) }
        return Ranking.matching(found, for: text, by: \.name).prefix(shown).map {
            Match(kind: .policy, name: $0.name, page: PolicyPage(arn: $0.arn))
        }
    }
}
