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
        /// All rows of conditions; no field.
        case conditions = "statement-conditions"

        /// The ID of a row's box, without its prefix `field-`.
        func id(_ row: Int) -> String { "\(rawValue)-\(row)" }
    }

    /// What a form says of the open statement. Every row of a condition is kept, for a condition
    /// that were left out would let more be done.
    init(_ fields: FormFields) {
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
        conditions = zip(zip(comparisons, keys), values).map { pair, values in
            Condition(
                comparison: Self.line(pair.0), key: Self.line(pair.1), values: Self.lines(values))
        }
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

    /// The actions in lower case, patterns as such: `s3:getobject`, `s3:*`.
    var actionNames: Set<ExactText> {
        Set<ExactText>(actions.map { ExactText($0.asciiLowercased) })
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
