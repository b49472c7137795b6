/// A regular expression of AWS's model, matched against whole strings.
///
/// The part of Java's syntax that the models use: classes with ranges, `\w`, `\d` and `\s`
/// (ASCII), `\p{L}`, `\p{N}`, `\p{Z}`, `\uXXXX`, `\xXX`; groups, alternatives, `* + ? {n} {n,}
/// {n,m}`; `(?!x)` for one character; `^` and `$` at the ends, where they change nothing.
/// Characters are Unicode scalars.
///
/// Matching takes time in proportion to the text times the pattern, whatever the text; there is
/// no backtracking. A pattern outside that syntax matches nothing.
package struct Pattern: Sendable, Equatable {
    package let source: String
    private let matcher: Matcher

    private enum Matcher {
        /// One class, repeated at least so often: what nearly every pattern is.
        case run(CharacterClass, min: Int)
        case program(PatternProgram)
        case unsupported
    }

    package init(_ source: String) {
        self.source = source
        matcher =
            switch PatternParser.parse(source) {
            case nil: .unsupported
            case .repeated(.characters(let characters), let min, nil): .run(characters, min: min)
            case let node?: PatternProgram(node).map { .program($0) } ?? .unsupported
            }
    }

    /// False for a pattern that matches nothing because its syntax is not known.
    package var isSupported: Bool {
        if case .unsupported = matcher { false } else { true }
    }

    package func matches(_ text: String) -> Bool {
        switch matcher {
        case .run(let characters, let min):
            text.unicodeScalars.count >= min
                && text.unicodeScalars.allSatisfy { characters.contains($0) }
        case .program(let program): program.matches(text)
        case .unsupported: false
        }
    }

    package static func == (left: Pattern, right: Pattern) -> Bool { left.source == right.source }
}
