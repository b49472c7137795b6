import IAMIdentifiers
import IAMPolicy
import Operations

/// The boxes of the open statement: effect, service, actions by access level, resources and
/// conditions.
///
/// Source: IAM User Guide, "Create IAM policies (console)", "Creating policies with the visual
/// editor".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_create-console.html>
struct StatementBoxes {
    let statement: VisualStatement
    /// Counted from 0.
    let index: Int
    /// The service as it was typed; nil for that of the statement.
    let typed: String?
    /// What is wrong with its boxes, as far as it is said.
    let faults: [VisualStatement.Fault]

    private typealias Box = VisualStatement.Box

    func render(_ page: PageContext) -> HTML {
        let title = page[.statement(index + 1)]
        let prefix =
            typed.map { PolicyDraft.prefix(of: $0) } ?? statement.service(in: .builtIn)
        let service = ServiceReference.builtIn.outline(of: prefix)
        return """
            <li class="statement open"><div class="card-title">
            <h3 tabindex="-1" data-landing>\(title)</h3>
            <div class="actions">\
            \(PolicyStep.close.button(.closeStatement, .small, page))\
            \(PolicyStep.remove(index).button(.remove, .smallDanger, about: title, page))
            </div></div>
            \(effect(page))
            \(chooser(service, page))
            \(actions(service, page))
            \(resources(service, page))
            \(conditions(service, page))
            \(sid(page))</li>
            """
    }

    private func effect(_ page: PageContext) -> HTML {
        """
        <fieldset class="choices inline"><legend>\(page[.effect])</legend>
        \(page.choice(
            page[.allow], name: Box.effect.rawValue, value: "Allow", isRadio: true,
            isChosen: statement.isAllowed))
        \(page.choice(
            page[.deny], name: Box.effect.rawValue, value: "Deny", isRadio: true,
            isChosen: !statement.isAllowed))</fieldset>
        """
    }

    private func sid(_ page: PageContext) -> HTML {
        page.field(
            Field(
                label: .statementID, name: Box.sid.rawValue, value: statement.sid,
                hint: .statementIDHint, isRequired: false))
    }

    private func chooser(_ service: ServiceOutline?, _ page: PageContext) -> HTML {
        let text = typed ?? service?.prefix ?? ""
        let options = ServiceReference.builtIn.services.map { service in
            "<option value=\"\(service.prefix)\">\(service.name)</option>" as HTML
        }
        let isUnknown = service == nil && !text.isEmpty
        let note = isUnknown ? page[.noSuchService] : service?.name ?? page[.serviceHint]
        return """
            <div class="field"><label for="statement-service">\(page[.service])</label>
            <p class="\(isUnknown ? "error" : "hint")" id="statement-service-note">\(note)</p>
            <div class="beside"><input id="statement-service" name="\(Box.service.rawValue)" \
            value="\(text)" list="statement-services" autocomplete="off" autocapitalize="off" \
            spellcheck="false" maxlength="100" aria-describedby="statement-service-note"\
            \(" aria-invalid=\"true\"", if: isUnknown) \
            data-policy-step="\(PolicyStep.service.value)">
            \(PolicyStep.service.button(.showActions, .plain, page))</div>
            <datalist id="statement-services">\(options)</datalist></div>
            """
    }

    // MARK: Actions

    private func actions(_ service: ServiceOutline?, _ page: PageContext) -> HTML {
        let patterns = """
            <div class="field"><label for="field-statement-patterns">\
            \(page[service == nil ? .actionsAndPatterns : .otherActionsAndPatterns])</label>
            <p class="hint" id="statement-patterns-hint">\(page[.patternsHint])</p>
            \(errors(Box.patterns.rawValue, page))
            <textarea id="field-statement-patterns" name="\(Box.patterns.rawValue)" rows="3" \
            spellcheck="false" autocapitalize="off" autocomplete="off"\
            \(described(Box.patterns.rawValue, hint: "statement-patterns-hint"))>
            \(statement.patterns(beside: service).joined(separator: "\n"))</textarea></div>
            """ as HTML
        guard let service else {
            return """
                <fieldset class="part"><legend>\(page[.actions])</legend>\(patterns)</fieldset>
                """
        }
        let every = "\(service.prefix):*"
        let named = statement.actionNames
        let levels = ServiceOutline.AccessLevel.allCases.map { level($0, service, named, page) }
        return """
            <fieldset class="part"><legend>\(page[.actions])</legend>
            \(page.hidden(Box.shown.rawValue, service.prefix))
            \(page.choice(
                page[.everyAction(of: service.name)], hint: every, name: Box.everyAction.rawValue,
                value: "1", isRadio: false, isChosen: named.contains(every)))
            \(levels)
            \(patterns)</fieldset>
            """
    }

    private func level(
        _ level: ServiceOutline.AccessLevel, _ service: ServiceOutline, _ named: Set<ExactText>,
        _ page: PageContext
    ) -> HTML {
        let actions = service.actions.filter { $0.level == level }
        guard !actions.isEmpty else { return "" }
        var chosen = 0
        let boxes = actions.map { action in
            let isChosen = named.contains("\(service.prefix):\(action.name)".asciiLowercased)
            if isChosen { chosen += 1 }
            return """
                <label><input type="checkbox" name="\(Box.action.rawValue)" \
                value="\(action.name)"\(" checked", if: isChosen)> \(action.name)</label>
                """ as HTML
        }
        let name = page[level.phrase]
        return """
            <details class="level" id="level-\(level.rawValue)"\(" open", if: chosen > 0)>\
            <summary>\(name) \
            <span class="quiet small">\(page[.chosen(chosen, of: actions.count)])</span></summary>
            <div class="stack tight"><div class="actions">\
            \(PolicyStep.selectLevel(level.rawValue).button(.selectAll, .small, about: name, page))\
            \(PolicyStep.clearLevel(level.rawValue).button(.clearAll, .small, about: name, page))\
            </div>
            <div class="ticks" role="group" aria-label="\(name)">\(boxes)</div></div></details>
            """
    }

