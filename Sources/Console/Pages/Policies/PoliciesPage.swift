import IAMIdentifiers
import IAMModel
import Operations

/// The list of managed policies: AWS's own and the account's.
struct PoliciesPage: SignedInPage {
    static let description = PageDescription(
        .policies, title: .policies, within: DashboardPage.self, navigationLabel: .policies,
        searchWords: [.policies])
    static let address = PageAddress<Self>(["console", "iam", "policies"], [.list(\.query)])

    /// Which of them are listed; the value is the filter in the address.
    enum Filter: String, CaseIterable {
        case all = ""
        case aws, customer, attached
    }

    var query = ListQuery()

    /// The account's own policies.
    static var customer: PoliciesPage {
        var page = PoliciesPage()
        page.query.filter = Filter.customer.rawValue
        return page
    }

    func answer(_ request: SignedInRequest) async throws -> Reply {
        let filter = Filter(rawValue: query.filter) ?? .all
        let rows = try await Self.rows(request, filter)
        let matching = Ranking.matching(rows, for: query.search, by: \.name)
        return .page(Self.render(View(list: ListPage(matching, query)), request.page))
    }

    /// Every managed policy that the filter lets through, by name.
    static func rows(_ request: SignedInRequest, _ filter: Filter = .all) async throws -> [Row] {
        let scope: IAM.Shape.PolicyScopeType =
            switch filter {
            case .all, .attached: .all
            case .aws: .aws
            case .customer: .local
            }
        let rows = try await request.all(
            IAM.ListPolicies.self, .init(scope: scope, onlyAttached: filter == .attached)
        ) { $0.policies?.compactMap(row) }
        return rows.sorted { ($0.name, $0.arn.description) < ($1.name, $1.arn.description) }
    }

    private static func row(_ policy: IAM.Shape.Policy) -> Row? {
        guard let name = policy.policyName, let arn = policy.arn.flatMap({ ARN($0) }) else {
            return nil
        }
        return Row(
            name: name, arn: arn, uses: policy.attachmentCount ?? 0,
            description: policy.description ?? "")
    }
}
