/// One labelled box of a form.
struct Field {
    /// How the browser treats what is typed.
    enum Kind: String {
        case text, email, password, number, date
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
    /// Which keys a phone shows; nil for those of ``kind``.
    /// Source: HTML Standard, "Input modalities: the inputmode attribute".
    var inputMode: String?
    /// What tells the box from another of this name on the page; empty where there is none.
    var suffix = ""
    /// What the browser offers while it is typed.
    var suggestions: [String] = []
}

extension Field {
    /// A box for six digits that a device shows.
    /// - Parameter id: see ``suffix``.
    static func code(
        _ label: Phrase, name: String, id: String = "", hasFocus: Bool = false
    ) -> Field {
        Field(
            label: label, name: name, autocomplete: "one-time-code", maximumLength: 8,
            isShort: true, hasFocus: hasFocus, inputMode: "numeric", suffix: id)
    }
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

extension PageContext {
    /// A label, its box, and the hint or error that belongs to it.
    func field(_ field: Field, _ problems: FormProblems = FormProblems()) -> HTML {
        let id = "field-\(field.name)" + (field.suffix.isEmpty ? "" : "-\(field.suffix)")
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
            \(field.inputMode.map { " inputmode=\"\($0)\"" })\
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
}
