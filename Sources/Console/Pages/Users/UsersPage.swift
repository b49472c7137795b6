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
        let list = try await request.run(UserSummaryList.self, query)
        return .page(Self.render(View(list: list), request.page))
    }
}
