import Operations

/// Forms and what stands in them.
extension PageContext {
    /// A form that changes something. It is posted with the anti-forgery token and its own name,
    /// both by construction: there is no other way to write `method="post"` (a test looks).
    func form(
        _ name: some RawRepresentable<String>, to target: (any ConsolePage)? = nil,
        class style: String = "", _ content: HTML
    ) -> HTML {
        """
        <form method="post" action="\(target ?? current)" class="\(style)">\
        \(hidden(AntiForgery.field, formToken))\(hidden("form", name.rawValue))
        \(content)</form>
        """
    }

    func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }

    /// The search box of a list, which stays filtered and sorted as it is.
    func find(_ label: Phrase, in query: ListQuery, to target: any ConsolePage) -> HTML {
        """
        <form method="get" action="\(target)" class="find">
        \(query.settings.map { hidden($0, $1) })
        <input type="search" name="q" value="\(query.search)" aria-label="\(self[label])" \
        placeholder="\(self[label])" maxlength="200">
        <button class="button">\(self[.searchButton])</button></form>
        """
    }

    func button(
        _ label: Phrase, _ kind: ButtonKind = .plain, name: String? = nil, value: String = "",
        isDisabled: Bool = false
    ) -> HTML {
        let naming: HTML = name.map { " name=\"\($0)\" value=\"\(value)\"" } ?? ""
        return """
            <button class="\(kind.rawValue)"\(naming)\(" disabled", if: isDisabled)>\
            \(self[label])</button>
            """
    }

    func linkButton(_ label: Phrase, _ kind: ButtonKind = .plain, to target: any ConsolePage)
        -> HTML
    {
        "<a class=\"\(kind.rawValue)\" href=\"\(target)\">\(self[label])</a>"
    }

    /// A button that leads to another page, where the reader expects a button: it is the next step
    /// of a task rather than a place.
    func goButton(_ label: Phrase, _ kind: ButtonKind = .plain, to target: any ConsolePage) -> HTML
    {
        """
        <form method="get" action="\(target.path)">\
        \(target.parameters.map { hidden($0.0, $0.1) })\
        <button class="\(kind.rawValue)">\(self[label])</button></form>
        """
    }

    /// A button that opens the dialog of that ID; the browser does it, without a script.
    func opener(
        _ label: Phrase, _ kind: ButtonKind = .plain, opens dialog: String,
        isDisabled: Bool = false
    ) -> HTML {
        """
        <button type="button" class="\(kind.rawValue)" popovertarget="\(dialog)"\
        \(" disabled", if: isDisabled)>\(self[label])</button>
        """
    }

    /// A dialog that an ``opener(_:_:opens:isDisabled:)`` shows; Escape and Cancel close it.
    func dialog(_ id: String, title: String, _ content: HTML) -> HTML {
        """
        <dialog popover id="\(id)" aria-labelledby="\(id)-title"><div class="stack">
        <h2 id="\(id)-title">\(title)</h2>
        \(content)</div></dialog>
        """
    }

    /// The button that closes a dialog without doing anything.
    func cancel(_ dialog: String) -> HTML {
        """
        <button type="button" class="button" popovertarget="\(dialog)" \
        popovertargetaction="hide">\(self[.cancel])</button>
        """
    }

    /// A button that copies text; it shows itself only where a script can copy.
    func copyButton(_ text: String) -> HTML {
        """
        <button type="button" class="button small" data-copy="\(text)" \
        data-copied="\(self[.copied])" hidden>\(self[.copy])</button>
        """
    }
}

/// How much a button asks for attention; the value is its classes.
enum ButtonKind: String {
    case plain = "button"
    case primary = "button primary"
    case danger = "button danger"
    case small = "button small"
    case smallDanger = "button small danger"
    case wide = "button primary wide"
    case link = "link"
}
