/// A text of a policy in which variables may stand.
///
/// Source: IAM User Guide, "IAM policy elements: Variables and tags".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>
struct VariableText {
    private enum Piece {
        case character(Unicode.Scalar)
        /// `${*}`, `${?}` or `${$}`: the character, which is no wildcard then.
        case escaped(Unicode.Scalar)
        /// A key in small letters.
        case variable(key: String, standIn: String?)
    }

    private var pieces: [Piece] = []

    /// - Parameter hasVariables: whether the policy's version knows variables.
    /// - Returns: nil if a variable is not written as variables are.
    init?(_ text: String, hasVariables: Bool) {
        var rest = text.characters[...]
        while let character = rest.popFirst() {
            guard hasVariables, character == "$", rest.first == "{" else {
                pieces.append(.character(character))
                continue
            }
            rest.removeFirst()
            guard let end = rest.firstIndex(of: "}"), let piece = Self.variable(rest[..<end])
            else { return nil }
            pieces.append(piece)
            rest = rest[(end + 1)...]
        }
    }

    /// What stands between the braces.
    private static func variable(_ inner: ArraySlice<Unicode.Scalar>) -> Piece? {
        if inner.count == 1, let only = inner.first, "*?$".unicodeScalars.contains(only) {
            return .escaped(only)
        }
        guard !inner.contains(where: { "${".unicodeScalars.contains($0) }) else { return nil }
        let comma = inner.firstIndex(of: ",") ?? inner.endIndex
        let key = inner[..<comma]
        guard !key.isEmpty, !key.contains(" "), !key.contains("'") else { return nil }
        let name = text(key).asciiLowercased
        guard comma < inner.endIndex else { return .variable(key: name, standIn: nil) }
        let standIn = inner[(comma + 1)...].drop { $0 == " " }
        guard standIn.count >= 2, standIn.first == "'", standIn.last == "'" else { return nil }
        return .variable(key: name, standIn: text(standIn.dropFirst().dropLast()))
    }

    private static func text(_ characters: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(characters))
    }

    /// The text with the values of a request in small letters in it, in which nothing is a wildcard or a variable.
    /// - Returns: nil if a variable has no value, or several, and nothing to stand in for none.
    func filled(from request: QuestionRequest, wildcards: Bool) -> Pattern? {
        var elements: [Pattern.Element] = []
        for piece in pieces {
            switch piece {
            case .character("*") where wildcards: elements.append(.run(mayHoldColons: true))
            case .character("?") where wildcards: elements.append(.one(mayBeColon: true))
            case .character(let character):
                elements.append(.character(character, isWritten: true))
            case .escaped(let character):
                elements.append(.character(character, isWritten: false))
            case .variable(let key, let standIn):
                let values = request.context[key] ?? []
                guard values.count < 2, let value = values.first ?? standIn else { return nil }
                elements += value.characters.map { .character($0, isWritten: false) }
            }
        }
        return Pattern(elements: elements)
    }
}
