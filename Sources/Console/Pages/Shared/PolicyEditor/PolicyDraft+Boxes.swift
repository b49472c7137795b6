import IAMIdentifiers
import IAMPolicy
import Operations

extension PolicyDraft {
    /// The statements one below the other, of which one has its boxes open.
    func boxes(_ policy: VisualPolicy, _ message: HTML, _ page: PageContext) -> HTML {
        let statements = policy.parts.enumerated().map { index, part in
            let title = page[.statement(index + 1)]
            if let statement = part.statement {
                return index == open
                    ? StatementBoxes(
                        statement: unfinished ?? statement, index: index, typed: service,
                        faults: faults(of: unfinished ?? statement)
                    ).render(page)
                    : closed(title, summary(of: statement, page), index, canOpen: true, page)
            }
            let text = """
                <p class="quiet small">\(page[.onlyAsJSON])</p>
                \(CodeView.render(part.text, page, from: part.line, label: title))
                """ as HTML
            return closed(title, text, index, canOpen: false, page)
        }
        let isOpen = open.map {
            policy.parts.indices.contains($0) && policy.parts[$0].statement != nil
        }
        let most = VisualPolicy.longest.statements
        let isFull = policy.parts.count >= most
        return """
            \(message)
            \(page.hidden(Box.view.rawValue, View.visual.rawValue))\
            \(page.hidden(Box.base.rawValue, Base64.standard.encoded(Array(document.utf8))))\
            \(isOpen == true ? page.hidden(Box.open.rawValue, "\(open ?? 0)") : "")
            \(statements.isEmpty ? page.empty(.noStatements) : "")
            <ol class="statements" id="field-document" tabindex="-1">\(statements)</ol>
            \(isFull ? "<p class=\"hint\">\(page[.statementsAreFull(most)])</p>" : "")
            <div class="actions">\(PolicyStep.add.button(
                .addStatement, .plain, isDisabled: isFull, page))</div>
            """
    }

    private func faults(of statement: VisualStatement) -> [VisualStatement.Fault] {
        statement.faults.filter { showsFaults || $0.isOfLimit }
    }

    private func closed(
        _ title: String, _ content: HTML, _ index: Int, canOpen: Bool, _ page: PageContext
    ) -> HTML {
        let edit: HTML =
            canOpen ? PolicyStep.open(index).button(.edit, .small, about: title, page) : ""
        return """
            <li class="statement"><div class="card-title"><h3>\(title)</h3>
            <div class="actions">\(edit)\
            \(PolicyStep.remove(index).button(.remove, .smallDanger, about: title, page))
            </div></div>
            \(content)</li>
            """
    }

    private func summary(of statement: VisualStatement, _ page: PageContext) -> HTML {
        let prefix = statement.service(in: .builtIn)
        let name = ServiceReference.builtIn.name(of: prefix)
        let effect = page.badge(
            page[statement.isAllowed ? .allow : .deny], statement.isAllowed ? .good : .danger)
        let sid: HTML = statement.sid.isEmpty ? "" : "<span class=\"mono\">\(statement.sid)</span>"
        let resources =
            statement.isOfAllResources ? Phrase.allResources : .resources(statement.resources.count)
        let conditions: HTML =
            statement.conditions.isEmpty
            ? "" : "<span>\(page[.conditions(statement.conditions.count)])</span>"
        return """
            <p class="chips">\(effect)\(sid)\(name.map { "<span>\($0)</span>" as HTML })\
            <span>\(page[.actions(statement.actions.count)])</span>\
            <span>\(page[resources])</span>\(conditions)</p>
            """
    }
}
