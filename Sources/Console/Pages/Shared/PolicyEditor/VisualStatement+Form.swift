import IAMIdentifiers
import IAMPolicy

extension VisualStatement {
    /// The fields of an open statement.
    enum Box: String {
        case sid = "statement-sid"
        case effect = "statement-effect"
        case service = "statement-service"
        /// The service whose actions were shown as boxes to tick.
        case shown = "statement-shown"
        case everyAction = "statement-every-action"
        /// A ticked action, without its prefix.
        case action = "statement-action"
        /// Other actions and patterns, one on a line.
        case patterns = "statement-patterns"
        case extent = "statement-extent"
        case resources = "statement-resources"
        case comparison = "condition-operator"
        case key = "condition-key"
        case values = "condition-values"
    }

    /// What a form says of the open statement.
    /// - Parameter row: a condition that is left out, counted from 0; nil for none.
    init(_ fields: FormFields, withoutCondition row: Int? = nil) {
        sid = Self.line(fields[Box.sid.rawValue])
        isAllowed = !fields[Box.effect.rawValue].isExactly("Deny")
        let shown = fields[Box.shown.rawValue]
        var actions = fields.has(Box.everyAction.rawValue) ? ["\(shown):*"] : []
        actions += fields.all(Box.action.rawValue).map { "\(shown):\($0)" }
        actions += Self.lines(fields[Box.patterns.rawValue])
        self.actions = actions
        resources =
            fields[Box.extent.rawValue].isExactly("all")
            ? ["*"] : Self.lines(fields[Box.resources.rawValue])
        let comparisons = fields.all(Box.comparison.rawValue)
        let keys = fields.all(Box.key.rawValue)
        let values = fields.all(Box.values.rawValue)
        for (index, pair) in zip(zip(comparisons, keys), values).enumerated() where index != row {
            let ((comparison, key), values) = pair
            let condition = Condition(
                comparison: Self.line(comparison), key: Self.line(key),
                values: Self.lines(values))
            // A row that nothing was written into is none; any other one is kept, for a condition
            // that were left out would let more be done.
            guard !condition.key.isEmpty || !condition.values.isEmpty else { continue }
            add(condition)
        }
    }

    /// A key stands once under an operator, with the values of all rows that name both.
    private mutating func add(_ condition: Condition) {
        let place = conditions.firstIndex {
            $0.comparison.isExactly(condition.comparison) && $0.key.isExactly(condition.key)
        }
        guard let place else { return conditions.append(condition) }
        conditions[place].values += condition.values
    }

    /// A line without the spaces around it.
    private static func line(_ text: String) -> String {
        let spaces: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        let end = text.utf8.drop(while: spaces).reversed().drop(while: spaces).reversed()
        return String(decoding: Array(end), as: UTF8.self)
    }

    /// The lines of a box that have anything on them.
    static func lines(_ text: String) -> [String] {
        text.parts(at: "\n").map(line).filter { !$0.isEmpty }
    }
}

// What the boxes show.
extension VisualStatement {
    /// The prefix of the first action whose service the reference has; empty for none.
    func service(in reference: ServiceReference) -> String {
        for action in actions {
            let prefix = action.parts(at: ":", maxSplits: 1).first?.asciiLowercased ?? ""
            if reference.hasService(prefix) { return prefix }
        }
        return ""
    }

    /// Whether an action, or a whole service as `s3:*`, is among the actions as such.
    func names(_ action: String) -> Bool {
        actions.contains { $0.asciiLowercased.isExactly(action.asciiLowercased) }
    }

    /// The actions that have no box to tick.
    func patterns(beside service: ServiceOutline?) -> [String] {
        guard let service else { return actions }
        var boxes = Set<ExactText>(
            service.actions.map { ExactText("\(service.prefix):\($0.name)".asciiLowercased) })
        boxes.insert(ExactText("\(service.prefix):*"))
        return actions.filter { !boxes.contains($0.asciiLowercased) }
    }
}
