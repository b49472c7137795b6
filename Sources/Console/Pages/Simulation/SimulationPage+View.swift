import IAMIdentifiers

extension SimulationPage {
    enum Form: String { case simulate }

    /// One action on one resource.
    struct Row: Sendable, Equatable {
        var action: String
        var resource: String
        var isAllowed: Bool
        var reason: Phrase
        var statements: [Statement]
        /// Condition keys that the policies ask about and the question did not give.
        var missingKeys: [String] = []
    }

    /// A statement that decided.
    struct Statement: Sendable, Equatable {
        /// What its policy is called.
        var policy: String
        var excerpt: Excerpt?
        var lines: ClosedRange<Int>
    }

    struct View {
        var draft = SimulationDraft()
        /// Nil before something was asked.
        var rows: [Row]?
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.document(
            page[.policySimulator], lead: page[.policySimulatorLead],

            content: """
                \(page.summary(view.problems))
                \(view.rows.map { decisions($0, page) })
                \(page.form(Form.simulate, to: SimulationPage(), class: "stack", """
                    \(page.card(page[.whatIsAsked], question(view, page)))
                    \(page.card(page[.otherPolicies], others(view, page)))
                    <div class="actions">\(page.button(.simulate, .primary))</div>
                    """))
                """)
    }

    private static func question(_ view: View, _ page: PageContext) -> HTML {
        let kinds: [(SimulationDraft.Kind, Phrase)] = [
            (.user, .user), (.group, .group), (.role, .role),
        ]
        let choices = kinds.map { kind, label in
            page.choice(
                page[label], name: "kind", value: kind.rawValue, isRadio: true,
                isChosen: view.draft.kind == kind)
        }
        return """
            <fieldset class="choices"><legend class="group-label">\(page[.whoAsks])</legend>
            \(choices)</fieldset>
            \(page.field(
                Field(
                    label: .simulatedName, name: "name", value: view.draft.name,
                    maximumLength: 128), view.problems))
            \(page.lines(
                LinesField(
                    label: .actionsPerLine, name: "actions", value: view.draft.actions,
                    hint: .actionsHint, rows: 3, isRequired: true), view.problems))
            \(page.lines(
                LinesField(
                    label: .resourcesPerLine, name: "resources", value: view.draft.resources,
                    hint: .resourcesHint, rows: 3), view.problems))
            \(page.lines(
                LinesField(
                    label: .contextPerLine, name: "context", value: view.draft.context,
                    hint: .contextHint, rows: 3), view.problems))
            """
    }

    private static func others(_ view: View, _ page: PageContext) -> HTML {
        """
        \(page.lines(
            LinesField(
                label: .extraPolicy, name: "extra-policy", value: view.draft.extraPolicy,
                hint: .optionalJSON, rows: 5), view.problems))
        \(page.lines(
            LinesField(
                label: .resourcePolicyField, name: "resource-policy",
                value: view.draft.resourcePolicy, hint: .optionalJSON, rows: 5), view.problems))
        """
    }
}

// What was decided.
extension SimulationPage {
    private static func decisions(_ rows: [Row], _ page: PageContext) -> HTML {
        let missing = Set<ExactText>(rows.flatMap(\.missingKeys).map(ExactText.init)).sorted()
            .map(\.text)
        let note: HTML =
            missing.isEmpty
            ? ""
            : """
            <p class="quiet">\(page[.keysNotGiven(missing.joined(separator: ", "))])</p>
            """
        return page.card(
            page[.decisions],
            """
            \(page.table(
                page[.decisions], columns: [.decision, .action, .resource],
                rows: rows.map { row($0, page) }))
            \(note)
            """)
    }

    private static func row(_ row: Row, _ page: PageContext) -> HTML {
        let badge =
            row.isAllowed
            ? page.badge(page[.allowed], .good) : page.badge(page[.denied], .danger)
        return """
            <tr><td>\(badge)</td><th scope="row"><code>\(row.action)</code></th>
            \(page.cell(.resource, "<code>\(row.resource)</code>"))</tr>
            <tr class="why"><td colspan="3">\(page[row.reason])\
            \(statements(of: row, page))</td></tr>
            """
    }

    private static func statements(of row: Row, _ page: PageContext) -> HTML {
        guard !row.statements.isEmpty else { return "" }
        let views = row.statements.map { statement -> HTML in
            let place = Phrase.linesOf(statement.lines.lowerBound, statement.lines.upperBound)
            let title = "\(statement.policy), \(page[place])"
            guard let excerpt = statement.excerpt else {
                return "<p><strong>\(title)</strong></p><p>\(page[.documentNotShown])</p>"
            }
            let rest: HTML =
                excerpt.leftOut == 0
                ? "" : "<p class=\"quiet small\">\(page[.linesLeftOut(excerpt.leftOut)])</p>"
            let mark = CodeView.Mark(lines: excerpt.lit, tone: row.isAllowed ? .good : .danger)
            return """
                <p><strong>\(title)</strong></p>
                \(CodeView.render(
                    excerpt.text, page, marks: [mark], from: excerpt.firstLine, label: title))
                \(rest)
                """
        }
        return """
            <details><summary>\
            \(page[.statementsThatDecided(row.statements.count)])</summary>
            <div class="stack tight">\(views)</div></details>
            """
    }
}
