import IAMIdentifiers
import IAMModel
import Operations

extension PoliciesPage {
    static func load(_ query: ListQuery, _ visit: Visit) async throws -> Reply {
        let filter = Filter(rawValue: query.filter) ?? .all
        let rows = try await rows(visit, filter)
        let matching = Ranking.matching(rows, for: query.search, by: \.name)
        return .page(render(View(list: ListPage(matching, query)), visit.page))
    }

    /// Every managed policy that the filter lets through, by name.
    static func rows(_ visit: Visit, _ filter: Filter = .all) async throws -> [Row] {
        let scope: IAM.Shape.PolicyScopeType =
            switch filter {
            case .all, .attached: .all
            case .aws: .aws
            case .customer: .local
            }
        let rows = try await visit.all(
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
