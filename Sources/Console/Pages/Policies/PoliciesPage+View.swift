import IAMIdentifiers

/// The list of managed policies: AWS's own and the account's.
struct PoliciesPage {
    /// Which of them are listed; the value is the filter in the address.
    enum Filter: String, CaseIterable {
        case all = ""
        case aws, customer, attached
    }

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
        let rows = view.list.rows.map { row in
            """
            <tr><th scope="row"><a href="\(ConsolePath.policy(row.arn, .permissions))">\(row.name)\
            </a></th>
            <td>\(page[row.arn.account == "aws" ? .awsManaged : .customerManaged])</td>
            <td class="number">\(row.uses)</td>
            <td class="second-line quiet">\(row.description)</td></tr>
            """ as HTML
        }
        let list: HTML =
            rows.isEmpty
            ? page.empty(
                query.search.isEmpty ? .noPoliciesYet : .nothingFound,
                query.search.isEmpty ? page.linkButton(.createPolicy, to: .createPolicy) : "")
            : """
            <div class="stack tight">\(page.table(
                page[.policies], columns: [.policyName, .type, .entities, .description],
                rows: rows))
            \(page.pages(of: view.list) { .policies(.init(query: $0)) })</div>
            """
        return page.document(
            page[.policies], lead: page[.policiesLead], crumbs: [(.identityAndAccess, .dashboard)],
            actions: page.goButton(.createPolicy, .primary, to: .createPolicy),
            content: """
                \(page.find(.findPolicies, in: query, to: .policies(.all)))
                \(filters(query, page))
                \(list)
                """)
    }

    private static func filters(_ query: ListQuery, _ page: PageContext) -> HTML {
        let names: [(Filter, Phrase)] = [
            (.all, .allPolicies), (.aws, .awsManaged), (.customer, .customerManaged),
            (.attached, .inUse),
        ]
        let target = { (filter: Filter) -> ConsolePath in
            var other = query.at(page: 1)
            other.filter = filter.rawValue
            return .policies(.init(query: other))
        }
        let current = Filter(rawValue: query.filter) ?? .all
        return page.tabs(names.map { ($0.1, target($0.0)) }, current: target(current))
    }
}

extension ConsolePath.Listing {
    /// The account's own policies.
    static var customer: Self {
        var query = ListQuery()
        query.filter = PoliciesPage.Filter.customer.rawValue
        return Self(query: query)
    }
}
