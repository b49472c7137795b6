/// What one document says otherwise than another, line by line.
struct DifferenceView {
    /// Nil for documents that are too long to be compared.
    /// - Parameters:
    ///   - title: of the lines.
    ///   - same: the sentence in their place where both say the same.
    static func render(
        from old: String, to new: String, title: String, same: String, _ page: PageContext
    ) -> HTML? {
        guard let difference = LineDifference(from: old, to: new) else { return nil }
        let added = difference.lines.count { if case .added = $0 { true } else { false } }
        let removed = difference.lines.count { if case .removed = $0 { true } else { false } }
        let heading =
            difference.isEmpty
            ? page.message(.good, same)
            : """
            <p><strong>\(title)</strong> \
            <span class="no-break">\(page[.linesRemoved(removed)])</span>, \
            <span class="no-break">\(page[.linesAdded(added)])</span></p>
            """ as HTML
        return """
            \(heading)
            <pre class="code difference" tabindex="0" role="region" \
            aria-label="\(title)"><code>\(lines(difference, old, new))</code></pre>
            """
    }

    private static func lines(
        _ difference: LineDifference, _ old: String, _ new: String
    ) -> [HTML] {
        let old = JSONColouring.lines(of: old)
        let new = JSONColouring.lines(of: new)
        return difference.lines.map { line -> HTML in
            switch line {
            case .same(_, let index):
                """
                <span class="line" data-line="\(index + 1)">\(CodeView.pieces(new[index]))</span>
                """
            case .removed(let index):
                """
                <del class="line danger" data-line="\(index + 1)" data-sign="−">\
                \(CodeView.pieces(old[index]))</del>
                """
            case .added(let index):
                """
                <ins class="line good" data-line="\(index + 1)" data-sign="+">\
                \(CodeView.pieces(new[index]))</ins>
                """
            }
        }
    }
}
