import Testing

/// Something a line of this package may not be.
struct Rule: Sendable, CustomTestStringConvertible {
    /// What is asked for, as a sentence.
    let testDescription: String
    /// A file and a line of it that break the rule; proof that it finds anything.
    let example: (path: String, line: String)
    /// The numbers of the lines, from 0, that break it.
    let breaches: @Sendable (SourceTree.File) -> [Int]

    /// A rule about lines by themselves.
    /// - Parameters:
    ///   - breaks: told a line's code, without its comment, and the line.
    init(
        _ sentence: String, example: (String, String),
        in applies: @escaping @Sendable (SourceTree.File) -> Bool,
        breaks: @escaping @Sendable (_ code: Substring, _ line: Substring) -> Bool
    ) {
        testDescription = sentence
        self.example = example
        breaches = { file in
            guard applies(file) else { return [] }
            return file.lines.indices.filter { breaks(Self.code(file.lines[$0]), file.lines[$0]) }
        }
    }

    /// A rule about a file as a whole.
    init(
        _ sentence: String, example: (String, String),
        breaches: @escaping @Sendable (SourceTree.File) -> [Int]
    ) {
        testDescription = sentence
        self.example = example
        self.breaches = breaches
    }

    /// A line without a comment at its end. A `//` inside a string ends it too; URLs are the usual
    /// case, and no rule looks behind one.
    private static func code(_ line: Substring) -> Substring {
        line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
    }
}
