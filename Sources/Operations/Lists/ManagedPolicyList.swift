package import AWSWire
import IAMIdentifiers
package import IAMModel
import Store

/// One page of the managed policies that the account sees, its own and AWS's, by name. To the
/// policies and in the audit record it is ListPolicies.
package enum ManagedPolicyList: ReadingHandler {
    package static let facts = IAM.ListPolicies.facts
    package typealias Input = ListQuery
    package typealias Output = ListPage<IAM.Shape.Policy>

    /// Which of them are listed, by its name in a query.
    package enum Filter: String, Sendable, CaseIterable {
        case all = ""
        case aws, customer
        /// Those that are attached to a user, group or role.
        case attached
    }

    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        try IAM.ListPolicies.target(.init(), call)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let filter = Filter(rawValue: input.filter) ?? .all
        let attached =
            filter == .attached
            ? Set<ExactText>(
                try call.tables.policyUses.arns(usedAs: .permissions).map(ExactText.init)) : nil
        let aws = filter == .customer ? [] : awsPolicies(input, attached, call)
        let names = attached.map { $0.map { ManagedPolicies.name(ofARN: $0.text).asciiLowercased } }
        let customers =
            filter == .aws
            ? 0 : try call.tables.managedPolicies.count(holding: input.search, among: names)
        let query = input.within(customers + aws.count)
        // No row of the page is behind as many of the account's own policies as the page ends at.
        let own =
            customers == 0
            ? []
            : try call.tables.managedPolicies.list(
                ListSlice(
                    holding: query.search, by: .name, descending: query.isDescending, offset: 0,
                    limit: query.offset + query.size), among: names)
        let page = sorted(own.map(AnyManagedPolicy.customer) + aws, by: query)
            .dropFirst(query.offset).prefix(query.size)
        let uses = try call.tables.policyUses.counts(of: page.map(\.arn))
        return Output(
            rows: page.map { policy in
                let counts = uses[policy.arn] ?? PolicyUseTable.Counts()
                return switch policy {
                case .customer(let policy): IAM.Shape.Policy(policy, counts)
                case .aws(let policy): IAM.Shape.Policy(policy, counts)
                }
            },
            total: customers + aws.count, query: query)
    }

    private static func awsPolicies(
        _ query: ListQuery, _ attached: Set<ExactText>?, _ call: Call
    ) -> [AnyManagedPolicy] {
        call.services.awsManagedPolicies.all.filter { policy in
            query.rank(policy.name) != nil && attached?.contains(policy.arnText) != false
        }.map(AnyManagedPolicy.aws)
    }

    /// As ``ListSlice`` sorts rows.
    private static func sorted(
        _ policies: [AnyManagedPolicy], by query: ListQuery
    ) -> [AnyManagedPolicy] {
        let keyed = policies.map { policy in
            (policy, query.rank(ManagedPolicies.name(ofARN: policy.arn)) ?? 2, policy.sortKey)
        }
        return keyed.sorted { left, right in
            guard left.1 == right.1 else { return left.1 < right.1 }
            return query.isDescending
                ? ExactText(left.2) > ExactText(right.2) : ExactText(left.2) < ExactText(right.2)
        }.map(\.0)
    }
}
