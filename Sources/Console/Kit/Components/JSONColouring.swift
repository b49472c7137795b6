/// Cuts JSON text into lines of coloured pieces.
///
/// It colours what it recognises and passes the rest as it is, so a document with errors can be
/// shown too; whether the text is valid is the policy parser's business.
struct JSONColouring {
    enum Kind: String {
        case key, string, other
        case plain = ""
    }

    struct Piece: Equatable {
        var kind: Kind
        var text: String
    }

    /// The lines of the text, each as its pieces in order. A string that spans lines is cut there.
    static func lines(of text: String) -> [[Piece]] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            pieces(of: Array(line.filter { $0 != "\r" }))
        }
    }

    private static func pieces(of line: [Unicode.Scalar]) -> [Piece] {
        var pieces: [Piece] = []
        var at = 0
        while at < line.count {
            let end: Int
            let kind: Kind
            switch line[at] {
            case "\"":
                end = endOfString(line, from: at)
                kind = isFollowedByColon(line, end) ? .key : .string
            case "-", "0"..."9", "a"..."z":
                end = line[at...].firstIndex { !isWord($0) } ?? line.count
                kind = .other
            default:
                end = line[at...].firstIndex { $0 == "\"" || isWord($0) } ?? line.count
                kind = .plain
            }
            // An upper-case letter is part of no word that begins here: it passes alone.
            let next = max(end, at + 1)
            pieces.append(Piece(kind: kind, text: string(line[at..<next])))
            at = next
        }
        return pieces
    }

    private static func endOfString(_ line: [Unicode.Scalar], from start: Int) -> Int {
        var at = start + 1
        while at < line.count, line[at] != "\"" { at += line[at] == "\\" ? 2 : 1 }
        return min(at + 1, line.count)
    }

    private static func isFollowedByColon(_ line: [Unicode.Scalar], _ end: Int) -> Bool {
        line[end...].first { $0 != " " && $0 != "\t" } == ":"
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "+", ".": true
        default: false
        }
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}
