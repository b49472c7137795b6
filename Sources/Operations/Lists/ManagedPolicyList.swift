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
        let use: PolicyUseTable.Use? = filter == .attached ? .permissions : nil
        let aws =
            filter == .customer ? [] : found(among: try call.awsPolicies(usedAs: use), by: input)
        let table = call.tables.managedPolicies
        let customers =
            filter == .aws ? 0 : try table.count(holding: input.search, usedAs: use)
        let query = input.within(customers + aws.count)
        // No row of the page is behind as many of the account's own policies as the page ends at.
        let names =
            customers == 0
            ? [] : try table.names(slice(query, 0..<query.offset + query.size), usedAs: use)
        let page = Part(of: query, names, aws)
        let own =
            page.own.isEmpty ? [] : try table.list(slice(query, page.own), usedAs: use)
        var next = own.makeIterator()
        let policies = page.rows.compactMap { policy in
            policy.map(AnyManagedPolicy.aws) ?? next.next().map(AnyManagedPolicy.customer)
        }
        let uses = try call.tables.policyUses.counts(of: policies.map(\.arn))
        return Output(
            rows: policies.map { IAM.Shape.Policy($0, uses) }, total: customers + aws.count,
            query: query)
    }

    private static func slice(
        _ query: ListQuery, _ rows: Range<Int>
    ) -> ListSlice<ManagedPolicyTable.Order> {
        ListSlice(
            holding: query.search, by: .name, descending: query.isDescending,
            offset: rows.lowerBound, limit: rows.count)
    }

    /// AWS's policies that the search finds, as ``ListSlice`` sorts rows.
    /// - Parameter policies: by name.
    private static func found(
        among policies: [AWSManagedPolicy], by query: ListQuery
    ) -> [AWSManagedPolicy] {
        guard !query.search.isEmpty else {
            return query.isDescending ? policies.reversed() : policies
        }
        var ranks: [[AWSManagedPolicy]] = [[], [], []]
        for policy in policies {
            if let rank = query.rank(ofKey: policy.nameKey) { ranks[rank].append(policy) }
        }
        return ranks.flatMap { query.isDescending ? $0.reversed() : $0 }
    }

    /// The rows of one page, of the account's own policies and AWS's together.
    private struct Part {
        /// AWS's policies in their places, and nil in the places of the account's own.
        private(set) var rows: [AWSManagedPolicy?] = []
        /// Which of the account's own are on the page, counted from the first that was found.
        let own: Range<Int>

        /// - Parameters:
        ///   - names: those of the account's own policies, in lower case, in their order.
        ///   - aws: AWS's policies, in theirs.
        init(of query: ListQuery, _ names: [String], _ aws: [AWSManagedPolicy]) {
            var (ownCount, awsCount) = (0, 0)
            let end = min(query.offset + query.size, names.count + aws.count)
            while ownCount + awsCount < end {
                let isOwn =
                    awsCount == aws.count
                    || ownCount < names.count
                        && query.puts(names[ownCount], before: aws[awsCount].nameKey)
                if ownCount + awsCount >= query.offset {
                    rows.append(isOwn ? nil : aws[awsCount])
                }
                if isOwn { ownCount += 1 } else { awsCount += 1 }
            }
            own = ownCount - rows.count { $0 == nil }..<ownCount
        }
    }
}

extension ListQuery {
    /// Whether an own policy comes before one of AWS's, by their names in lower case.
    fileprivate func puts(_ own: String, before aws: String) -> Bool {
        let ranks = (rank(ofKey: own) ?? 2, rank(ofKey: aws) ?? 2)
        guard ranks.0 == ranks.1 else { return ranks.0 < ranks.1 }
        let (own, aws) = (ExactText(own), ExactText(aws))
        return isDescending ? own > aws : own <= aws
    }
}
