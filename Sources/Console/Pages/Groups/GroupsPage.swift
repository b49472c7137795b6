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
        let list = try await request.run(GroupList.self, query).map { group in
            Row(name: group.groupName, path: group.path, createdAt: group.createDate)
        }
        return .page(Self.render(View(list: list), request.page))
    }
}
