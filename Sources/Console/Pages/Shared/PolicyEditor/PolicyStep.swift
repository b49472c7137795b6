import IAMIdentifiers

/// What a button of the policy editor does before the editor is drawn again.
enum PolicyStep: Equatable {
    case show(PolicyDraft.View)
    /// Nothing but to take over what the boxes say.
    case update
    case open(Int)
    case close
    case add
    case remove(Int)
    /// Offers the actions of the service that was typed.
    case service
    case selectLevel(String)
    case clearLevel(String)
    case addCondition
    case removeCondition(Int)

    static let field = "policy-step"

    /// A button that takes the step. The browser does not ask for the other boxes of the form
    /// before: nothing is saved.
    /// - Parameter subject: what it is about, for who does not see where it stands.
    func button(
        _ label: Phrase, _ kind: ButtonKind, about subject: String? = nil,
        isDisabled: Bool = false, _ page: PageContext
    ) -> HTML {
        let about: HTML? = subject.map { "<span class=\"visually-hidden\">: \($0)</span>" }
        return """
            <button class="\(kind.rawValue)" name="\(Self.field)" value="\(value)" \
            formnovalidate\(" disabled", if: isDisabled)>\(page[label])\(about)</button>
            """
    }

    /// As the button sends it.
    var value: String {
        switch self {
        case .show(let view): view.rawValue
        case .update: "update"
        case .open(let index): "open:\(index)"
        case .close: "close"
        case .add: "add"
        case .remove(let index): "remove:\(index)"
        case .service: "service"
        case .selectLevel(let level): "select:\(level)"
        case .clearLevel(let level): "clear:\(level)"
        case .addCondition: "add-condition"
        case .removeCondition(let index): "remove-condition:\(index)"
        }
    }

    /// Nil for what no button sends.
    init?(_ value: String) {
        let parts = value.parts(at: ":", maxSplits: 1)
        guard parts.count == 2 else {
            switch value {
            case "update": self = .update
            case "close": self = .close
            case "add": self = .add
            case "service": self = .service
            case "add-condition": self = .addCondition
            default:
                guard let view = PolicyDraft.View(rawValue: value) else { return nil }
                self = .show(view)
            }
            return
        }
        switch (parts[0], Int(parts[1])) {
        case ("select", _): self = .selectLevel(parts[1])
        case ("clear", _): self = .clearLevel(parts[1])
        case ("open", let index?): self = .open(index)
        case ("remove", let index?): self = .remove(index)
        case ("remove-condition", let index?): self = .removeCondition(index)
        default: return nil
        }
    }
}
