import IAMIdentifiers
import IAMPolicy
import Operations

extension FindPoliciesPage {
    enum Form: String { case find }

    struct View {
        /// What is asked for.
        var page: FindPoliciesPage
        /// The actions that are ticked.
        var chosen: [String] = []
        /// Those of the service and level that are picked.
        var offered: [String] = []
        /// All services with their names.
        var services: [(prefix: String, name: String)] = []
        /// Nil before something was asked.
        var found: FindPolicies.Output?
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.document(
            page[.findByAction], lead: page[.findByActionLead],
            content: """
                \(page.summary(view.problems))
                \(page.form(Form.find, to: FindPoliciesPage(), class: "stack", """
                    \(page.card(page[.whichActions], """
                        \(page.lines(
                            LinesField(
                                label: .actionsToFind, name: "actions", value: view.page.actions,
                                hint: .actionsToFindHint, rows: 3), view.problems))
                        \(pickers(view, page))
                        \(offered(view, page))
                        """))
                    <div class="actions">\(page.button(.findTheSmallest, .primary))</div>
                    """))
                \(view.found.map { results($0, page) })
                """)
    }

    private static func pickers(_ view: View, _ page: PageContext) -> HTML {
        let services = view.services.map { prefix, name -> HTML in
            """
            <option value="\(prefix)"\(" selected", if: prefix == view.page.service)>\
            \(name) (\(prefix))</option>
            """
        }
        let levels = ServiceOutline.AccessLevel.allCases.map { level -> HTML in
            """
            <option value="\(level.rawValue)"\(" selected", if: level == view.page.level)>\
            \(page[level.phrase])</option>
            """
        }
        return """
            <div class="stack tight">\
            <div class="field"><label for="pick-service">\(page[.service])</label>\
            <select id="pick-service" name="service"><option value="">\(page[.noService])</option>\
            \(services)</select></div>\
            <div class="field"><label for="pick-level">\(page[.accessLevel])</label>\
            <select id="pick-level" name="level">\(levels)</select></div>\
            <div class="actions">\(page.button(.showItsActions, name: "go", value: "offer"))</div>\
            </div>
            """
    }

    /// The actions to tick. Ticked ones of other services stay.
    private static func offered(_ view: View, _ page: PageContext) -> HTML {
        let chosen = Set<ExactText>(view.chosen.map(ExactText.init))
        let offered = Set<ExactText>(view.offered.map(ExactText.init))
        let others = view.chosen.filter { !offered.contains($0) }
        let all = others + view.offered
        guard !all.isEmpty else { return "" }
        let choices = all.map { action in
            page.choice(
                action, name: "action", value: action, isRadio: false,
                isChosen: chosen.contains(action))
        }
        return """
            <fieldset class="choices"><legend class="group-label">\(page[.tickActions])</legend>
            \(choices)</fieldset>
            """
    }

    private static func results(_ found: FindPolicies.Output, _ page: PageContext) -> HTML {
        let asked = found.actions.prefix(shownActions).map { "<code>\($0)</code> " as HTML }
        let rest: HTML =
            found.actions.count > shownActions
            ? "\(page[.andMoreActions(found.actions.count - shownActions)])" : ""
        let rows = found.policies.map { row($0, page) }
        return page.card(
            page[.smallestPolicies],
            """
            <p>\(asked)\(rest)</p>
            \(found.unread > 0 ? page.message(.warning, page[.notLookedAt(found.unread)]) : "")
            \(rows.isEmpty ? page.empty(.nothingGrants) : page.table(
                page[.smallestPolicies],
                columns: [.policyName, .ofTheActions, .otherActions, .type], rows: rows))
            """)
    }

    /// Actions of the question that the page repeats.
    private static let shownActions = 20

    private static func row(_ policy: FindPolicies.Policy, _ page: PageContext) -> HTML {
        let name: HTML =
            ARN(policy.arn).map { "<a href=\"\(PolicyPage(arn: $0))\">\(policy.name)</a>" }
            ?? "\(policy.name)"
        let isOurs = ARN(policy.arn)?.account != "aws"
        let grants: HTML =
            if policy.missing.isEmpty, policy.somewhere.isEmpty {
                page.badge(page[.allEverywhere], .good)
            } else {
                """
                \(list(policy.everywhere, .everywhere, page))\
                \(list(policy.somewhere, .somewhere, page))\(list(policy.missing, .missing, page))
                """
            }
        return """
            <tr><th scope="row">\(name)</th>
            \(page.cell(.ofTheActions, grants))
            \(page.cell(.otherActions, class: "number", "\(policy.besides)"))
            \(page.cell(.type, "\(page[isOurs ? .customerManaged : .awsManaged])"))</tr>
            """
    }

    private static func list(_ actions: [String], _ label: Phrase, _ page: PageContext) -> HTML {
        guard !actions.isEmpty else { return "" }
        let shown = actions.prefix(5).joined(separator: ", ")
        let rest = actions.count > 5 ? " …" : ""
        return "<div><span class=\"quiet\">\(page[label])</span> \(shown)\(rest)</div>"
    }
}
