/// Text of a policy that may hold wildcards and variables.
struct PolicyText: Hashable, Sendable {
    private enum Piece: Hashable {
        case steps([PatternStep])
        case variable(PolicyVariable)
    }

    private let pieces: [Piece]

    /// Text as written in a document, or nil if a variable in it is malformed.
    /// - Parameters:
    ///   - hasWildcards: whether `*` and `?` are wildcards here.
    ///   - version: the document's, which decides whether there are variables.
    init?(_ text: String, hasWildcards: Bool, version: PolicyVersion) {
        func steps(_ text: Substring.UnicodeScalarView) -> Piece {
            let text = Substring(text)
            return .steps(hasWildcards ? .init(wildcards: text) : .init(literal: text))
        }
        var pieces: [Piece] = []
        var rest = text[...].unicodeScalars
        while version.hasVariables, let start = Self.variableStart(in: rest) {
            pieces.append(steps(rest[..<start]))
            rest = rest[start...].dropFirst(2)
            if let escaped = Self.escapedCharacter(from: &rest) {
                pieces.append(.steps([PatternStep](literal: String(escaped))))
            } else if let variable = PolicyVariable(from: &rest) {
                pieces.append(.variable(variable))
            } else {
                return nil
            }
        }
        pieces.append(steps(rest))
        self.pieces = pieces
    }

    /// The steps of the text for a request, or nil if a variable has no value. A value is literal:
    /// a `*` in it matches a `*`.
    func steps(in context: RequestContext) -> [PatternStep]? {
        if pieces.count == 1, case .steps(let steps) = pieces[0] { return steps }
        var steps: [PatternStep] = []
        for piece in pieces {
            switch piece {
            case .steps(let part): steps += part
            case .variable(let variable):
                guard let value = variable.value(in: context) else { return nil }
                steps += [PatternStep](literal: value)
            }
        }
        return steps
    }

    private static func variableStart(
        in text: Substring.UnicodeScalarView
    ) -> Substring.UnicodeScalarView.Index? {
        text.indices.first { text[$0...].starts(with: "${".unicodeScalars) }
    }

    /// `${*}`, `${?}` and `${$}` stand for the characters themselves.
    private static func escapedCharacter(
        from rest: inout Substring.UnicodeScalarView
    ) -> Unicode.Scalar? {
        guard let first = rest.first, "*?$".unicodeScalars.contains(first),
            rest.dropFirst().first == "}"
        else { return nil }
        rest = rest.dropFirst(2)
        return first
    }
}