    // MARK: Resources

    private func resources(_ service: ServiceOutline?, _ page: PageContext) -> HTML {
        let forms = (service?.resources ?? []).map { resource in
            "<li><code>\(resource.arn)</code> <span class=\"quiet\">\(resource.name)</span></li>"
                as HTML
        }
        let hints: HTML =
            forms.isEmpty
            ? ""
            : """
            <details id="arn-forms"><summary>\(page[.arnForms(of: service?.name ?? "")])</summary>
            <ul class="forms">\(forms)</ul></details>
            """
        let lines = statement.isOfAllResources ? [] : statement.resources
        return """
            <fieldset class="part"><legend>\(page[.resources])</legend>
            \(page.choice(
                page[.allResources], hint: "*", name: Box.extent.rawValue, value: "all",
                isRadio: true, isChosen: statement.isOfAllResources))
            \(page.choice(
                page[.listedResources], name: Box.extent.rawValue, value: "listed", isRadio: true,
                isChosen: !statement.isOfAllResources))
            <div class="field when-listed"><label for="field-statement-resources">\
            \(page[.resourceARNs])</label>
            <p class="hint" id="statement-resources-hint">\(page[.resourceARNsHint])</p>
            \(errors(Box.resources.rawValue, page))
            <textarea id="field-statement-resources" name="\(Box.resources.rawValue)" rows="3" \
            spellcheck="false" autocapitalize="off" autocomplete="off"\
            \(described(Box.resources.rawValue, hint: "statement-resources-hint"))>
            \(lines.joined(separator: "\n"))</textarea></div>
            \(hints)</fieldset>
            """
    }

    // MARK: Conditions

    private func conditions(_ service: ServiceOutline?, _ page: PageContext) -> HTML {
        let rows = statement.conditions
        let operators = ConditionOperatorNames.all.map {
            "<option value=\"\($0)\"></option>" as HTML
        }
        let keys = ((service?.keys ?? []) + ServiceReference.globalConditionKeys).map {
            "<option value=\"\($0)\"></option>" as HTML
        }
        let lists: HTML =
            rows.isEmpty
            ? ""
            : """
            <datalist id="condition-operators">\(operators)</datalist>
            <datalist id="condition-keys">\(keys)</datalist>
            """
        let isFull = rows.count >= VisualStatement.mostConditions
        return """
            <fieldset class="part" id="field-\(Box.conditions.rawValue)" tabindex="-1">\
            <legend>\(page[.conditionsOptional])</legend>
            \(errors(Box.conditions.rawValue, page))
            \(rows.enumerated().map { condition($1, $0, page) })
            \(lists)
            <div class="actions">\(PolicyStep.addCondition.button(
                .addCondition, .small, isDisabled: isFull, page))</div></fieldset>
            """
    }

    private func condition(
        _ condition: VisualStatement.Condition, _ index: Int, _ page: PageContext
    ) -> HTML {
        let values = Box.values.id(index)
        return """
            <div class="condition" role="group" aria-label="\(page[.condition(index + 1)])">
            \(box(.conditionOperator, .comparison, condition.comparison, "operators", index, page))
            \(box(.conditionKey, .key, condition.key, "keys", index, page))
            <div class="field"><label for="field-\(values)">\(page[.conditionValues])</label>
            \(errors(values, page))
            <textarea id="field-\(values)" name="\(Box.values.rawValue)" rows="2" \
            spellcheck="false" autocapitalize="off" autocomplete="off"\(described(values))>
            \(condition.values.joined(separator: "\n"))</textarea></div>
            <div class="actions">\
            \(PolicyStep.removeCondition(index).button(
            .remove, .small, about: page[.condition(index + 1)], page))</div></div>
            """
    }

    private func box(
        _ label: Phrase, _ box: VisualStatement.Box, _ value: String, _ list: String,
        _ index: Int, _ page: PageContext
    ) -> HTML {
        let id = box.id(index)
        return """
            <div class="field"><label for="field-\(id)">\(page[label])</label>
            \(errors(id, page))
            <input id="field-\(id)" name="\(box.rawValue)" value="\(value)" \
            list="condition-\(list)" autocomplete="off" autocapitalize="off" spellcheck="false"\
            \(described(id))></div>
            """
    }

    // MARK: What is wrong

    /// The sentences about one box.
    private func errors(_ box: String, _ page: PageContext) -> HTML {
        let sentences = faults.filter { $0.box == box }.map { page[$0.phrase] }
        guard !sentences.isEmpty else { return "" }
        return """
            <p class="error" id="field-\(box)-error">\(sentences.joined(separator: " "))</p>
            """
    }

    /// The attributes that lead from a box to its hint and to what is wrong with it.
    private func described(_ box: String, hint: String? = nil) -> HTML {
        let isWrong = faults.contains { $0.box == box }
        let notes = [hint, isWrong ? "field-\(box)-error" : nil].compactMap { $0 }
        guard !notes.isEmpty else { return "" }
        return """
            \(" aria-invalid=\"true\"", if: isWrong) \
            aria-describedby="\(notes.joined(separator: " "))"
            """
    }
}

extension ServiceOutline.AccessLevel {
    var phrase: Phrase {
        switch self {
        case .list: .levelList
        case .read: .levelRead
        case .write: .levelWrite
        case .permissionsManagement: .levelPermissionsManagement
        case .tagging: .levelTagging
        }
    }
}
