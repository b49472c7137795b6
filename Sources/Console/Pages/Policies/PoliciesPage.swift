import IAMIdentifiers
import IAMModel
import Operations

/// The list of managed policies: AWS's own and the account's.
struct PoliciesPage: SignedInPage {
    static let description = PageDescription(
        .policies, title: .policies, within: DashboardPage.self, navigationLabel: .policies,
        searchWords: [.policies])
    static let address = PageAddress<Self>(["console", "iam", "policies"], [.list(\.query)])

    var query = ListQuery()

    /// The account's own policies.
    static var customer: PoliciesPage {
        var page = PoliciesPage()
        page.query.filter = ManagedPolicyList.Filter.customer.rawValue
        return page
    }

    func answer(_ request: SignedInRequest) async throws -> Reply {
        if FindPoliciesPage.isAction(query.search) {
            return .redirect(FindPoliciesPage(actions: query.search))
        }
        let list = try await request.run(ManagedPolicyList.self, query)
        let rows = list.rows.compactMap(Self.row)
        return .page(
            Self.render(
                View(list: ListPage(rows: rows, total: list.total, query: list.query)),
                request.page))
    }

    static func row(_ policy: IAM.Shape.Policy) -> Row? {
        guard let name = policy.policyName, let arn = policy.arn.flatMap({ ARN($0) }) else {
            return nil
        }
        return Row(
            name: name, arn: arn, uses: policy.attachmentCount ?? 0,
            description: policy.description ?? "")
    }
}
