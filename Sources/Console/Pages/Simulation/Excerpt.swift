import IAMIdentifiers

/// The part of a policy document that holds one statement, with a little of what surrounds it.
struct Excerpt: Sendable, Equatable {
    var text: String
    /// The statement's lines, numbered from 1 as all here.
    var statement: ClosedRange<Int>
    /// The number of the text's first line in the document.
    var firstLine: Int
    /// Those of the statement's lines that are shown.
    var lit: ClosedRange<Int>
    /// Lines of the statement that are not shown.
    var leftOut = 0

    /// Of a statement that is longer only a part is shown: around the line that names the action,
    /// where one does.
    static let longestStatement = 30
    private static let linesAround = 2

    /// A document as its lines, taken apart once for all excerpts of it.
    struct Lines {
        fileprivate let all: [[Unicode.Scalar]]

        init(of document: String) {
            all = document.parts(at: "\n").map { line in
                Array(line.unicodeScalars.filter { $0 != "\r" })
            }
        }

        /// How many characters a stretch of lines has.
        func length(_ range: ClosedRange<Int>) -> Int {
            all[max(0, range.lowerBound - 1)..<min(all.count, range.upperBound)]
                .reduce(0) { $0 + $1.count }
        }
    }

    /// - Parameters:
    ///   - place, end: where the API says that the statement begins and has ended. Both are
    ///     counted from 1; the first is behind what was read before the statement.
    ///   - action: what the statement decided.
    /// - Returns: nil when the document has no statement there.
    init?(of document: Lines, from place: Place, to end: Place, about action: String) {
        let lines = document.all
        guard let start = Self.openingBrace(in: lines, near: place), start.line <= end.line,
            lines.indices.contains(end.line - 1)
        else { return nil }
        statement = start.line...end.line
        firstLine = start.line
        guard start.line < end.line else {
            // A document in one line: only the statement of it says anything.
            let line = lines[start.line - 1]
            guard (start.column...line.count).contains(end.column - 1) else { return nil }
            text = Self.text(line[start.column - 1..<end.column - 1])
            lit = statement
            return
        }
        let named = (start.line...end.line).first {
            Self.names(action, Self.text(lines[$0 - 1][...]))
        }
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
        text = lines[firstLine - 1..<shownTo].map { Self.text($0[...]) }.joined(separator: "\n")
    }

    /// Whether a line holds the action, or a pattern that begins as it does.
    private static func names(_ action: String, _ line: String) -> Bool {
        line.parts(at: "\"").contains { word in
            guard let colon = word.firstIndex(of: ":") else { return false }
            let literal = word.prefix { $0 != "*" && $0 != "?" }.asciiLowercased
            return literal.count > word.distance(from: word.startIndex, to: colon)
                && action.asciiLowercased.begins(with: literal)
                && (literal.count < word.count || literal.count == action.count)
        }
    }

    struct Place: Sendable, Equatable {
        var line: Int
        var column: Int
    }

    /// The brace that opens the statement: the one before `place` of a statement that is in no
    /// list, the next one of any other.
    private static func openingBrace(in lines: [[Unicode.Scalar]], near place: Place) -> Place? {
        guard lines.indices.contains(place.line - 1),
            (1...lines[place.line - 1].count + 1).contains(place.column)
        else { return nil }
        if place.column > 1, lines[place.line - 1][place.column - 2] == "{" {
            return Place(line: place.line, column: place.column - 1)
        }
        for line in place.line...lines.count {
            let first = line == place.line ? place.column - 1 : 0
            for (index, scalar) in lines[line - 1].enumerated().dropFirst(first)
            where scalar != "," && !scalar.properties.isWhitespace {
                return scalar == "{" ? Place(line: line, column: index + 1) : nil
            }
        }
        return nil
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}
