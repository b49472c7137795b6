import IAMIdentifiers
import IAMModel

/// The excerpts that one page shows, of documents that are taken apart once.
///
/// Hundreds of decisions can rest on the same long statements. What is looked through and what is
/// shown is counted, and each ends at a limit; further statements are named and not shown.
struct Excerpts {
    /// The most characters that a page's excerpts have together.
    static let mostShown = 60_000
    /// The most characters that they are looked for in.
    private static let mostRead = 400_000

    private let documents: [ExactText: Excerpt.Lines]
    private var toShow = mostShown
    private var toRead = mostRead

    init(of documents: [ExactText: String]) {
        self.documents = documents.mapValues(Excerpt.Lines.init)
    }

    /// A statement of the document that answers call `id`.
    /// - Parameter action: what the statement decided.
    /// - Returns: nil when there is no such statement, or enough was shown.
    mutating func excerpt(
        of id: String, from start: Excerpt.Place, to end: Excerpt.Place, about action: String
    ) -> Excerpt? {
        guard let lines = documents[id], start.line <= end.line else { return nil }
        toRead -=
            start.line == end.line
            ? max(0, end.column - start.column) : lines.length(start.line...end.line)
        guard toRead >= 0,
            let excerpt = Excerpt(of: lines, from: start, to: end, about: action)
        else { return nil }
        let length = excerpt.text.unicodeScalars.count
        guard length <= toShow else { return nil }
        toShow -= length
        return excerpt
    }
}
