@testable import IAMPolicy

/// A text in which places are marked by « and », and those places.
struct MarkedText {
    /// The text without the marks.
    let text: String
    /// In the order of the text.
    let spans: [TextSpan]

    init(_ marked: String) {
        var text = String.UnicodeScalarView()
        var spans: [TextSpan] = []
        var start: TextSpan.Place?
        var (line, column) = (1, 0)
        for scalar in marked.unicodeScalars {
            let place = TextSpan.Place(line: line, column: column, offset: text.count)
            switch scalar {
            case "«": start = place
            case "»": spans.append(TextSpan(start: start!, end: place))
            default:
                text.append(scalar)
                (line, column) = scalar == "\n" ? (line + 1, 0) : (line, column + 1)
            }
        }
        self.text = String(text)
        self.spans = spans
    }
}
