/// A task in numbered steps.
extension PageContext {
    /// The names of the steps with the present one marked, and beside them what it asks for.
    /// - Parameter current: the number of the present step, from 0.
    func wizard(_ titles: [Phrase], at current: Int, _ content: HTML) -> HTML {
        let steps = titles.enumerated().map { number, title in
            """
            <li\(" aria-current=\"step\"", if: number == current)>\
            <span class="number">\(number + 1)</span> \
            <span class="label">\(self[title])</span></li>
            """ as HTML
        }
        return """
            <div class="wizard"><ol class="steps" aria-label="\(self[.steps])">\(steps)</ol>
            <div class="stack">\(content)</div></div>
            """
    }

    /// A button that shows what stands below it, in its place, and hides it when it is pressed
    /// again. The browser does it without a script: the button opens an empty popover, and the
    /// style sheet shows the content while that is open.
    func reveal(_ label: Phrase, _ id: String, _ content: HTML) -> HTML {
        """
        <div class="reveal">\(opener(label, opens: id))\
        <div id="\(id)" popover="manual"></div>
        <div class="revealed">\(content)</div></div>
        """
    }

    /// A button that hides what a ``reveal(_:_:_:)`` shows.
    func hider(_ id: String) -> HTML {
        """
        <button type="button" class="button small" popovertarget="\(id)" \
        popovertargetaction="hide">\(self[.hide])</button>
        """
    }

    /// A secret as text, which breaks after each four characters and is copied whole.
    func secretText(_ text: String) -> HTML {
        var rest = text[...]
        var parts: [HTML] = []
        while !rest.isEmpty {
            parts.append("\(String(rest.prefix(4)))")
            rest = rest.dropFirst(4)
        }
        let code = parts.dropFirst().reduce(parts.first ?? "") { "\($0)<wbr>\($1)" }
        return "<span class=\"copyable\"><code>\(code)</code>\(copyButton(text))</span>"
    }
}
