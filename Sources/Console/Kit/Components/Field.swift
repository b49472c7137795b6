import IAMIdentifiers
import Operations

/// One labelled box of a form.
struct Field {
    /// How the browser treats what is typed.
    enum Kind: String {
        case text, email, password, number
    }

    var label: Phrase
    var name: String
    var kind = Kind.text
    var value = ""
    var hint: Phrase?
    var isRequired = true
    /// What a password manager may fill in. Source: HTML Standard, "Autofill".
    /// <https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill>
    var autocomplete = "off"
    var maximumLength: Int?
    var isShort = false
    var hasFocus = false
    /// What the browser offers while it is typed.
    var suggestions: [String] = []
}

/// A labelled box for several lines.
struct LinesField {
    var label: Phrase
    var name: String
    var value = ""
    var hint: Phrase?
    var rows = 3
    var isRequired = false
}

/// What a submitted form had wrong: shown in a summary at the top and, where a field is to blame,
/// at the field.
struct FormProblems: Sendable, Equatable {
    /// One thing that is wrong; `field` names the box it belongs to.
    struct Problem: Sendable, Equatable {
        var field: String?
        var message: String
    }

    private(set) var all: [Problem] = []

    static let none = FormProblems()

    var isEmpty: Bool { all.isEmpty }

    mutating func add(_ message: String, at field: String? = nil) {
        all.append(Problem(field: field, message: message))
    }

    static func one(_ message: String, at field: String? = nil) -> FormProblems {
        FormProblems(all: [Problem(field: field, message: message)])
    }

    /// Adds a refusal at the box that holds the parameter that it is about.
    /// - Parameter boxes: the names of boxes by the parameters of the API that they hold, as
    ///   `["UserName": "user"]`.
    mutating func add(_ refusal: IAMError, boxes: KeyValuePairs<String, String>) {
        let box = refusal.parameter.flatMap { name in boxes.first { $0.key.isExactly(name) } }
        add(refusal.message, at: box?.value)
    }

    static func one(_ refusal: IAMError, boxes: KeyValuePairs<String, String>) -> FormProblems {
        var problems = FormProblems()
        problems.add(refusal, boxes: boxes)
        return problems
    }

    func message(at field: String) -> String? { all.first { $0.field == field }?.message }
}

extension PageContext {
    /// A label, its box, and the hint or error that belongs to it.
    func field(_ field: Field, _ problems: FormProblems = FormProblems()) -> HTML {
        let id = "field-\(field.name)"
        let error = problems.message(at: field.name)
        var notes: [String] = []
        if field.hint != nil { notes.append("\(id)-hint") }
        if error != nil { notes.append("\(id)-error") }
        let described: HTML =
            notes.isEmpty ? "" : " aria-describedby=\"\(notes.joined(separator: " "))\""
        let length: HTML = field.maximumLength.map { " maxlength=\"\($0)\"" } ?? ""
        let options = field.suggestions.map { "<option value=\"\($0)\"></option>" as HTML }
        let list: HTML =
            options.isEmpty ? "" : "<datalist id=\"\(id)-list\">\(options)</datalist>"
        return """
            <div class="field"><label for="\(id)">\(self[field.label])</label>
            \(field.hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\(self[$0])</p>" })
            \(error.map { "<p class=\"error\" id=\"\(id)-error\">\($0)</p>" })
            <input id="\(id)" name="\(field.name)" type="\(field.kind.rawValue)" \
            value="\(field.value)" autocomplete="\(field.autocomplete)"\(length)\(described)\
            \(" required", if: field.isRequired)\(" aria-invalid=\"true\"", if: error != nil)\
            \(" class=\"short\"", if: field.isShort)\(" autofocus", if: field.hasFocus)\
            \(options.isEmpty ? "" : " list=\"\(id)-list\"")>\(list)</div>
            """
    }

    /// A label, its box for several lines, and the hint or error that belongs to it.
    func lines(_ field: LinesField, _ problems: FormProblems = FormProblems()) -> HTML {
        let id = "field-\(field.name)"
        let error = problems.message(at: field.name)
        let notes = [field.hint.map { _ in "\(id)-hint" }, error.map { _ in "\(id)-error" }]
            .compactMap { $0 }
        let described: HTML =
            notes.isEmpty ? "" : " aria-describedby=\"\(notes.joined(separator: " "))\""
        return """
            <div class="field"><label for="\(id)">\(self[field.label])</label>
            \(field.hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\(self[$0])</p>" })
            \(error.map { "<p class=\"error\" id=\"\(id)-error\">\($0)</p>" })
            <textarea id="\(id)" name="\(field.name)" rows="\(field.rows)" spellcheck="false" \
            autocapitalize="off" autocomplete="off"\(described)\
            \(" required", if: field.isRequired)\(" aria-invalid=\"true\"", if: error != nil)>
            \(field.value)</textarea></div>
            """
    }

    /// A box to tick, or one of several to choose from, with its label and what it means.
    func choice(
        _ label: String, hint: String? = nil, name: String, value: String, isRadio: Bool,
        isChosen: Bool
    ) -> HTML {
        let id = "choice-\(name)-\(value)"
        return """
            <div class="choice"><input id="\(id)" type="\(isRadio ? "radio" : "checkbox")" \
            name="\(name)" value="\(value)"\(" checked", if: isChosen)\
            \(hint == nil ? "" : " aria-describedby=\"\(id)-hint\"")>
            <div><label for="\(id)">\(label)</label>
            \(hint.map { "<span class=\"hint\" id=\"\(id)-hint\">\($0)</span>" })</div></div>
            """
    }

    /// What is wrong with a form, each line leading to its box; nothing when all is well.
    func summary(_ problems: FormProblems) -> HTML {
        guard !problems.isEmpty else { return "" }
        let lines = problems.all.map { problem -> HTML in
            guard let field = problem.field else { return "<li>\(problem.message)</li>" }
            return "<li><a href=\"#field-\(field)\">\(problem.message)</a></li>"
        }
        return """
            <div class="message danger" role="alert" tabindex="-1" data-focus>
            <strong>\(self[.thereIsAProblem])</strong><ul>\(lines)</ul></div>
            """
    }
}
