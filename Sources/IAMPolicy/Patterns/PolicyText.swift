/// Text of a policy that may hold wildcards and variables.
struct PolicyText: Hashable, Sendable {
    /// As it is written.
    let text: String
    let steps: [TextStep]

    /// Text as written in a document, or nil if a variable in it is malformed.
    /// - Parameters:
    ///   - hasWildcards: whether `*` and `?` are wildcards here.
    ///   - version: the document's, which decides whether there are variables.
    init?(_ text: String, hasWildcards: Bool, version: PolicyVersion) {
        func plain(_ part: Substring.UnicodeScalarView) -> [TextStep] {
            let part = Substring(part)
            return hasWildcards ? .init(wildcards: part) : .init(literal: part)
        }
        var steps: [TextStep] = []
        var rest = text[...].unicodeScalars
        while version.hasVariables, let start = Self.variableStart(in: rest) {
            steps += plain(rest[..<start])
            rest = rest[start...].dropFirst(2)
            if let escaped = Self.escapedCharacter(from: &rest) {
                steps += [TextStep](literal: String(escaped))
            } else if let variable = PolicyVariable(from: &rest) {
                steps.append(.variable(variable))
            } else {
                return nil
            }
        }
        self.text = text
        self.steps = steps + plain(rest)
    }

    /// The keys of the variables in the text, as written.
    var variableKeys: [String] {
        steps.compactMap { step in
            if case .variable(let variable) = step { variable.key } else { nil }
        }
    }

    private static func variableStart(
        in text: Substring.UnicodeScalarView
    ) -> Substring.UnicodeScalarView.Index? {
        var dollar: Substring.UnicodeScalarView.Index?
        for index in text.indices {
            if let dollar, text[index] == "{" { return dollar }
            dollar = text[index] == "$" ? index : nil
        }
        return nil
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
