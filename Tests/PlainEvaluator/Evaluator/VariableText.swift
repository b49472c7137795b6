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
            guard let piece = Self.variable(&rest) else { return nil }
            pieces.append(piece)
        }
    }

    /// Takes what stands between the braces, and the brace that ends it.
    private static func variable(_ rest: inout ArraySlice<Unicode.Scalar>) -> Piece? {
        guard let end = rest.firstIndex(where: { $0 == "," || $0 == "}" }) else { return nil }
        let name = rest[..<end]
        let key = String(Array(name))
        guard !key.isEmpty, !key.contains("{") else { return nil }
        let hasStandIn = rest[end] == ","
        rest = rest[(end + 1)...]
        guard hasStandIn else {
            if let only = name.first, name.count == 1, "*?$".unicodeScalars.contains(only) {
                return .escaped(only)
            }
            return .variable(key: key.asciiLowercased, standIn: nil)
        }
        // Between quotation marks, which may hold a brace.
        let quoted = rest.drop { $0 == " " }
        guard quoted.first == "'", let quote = quoted.dropFirst().firstIndex(of: "'")
        else { return nil }
        let standIn = String(Array(quoted[..<quote].dropFirst()))
        rest = quoted[(quote + 1)...].drop { $0 == " " }
        guard rest.popFirst() == "}" else { return nil }
        return .variable(key: key.asciiLowercased, standIn: standIn)
    }

    /// The text with the values of a request in small letters in it, in which nothing is a wildcard
    /// or a variable. A variable with several values matches any text.
    /// - Returns: nil if a variable has neither a value nor a default.
    func filled(from request: QuestionRequest, wildcards: Bool) -> Pattern? {
        var elements: [Pattern.Element] = []
        for piece in pieces {
            switch piece {
            case .character("*") where wildcards: elements.append(.run(mayHoldColons: true))
            case .character("?") where wildcards: elements.append(.one(mayBeColon: true))
            case .character(let character):
                elements.append(.character(character))
            case .escaped(let character):
                elements.append(.character(character))
            case .variable(let key, let standIn):
                let values = request.context[key] ?? []
                guard let value = values.first ?? standIn else { return nil }
                elements +=
                    values.count > 1
                    ? [.run(mayHoldColons: true)] : value.characters.map { .character($0) }
            }
        }
        return Pattern(elements: elements)
    }

    /// Whether a variable stands in one of the first five parts of an ARN.
    var hasVariablesBeforeFifthColon: Bool {
        var colons = 0
        for piece in pieces {
            switch piece {
            case .character(":"): colons += 1
            case .variable where colons < 5: return true
            case .character, .escaped, .variable: break
            }
        }
        return false
    }

    /// Whether one of the variables has several values, so that its value is not known.
    func isDoubtful(in request: QuestionRequest) -> Bool {
        pieces.contains { piece in
            guard case .variable(let key, _) = piece else { return false }
            return (request.context[key] ?? []).count > 1
        }
    }
}
