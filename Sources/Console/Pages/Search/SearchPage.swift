import IAMIdentifiers
import IAMModel
import Operations

extension SearchPage {
    /// Matches of each kind that are shown.
    private static let shown = 8
    /// A single letter is in nearly every name; only pages are searched for it.
    private static let shortestText = 2

    /// The matches as a page or, when Enter was pressed in the search box, the first one itself.
    static func load(_ text: String, _ visit: Visit) async throws -> Reply {
        var matches = text.isEmpty ? [] : pages(matching: text, in: visit.page.language)
        if text.count >= shortestText {
            matches += try await users(text, visit) + groups(text, visit) + policies(text, visit)
        }
        if visit.fields["open"] == "first", let first = matches.first {
            return .redirect(first.path)
        }
        return .page(render(View(text: text, matches: matches), visit.page))
    }

    private static func users(_ text: String, _ visit: Visit) async throws -> [Match] {
        let names = try await visit.permitted {
            try await visit.all(IAM.ListUsers.self, .init()) { $0.users.compactMap(\.userName) }
        }
        return Ranking.matching(names, for: text, by: \.self).prefix(shown).map {
            Match(kind: .user, name: $0, path: .user($0, .permissions))
        }
    }

    private static func groups(_ text: String, _ visit: Visit) async throws -> [Match] {
        let names = try await visit.permitted {
            try await visit.all(IAM.ListGroups.self, .init()) { $0.groups.map(\.groupName) }
        }
        return Ranking.matching(names, for: text, by: \.self).prefix(shown).map {
            Match(kind: .group, name: $0, path: .group($0, .users))
        }
    }

    private static func policies(_ text: String, _ visit: Visit) async throws -> [Match] {
        let found = try await visit.permitted { try await PoliciesPage.rows(visit) }
        return Ranking.matching(found, for: text, by: \.name).prefix(shown).map {
            Match(kind: .policy, name: $0.name, path: .policy($0.arn, .permissions))
        }
    }
}
