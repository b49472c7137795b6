import IAMIdentifiers
import StrictJSON

/// Reads a policy's text into a ``PolicyDocument``: first its form, then whether it makes sense,
/// then what it means.
struct PolicyReader {
    /// Where a text comes from, which decides how much of it is checked.
    enum Origin {
        /// A client that wants to store it.
        case new
        /// A client that asks what it would decide. IAM evaluates ARNs there that it would not
        /// store; see ``PolicyVetting``.
        case simulated
        /// The store. A policy that was accepted once keeps its meaning, whatever the rules were
        /// then. A policy that has no meaning cannot be read.
        case stored
    }

    private let bytes: [UInt8]
    private let kind: PolicyKind
    private let origin: Origin

    init(_ text: String, as kind: PolicyKind, from origin: Origin) {
        bytes = Array(text.utf8)
        self.kind = kind
        self.origin = origin
    }

    func document() throws(PolicySyntaxError) -> PolicyDocument {
        do throws(PolicyFault) {
            let grammar = PolicyGrammar(bytes: bytes, keepsUnknownConditions: origin == .stored)
            let written = try grammar.policy()
            try PolicyVetting(policy: written, bytes: bytes, kind: kind, origin: origin).vet()
            return try document(of: written)
        } catch {
            throw PolicySyntaxError(
                message: error.sentence, advice: error.advice,
                position: TextPosition(offset: error.offset, in: bytes))
        }
    }

    private func document(of written: WrittenPolicy) throws(PolicyFault) -> PolicyDocument {
        let positions = TextPosition.positions(
            of: written.statements.flatMap { [$0.range.lowerBound, $0.range.upperBound] }, in: bytes
        )
        var statements: [PolicyStatement] = []
        for (index, statement) in written.statements.enumerated() {
            statements.append(
                PolicyStatement(
                    sid: statement.sid?.text,
                    effect: try effect(of: statement),
                    principals: try PrincipalElement.read(statement, as: kind),
                    actions: try actions(of: statement),
                    resources: try resources(of: statement, version: written.language),
                    conditions: Self.conditions(of: statement), start: positions[2 * index],
                    end: positions[2 * index + 1]))
        }
        return PolicyDocument(
            namesVersion: written.version != nil, version: written.language, id: written.id,
            statements: statements)
    }

    private func effect(of statement: WrittenStatement) throws(PolicyFault) -> PolicyEffect {
        guard let effect = PolicyEffect(rawValue: statement.effect.text) else {
            throw PolicyFault(PolicySentence.legacyParsing, at: statement.effect.offset)
        }
        return effect
    }

    private func actions(
        of statement: WrittenStatement
    ) throws(PolicyFault) -> PolicyElement<ActionPattern> {
        let actions = try statement.requiredActions
        return PolicyElement(
            isNegated: actions.isNegated, patterns: actions.texts.map { ActionPattern($0.text) })
    }

    /// A trust policy is about its own role, and so names no resource.
    private func resources(
        of statement: WrittenStatement, version: PolicyVersion
    ) throws(PolicyFault) -> PolicyElement<ResourcePattern>? {
        if kind == .trust { return nil }
        let resources = try statement.requiredResources
        var patterns: [ResourcePattern] = []
        for text in resources.texts {
            guard let pattern = ResourcePattern(text.text, version: version) else {
                throw PolicyFault(PolicySentence.syntax, at: text.offset)
            }
            patterns.append(pattern)
        }
        return PolicyElement(isNegated: resources.isNegated, patterns: patterns)
    }

    /// Nil if a condition is not understood: nobody knows its operator, or the operator cannot
    /// compare with one of the values.
    private static func conditions(of statement: WrittenStatement) -> [Condition]? {
        guard let written = statement.conditions else { return nil }
        var conditions: [Condition] = []
        for condition in written {
            let operands = condition.values.compactMap(\.operand)
            guard let name = condition.operator, operands.count == condition.values.count else {
                return nil
            }
            conditions.append(Condition(operator: name, key: condition.key, operands: operands))
        }
        return conditions
    }
}

extension WrittenStatement {
    /// The actions, of which there is at least one.
    var requiredActions: WrittenElement {
        get throws(PolicyFault) {
            try Self.required(actions, orElse: PolicySentence.noActions, at: range.lowerBound)
        }
    }

    /// The resources, of which there is at least one.
    var requiredResources: WrittenElement {
        get throws(PolicyFault) {
            try Self.required(resources, orElse: PolicySentence.noResources, at: range.lowerBound)
        }
    }

    private static func required(
        _ element: WrittenElement?, orElse sentence: String, at offset: Int
    ) throws(PolicyFault) -> WrittenElement {
        guard let element, !element.texts.isEmpty else {
            throw PolicyFault(sentence, at: element?.offset ?? offset)
        }
        return element
    }
}
