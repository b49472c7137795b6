import IAMModel
import Operations

/// The list of roles.
struct RolesPage: SignedInPage {
    static let description = PageDescription(
        .roles, title: .roles, within: DashboardPage.self, navigationLabel: .roles,
        searchWords: [.roles])
    static let address = PageAddress<Self>(["console", "iam", "roles"], [.list(\.query)])

    var query = ListQuery()

    func answer(_ request: SignedInRequest) async throws -> Reply {
        let list = try await request.run(RoleList.self, query)
        let rows = list.rows.map { role in
            Row(
                name: role.roleName, createdAt: role.createDate,
                lastUsedAt: role.roleLastUsed?.lastUsedDate,
                trusted: TrustedEntity.all(
                    in: PolicyList.decoded(role.assumeRolePolicyDocument ?? "")))
        }
        let view = View(
            list: ListPage(rows: rows, total: list.total, query: list.query),
            tellsUse: list.rows.contains { $0.roleLastUsed != nil })
        return .page(Self.render(view, request.page))
    }
}
