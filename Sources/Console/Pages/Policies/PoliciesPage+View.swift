import IAMIdentifiers
import Operations

extension PoliciesPage {
    struct Row: Sendable, Equatable {
        var name: String
        var arn: ARN
        var uses: Int
        var description = ""
    }

    struct View {
        var list: ListPage<Row>
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let query = view.list.query
        let target = { PoliciesPage(query: $0) }
        let rows = view.list.rows.map { row in
            """
            <tr><th scope="row"><a href="\(PolicyPage(arn: row.arn))">\(row.name)\
            </a></th>
            \(page.cell(
                .type, "\(page[row.arn.account == "aws" ? .awsManaged : .customerManaged])"))
            \(page.cell(.entities, class: "number", "\(row.uses)"))
            <td class="quiet">\(row.description)</td></tr>
            """ as HTML
        }
        let list: HTML =
            rows.isEmpty
            ? page.empty(
                query.search.isEmpty ? .noPoliciesYet : .nothingFound,
                query.search.isEmpty ? page.linkButton(.createPolicy, to: CreatePolicyPage()) : "")
            : """
            <div class="stack tight">\(page.table(
                page[.policies],
                head: [page.heading(.policyName, sorting: query, at: target)]
                    + [.type, .entities, .description].map(page.heading), rows: rows))
            \(page.pages(of: view.list, at: target))</div>
            """
        return page.document(
            page[.policies], lead: page[.policiesLead],
            actions: """
                \(page.goButton(.findByAction, to: FindPoliciesPage()))\
                \(page.goButton(.createPolicy, .primary, to: CreatePolicyPage()))
                """,
            content: """
                \(page.find(.findPolicies, in: query, to: PoliciesPage()))
                \(filters(query, page))
                \(list)
                """)
    }

    private static func filters(_ query: ListQuery, _ page: PageContext) -> HTML {
        let names: [(ManagedPolicyList.Filter, Phrase)] = [
            (.all, .allPolicies), (.aws, .awsManaged), (.customer, .customerManaged),
            (.attached, .inUse),
        ]
        let target = { (filter: ManagedPolicyList.Filter) -> PoliciesPage in
            var other = query.at(page: 1)
            other.filter = filter.rawValue
            return PoliciesPage(query: other)
        }
        let current = ManagedPolicyList.Filter(rawValue: query.filter) ?? .all
        return page.tabs(names.map { ($0.1, target($0.0)) }, current: target(current))
    }
}
