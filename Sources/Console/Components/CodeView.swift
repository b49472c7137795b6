/// A JSON document with numbered lines and coloured pieces.
struct CodeView {
    /// - Parameter wrongLine: the line an error stands on, counted from 1.
    static func render(_ text: String, _ page: PageContext, wrongLine: Int? = nil) -> HTML {
        let lines = JSONColouring.lines(of: text).enumerated().map { number, pieces in
            let style = number + 1 == wrongLine ? "line wrong" : "line"
            return "<span class=\"\(style)\">\(pieces.map(piece))</span>" as HTML
        }
        return """
            <pre class="code" tabindex="0" role="region" aria-label="\(page[.policyDocument])">\
            <code>\(lines)</code></pre>
            """
    }

    private static func piece(_ piece: JSONColouring.Piece) -> HTML {
        guard piece.kind != .plain else { return "\(piece.text)" }
        return "<span class=\"\(piece.kind.rawValue)\">\(piece.text)</span>"
    }
}
