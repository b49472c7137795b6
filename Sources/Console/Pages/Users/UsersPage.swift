import IAMModel
import Operations

/// The list of IAM users.
struct UsersPage: SignedInPage {
    static let description = PageDescription(
        .users, title: .users, within: DashboardPage.self, navigationLabel: .users,
        searchWords: [.users])
    static let address = PageAddress<Self>(["console", "iam", "users"], [.list(\.query)])

    var query = ListQuery()

    func answer(_ request: SignedInRequest) async throws -> Reply {
        let rows = try await request.all(IAM.ListUsers.self, .init()) { output in
            output.users.map {
                Row(
                    name: $0.userName ?? "", path: $0.path ?? "/", createdAt: $0.createDate,
                    passwordLastUsedAt: $0.passwordLastUsed)
            }
        }
        let matching = Ranking.matching(rows, for: query.search, by: \.name)
        return .page(Self.render(View(list: ListPage(matching, query)), request.page))
    }
}
