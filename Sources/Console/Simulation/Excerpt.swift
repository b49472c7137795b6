/// The part of a policy document that holds one statement, with a little of what surrounds it.
struct Excerpt: Sendable, Equatable {
    var text: String
    /// The number of the text's first line in the document.
    var firstLine: Int
    /// The statement's lines, numbered as in the document.
    var lit: ClosedRange<Int>
    /// Lines of the statement that are not shown.
    var leftOut = 0

    /// Of a statement that is longer only a part is shown: around the line that names the action,
    /// where one does.
    static let longestStatement = 30
    private static let linesAround = 2

    /// - Parameters:
    ///   - start, end: the statement's first and last character, both counted from 1 as the API
    ///     answers them.
    ///   - action: what the statement decided.
    /// - Returns: nil when the document has no such lines.
    init?(of document: String, from start: Place, to end: Place, about action: String) {
        let lines = document.split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        guard start.line >= 1, start.line <= end.line, end.line <= lines.count else { return nil }
        firstLine = start.line
        guard start.line < end.line else {
            // A document in one line: only the statement of it says anything.
            text = Self.statement(in: lines[start.line - 1], from: start.column, to: end.column)
            lit = start.line...start.line
            return
        }
        let named = (start.line...end.line).first { Self.names(action, lines[$0 - 1]) }
        let first = max(
            start.line,
            min(
                (named ?? start.line) - Self.longestStatement / 2,
                end.line - Self.longestStatement + 1))
        let last = min(end.line, first + Self.longestStatement - 1)
        lit = first...last
        leftOut = end.line - start.line + 1 - lit.count
        firstLine = first == start.line ? max(1, first - Self.linesAround) : first
        let shownTo = last == end.line ? min(lines.count, last + Self.linesAround) : last
        text = lines[firstLine - 1..<shownTo].joined(separator: "\n")
    }

    /// Whether a line holds the action, or a pattern that begins as it does.
    private static func names(_ action: String, _ line: String) -> Bool {
        line.split(separator: "\"").contains { word in
            guard let colon = word.firstIndex(of: ":") else { return false }
            let literal = word.prefix { $0 != "*" && $0 != "?" }.lowercased()
            return literal.count > word.distance(from: word.startIndex, to: colon)
                && action.lowercased().hasPrefix(literal)
                && (literal.count < word.count || literal.count == action.count)
        }
    }

    struct Place: Sendable, Equatable {
        var line: Int
        var column: Int
    }

    /// The characters between two columns, both included, or the whole line where they hold no
    /// object: the API counts a bracket before a single statement that is not there.
    private static func statement(in line: String, from start: Int, to end: Int) -> String {
        let characters = Array(line.unicodeScalars)
        for shift in [0, 1] where start - shift >= 1 && end - shift <= characters.count {
            let part = characters[start - shift - 1..<max(end - shift, start - shift)]
            if part.first == "{", part.last == "}" {
                var text = String.UnicodeScalarView()
                text.append(contentsOf: part)
                return String(text)
            }
        }
        return line
    }
}
