/// A task in numbered steps.
extension PageContext {
    /// The names of the steps with the present one marked, and beside them what it asks for.
    /// - Parameter current: the number of the present step, from 0.
    func wizard(_ titles: [Phrase], at current: Int, _ content: HTML) -> HTML {
        let steps = titles.enumerated().map { number, title in
            """
            <li\(" aria-current=\"step\"", if: number == current)>\
            <span class="number">\(number + 1)</span> \(self[title])</li>
            """ as HTML
        }
        return """
            <div class="wizard"><ol class="steps" aria-label="\(self[.steps])">\(steps)</ol>
            <div class="stack">\(content)</div></div>
            """
    }

    /// A button that shows what stands below it, in its place. Without a script it is there anyway,
    /// and the button is not.
    func reveal(_ label: Phrase, _ id: String, _ content: HTML) -> HTML {
        """
        <div class="reveal"><button type="button" class="button" data-reveals \
        aria-expanded="false" aria-controls="\(id)">\(self[label])</button>
        <div class="revealed" id="\(id)">\(content)</div></div>
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
