import IAMIdentifiers
import IAMPolicy
import Operations

extension PolicyDraft {
    /// Fields of the visual editor beside those of the open statement.
    enum Box: String {
        case view = "policy-view"
        /// The document as it was when the boxes were drawn, in Base64: a form changes ends of
        /// lines, and HTML has no place for some characters.
        case base = "policy-base"
        case open = "policy-open"
    }

    /// What an editor was sent with: the text, or the document as the boxes now say it.
    init(_ fields: FormFields) {
        guard !fields.has("document"), fields[Box.view.rawValue].isExactly(View.visual.rawValue),
            let bytes = Base64.standard.decoded(fields[Box.base.rawValue]),
            let base = String(validating: bytes, as: UTF8.self)
        else {
            self.init(document: fields.document("document"))
            origin = PolicyOrigin(fields)
            take(PolicyStep(fields[PolicyStep.field]))
            return
        }
        self.init(document: base)
        view = .visual
        origin = PolicyOrigin(fields)
        let step = PolicyStep(fields[PolicyStep.field])
        // A form that lacks the boxes says nothing of them.
        let policy = VisualPolicy(base)
        if fields.has(VisualStatement.Box.effect.rawValue),
            let index = Int(fields[Box.open.rawValue]), let policy,
            policy.parts.indices.contains(index), let former = policy.parts[index].statement
        {
            open = index
            service = fields[VisualStatement.Box.service.rawValue]
            var statement = VisualStatement(fields)
            statement.take(step, typed: Self.prefix(of: service ?? ""))
            let faults = statement.faults
            if faults.isEmpty
                || (!faults.contains(where: \.isOfLimit) && statement.isSame(as: former))
            {
                document = policy.replacing(index, with: statement)
            } else {
                unfinished = statement
            }
        }
        take(step)
        isNotVisual =
            view == .visual
            && (policy == nil || document.utf8.count > VisualPolicy.longest.bytes)
    }

    /// What a step does to the document as a whole. A statement that is not finished stays open.
    private mutating func take(_ step: PolicyStep?) {
        switch step {
        case .show, .add, .open, .close:
            guard unfinished == nil else {
                (isStepRefused, showsFaults) = (true, true)
                return
            }
        default: break
        }
        switch step {
        case .show(.json): view = .json
        case .show(.visual): showBoxes()
        case .add:
            guard let policy = VisualPolicy(document),
                policy.parts.count < VisualPolicy.longest.statements
            else { return }
            document = policy.adding(VisualStatement())
            (open, service) = (policy.parts.count, nil)
        case .remove(let index): remove(index)
        case .open(let index): (open, service) = (index, nil)
        case .close: (open, service) = (nil, nil)
        case .update, .service, .selectLevel, .clearLevel, .addCondition, .removeCondition, nil:
            break
        }
    }

    /// Removes a statement. Another that is open stays so.
    private mutating func remove(_ index: Int) {
        guard let policy = VisualPolicy(document), policy.parts.indices.contains(index) else {
            return
        }
        document = policy.removing(index)
        guard let open else { return }
        if open == index {
            (self.open, service, unfinished) = (nil, nil, nil)
        } else if open > index {
            self.open = open - 1
        }
    }

    /// Shows boxes, and opens the statement if there is one alone.
    mutating func showBoxes() {
        guard let policy = VisualPolicy(document) else {
            isNotVisual = true
            return
        }
        view = .visual
        open = policy.parts.count == 1 && policy.parts[0].statement != nil ? 0 : nil
    }

    /// The prefix of the service that was typed, by its prefix or its name; empty for none.
    static func prefix(of typed: String) -> String {
        let name = (typed.parts(at: ":").first ?? "").asciiLowercased
        if name.isEmpty || ServiceReference.builtIn.hasService(name) { return name }
        return ServiceReference.builtIn.services.first {
            $0.name.asciiLowercased.isExactly(name)
        }?.prefix ?? ""
    }
}

extension VisualStatement {
    /// What a step does to the open statement.
    /// - Parameter typed: the prefix of the service that is chosen.
    fileprivate mutating func take(_ step: PolicyStep?, typed: String) {
        switch step {
        case .selectLevel(let level):
            let named = actionNames
            actions += Self.actions(of: typed, at: level).filter {
                !named.contains($0.asciiLowercased)
            }
        case .clearLevel(let level):
            let gone = Set<ExactText>(
                Self.actions(of: typed, at: level).map { ExactText($0.asciiLowercased) })
            actions.removeAll { gone.contains($0.asciiLowercased) }
        case .addCondition:
            conditions.append(.init(comparison: "StringEquals", key: "", values: []))
        case .removeCondition(let row):
            if conditions.indices.contains(row) { conditions.remove(at: row) }
        default: break
        }
    }

    private static func actions(of prefix: String, at level: String) -> [String] {
        guard let service = ServiceReference.builtIn.outline(of: prefix) else { return [] }
        return service.actions.filter { $0.level.rawValue.isExactly(level) }
            .map { "\(prefix):\($0.name)" }
    }
}
