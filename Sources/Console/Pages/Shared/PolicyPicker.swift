import IAMIdentifiers
import IAMModel
import Operations

/// What the step of permissions can offer, read from the account.
struct PermissionOffers: Sendable {
    struct Policy: Sendable, Equatable {
        var name: String
        var arn: ARN
        /// How many users and groups have it.
        var uses: Int
        /// How many actions it grants beside those that were searched for; nil where none were.
        var otherActions: Int?
    }

    var groups: [String] = []
    var users: [String] = []
    /// The first of the policies that answer the search, the best at the top.
    var policies: [Policy] = []
    /// How many answer it.
    var policyCount = 0
    var search = ""

    /// Rows of policies shown at once; a search narrows the rest.
    static let shownPolicies = 30
}

/// Managed policies to tick, with a search, in a wizard.
struct PolicyPicker {
    /// The search and its answers. Ticked policies that the search hides stay chosen, as chips.
    static func render(
        _ offers: PermissionOffers, chosen: [String], _ page: PageContext
    ) -> HTML {
        let shown = offers.policies
        let arns = Set<ExactText>(shown.map { ExactText($0.arn.description) })
        let ticked = Set<ExactText>(chosen.map(ExactText.init))
        let elsewhere = chosen.filter { !arns.contains($0) }
        let chips = elsewhere.map { arn in
            let name = arn.parts(at: "/", keepingEmpty: false).last ?? arn
            return page.choice(
                name, name: "policy", value: arn, isRadio: false, isChosen: true)
        }
        let rows = shown.map { policy in
            let isOurs = policy.arn.account != "aws"
            let number: HTML =
                policy.otherActions.map { page.cell(.otherActions, class: "number", "\($0)") }
                ?? page.cell(.entities, class: "number", "\(policy.uses)")
            let more: HTML = """
                \(page.cell(.type, "\(page[isOurs ? .customerManaged : .awsManaged])"))\
                \(number)
                """
            return PermissionsStep.row(
                "policy", "\(policy.arn)", label: policy.name, more,
                isChosen: ticked.contains("\(policy.arn)"), page)
        }
        let count = Phrase.range(
            rows.isEmpty ? 0 : 1, rows.count, of: offers.policyCount, in: page.language)
        return """
            <div class="find"><input type="search" name="search" value="\(offers.search)" \
            aria-label="\(page[.findPolicies])" \
            placeholder="\(page[.findPoliciesOrAction])" \
            maxlength="200" autocomplete="off" data-live="policy-list">\
            \(page.button(.searchButton, name: "go", value: "search"))</div>
            <div class="stack tight" id="policy-list">
            \(chips.isEmpty ? "" : """
                <fieldset class="choices"><legend class="group-label">\(page[.alsoChosen])</legend>
                \(chips)</fieldset>
                """)
            \(rows.isEmpty ? page.empty(.nothingFound) : page.table(
                page[.permissionsPolicies],
                columns: [
                    nil, .policyName, .type,
                    shown.first?.otherActions == nil ? .entities : .otherActions,
                ], rows: rows))
            <p class="quiet small" role="status">\(page[count])</p></div>
            """
    }
}

extension PermissionOffers {
    /// Adds the policies that answer a search.
    mutating func loadPolicies(_ request: SignedInRequest) async throws {
        search = ListQuery.searchText(request.fields, "search")
        if FindPoliciesPage.isAction(search), try await loadPoliciesByAction(request) { return }
        let query = ListQuery(search: search, size: Self.shownPolicies)
        var total = 0
        policies = try await request.permitted {
            let list = try await request.run(ManagedPolicyList.self, query)
            total = list.total
            return list.rows.compactMap(PoliciesPage.row).map {
                Policy(name: $0.name, arn: $0.arn, uses: $0.uses)
            }
        }
        policyCount = total
    }

    /// Those that grant what the search names, the smallest first.
    /// - Returns: false when it names no actions, so that it is a search like any other.
    private mutating func loadPoliciesByAction(_ request: SignedInRequest) async throws -> Bool {
        var found: FindPolicies.Output?
        let asked = search
        let refused = try await request.problem {
            found = try await request.run(FindPolicies.self, .init(actions: asked))
        }
        guard refused == nil, let found else { return false }
        policies = found.policies.filter { $0.missing.isEmpty }.compactMap { policy in
            ARN(policy.arn).map {
                Policy(name: policy.name, arn: $0, uses: 0, otherActions: policy.besides)
            }
        }
        policyCount = policies.count
        return true
    }
}
