import AWSWire
import IAMModel
import Operations

/// The list of groups.
struct GroupsPage: SignedInPage {
    static let description = PageDescription(
        .groups, title: .groups, within: DashboardPage.self, navigationLabel: .groups,
        searchWords: [.groups])
    static let address = PageAddress<Self>(["console", "iam", "groups"], [.list(\.query)])

    var query = ListQuery()

    func answer(_ request: SignedInRequest) async throws -> Reply {
        let rows = try await request.all(IAM.ListGroups.self, .init()) { output in
            output.groups.map { Row(name: $0.groupName, path: $0.path, createdAt: $0.createDate) }
        }
        let matching = Ranking.matching(rows, for: query.search, by: \.name)
        return .page(Self.render(View(list: ListPage(matching, query)), request.page))
    }
}
