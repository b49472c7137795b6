import IAMModel
import Operations

extension UsersPage {
    static func load(_ query: ListQuery, _ visit: Visit) async throws -> Reply {
        let rows = try await visit.all(IAM.ListUsers.self, .init()) { output in
            output.users.map {
                Row(
                    name: $0.userName ?? "", path: $0.path ?? "/", createdAt: $0.createDate,
                    passwordLastUsedAt: $0.passwordLastUsed)
            }
        }
        let matching = Ranking.matching(rows, for: query.search, by: \.name)
        return .page(render(View(list: ListPage(matching, query)), visit.page))
    }
}
