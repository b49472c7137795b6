/// A JSON document, or a part of one, with numbered lines and coloured pieces.
struct CodeView {
    /// Lines that are lit, counted from 1 in the whole document.
    struct Mark: Sendable, Equatable {
        var lines: ClosedRange<Int>
        var tone: Tone
    }

    /// The longest text that is numbered and coloured, in bytes and in lines: what is longer is
    /// shown as it is, or a page would have many times its bytes.
    static let longestColoured = (bytes: 32_768, lines: 2_000)

    /// - Parameters:
    ///   - first: the number of the text's first line, in the document that it is a part of.
    ///   - label: what assistive technology calls it.
    static func render(
        _ text: String, _ page: PageContext, marks: [Mark] = [], from first: Int = 1,
        label: String? = nil
    ) -> HTML {
        guard isColoured(text) else {
            return """
                <pre class="code" tabindex="0" role="region" \
                aria-label="\(label ?? page[.policyDocument])"><code>\(text)</code></pre>
                """
        }
        let lines = JSONColouring.lines(of: text).enumerated().map { index, pieces in
            let number = first + index
            let tone = marks.first { $0.lines.contains(number) }?.tone ?? .neutral
            let style = tone == .neutral ? "line" : "line \(tone.rawValue)"
            return """
                <span class="\(style)" data-line="\(number)">\(self.pieces(pieces))</span>
                """ as HTML
        }
        return """
            <pre class="code" tabindex="0" role="region" \
            aria-label="\(label ?? page[.policyDocument])"><code>\(lines)</code></pre>
            """
    }

    private static func isColoured(_ text: String) -> Bool {
        text.utf8.count <= longestColoured.bytes
            && text.utf8.count { $0 == UInt8(ascii: "\n") } < longestColoured.lines
    }

    /// A line's pieces in their colours.
    static func pieces(_ pieces: [JSONColouring.Piece]) -> HTML { "\(pieces.map(piece))" }

    private static func piece(_ piece: JSONColouring.Piece) -> HTML {
        guard piece.kind != .plain else { return "\(piece.text)" }
        return "<span class=\"\(piece.kind.rawValue)\">\(piece.text)</span>"
    }
}
