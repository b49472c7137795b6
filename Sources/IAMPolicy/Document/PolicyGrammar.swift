import IAMIdentifiers
import StrictJSON

/// Reads the form of a policy: its JSON, its elements and the types of their values. Whatever is
/// not of that form is a syntax error.
///
/// Source: IAM User Guide, "Grammar of the IAM JSON policy language".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>
struct PolicyGrammar {
    let bytes: [UInt8]
    /// Whether a malformed condition is kept as one that is not understood. Otherwise the document
    /// is refused.
    let keepsUnknownConditions: Bool

    func policy() throws(PolicyFault) -> WrittenPolicy {
        let root = try root()
        let members = try members(of: root, among: ["Version", "Id", "Statement"])
        let version = try members["Version"].map { node throws(PolicyFault) in try node.string }
        if let version, PolicyVersion(rawValue: version.text) == nil {
            throw syntax(
                at: version.offset,
                "there is no version \(version.text.excerpt); write 2012-10-17")
        }
        let id = try members["Id"].map { node throws(PolicyFault) in try node.string.text }
        guard let list = members["Statement"] else {
            throw syntax(at: 0, "a policy has a Statement, and this one has none")
        }
        var statements: [WrittenStatement] = []
        let language = version.flatMap { PolicyVersion(rawValue: $0.text) } ?? .first
        for node in list.elements {
            statements.append(try statement(node, version: language))
        }
        guard !statements.isEmpty else {
            throw syntax(at: list.range.lowerBound, "the list of statements is empty")
        }
        return WrittenPolicy(
            version: version, id: id, statements: statements,
            memberAfterLoneStatement: memberAfter(list, of: root))
    }

    private func root() throws(PolicyFault) -> JSONNode {
        guard bytes.count <= PolicyDocument.maximumBytes else {
            throw syntax(
                at: 0, "a policy has at most \(PolicyDocument.maximumBytes) bytes")
        }
        do {
            return try JSONReader.read(bytes)
        } catch {
            throw syntax(at: error.offset, error.fault.advice)
        }
    }

    /// Where the first member after a `Statement` that is not a list begins; nil if there is none.
    private func memberAfter(_ statement: JSONNode, of root: JSONNode) -> Int? {
        guard case .object = statement.content, case .object(let members) = root.content else {
            return nil
        }
        return members.first { $0.offset > statement.range.lowerBound }?.offset
    }
}

// Statements.
extension PolicyGrammar {
    private static let elements: Set<ExactText> = [
        "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource",
        "NotResource", "Condition",
    ]

    private func statement(
        _ node: JSONNode, version: PolicyVersion
    ) throws(PolicyFault) -> WrittenStatement {
        let members = try members(of: node, among: Self.elements)
        guard let effect = members["Effect"] else {
            throw syntax(at: node.range.lowerBound, "a statement has an Effect: Allow or Deny")
        }
        return WrittenStatement(
            range: node.range,
            sid: try members["Sid"].map { node throws(PolicyFault) in try node.string },
            effect: try self.effect(effect),
            principals: try either("Principal", of: members).map { member in
                WrittenPrincipals(isNegated: member.isNegated, node: member.node)
            },
            actions: try element("Action", of: members),
            resources: try resources(of: members, version: version),
            conditions: try conditions(members["Condition"], version: version))
    }

    private func resources(
        of members: [ExactText: JSONNode], version: PolicyVersion
    ) throws(PolicyFault) -> WrittenElement? {
        guard let element = try element("Resource", of: members) else { return nil }
        for text in element.texts
        where text.text.utf8.contains(UInt8(ascii: "$"))
            && ResourcePattern(text.text, version: version) == nil
        {
            throw syntax(at: text.offset, Self.formOfVariables)
        }
        return element
    }

    private func effect(_ node: JSONNode) throws(PolicyFault) -> WrittenText {
        let effect = try node.string
        guard PolicyEffect(ignoringCase: effect.text) != nil else {
            throw syntax(
                at: effect.offset, "there is no effect \(effect.text.excerpt); write Allow or Deny")
        }
        return effect
    }

    /// The value of an element or of its opposite, which do not stand together.
    private func either(
        _ name: String, of members: [ExactText: JSONNode]
    ) throws(PolicyFault) -> (name: String, isNegated: Bool, node: JSONNode)? {
        let (plain, negated) = (members[ExactText(name)], members[ExactText("Not\(name)")])
        if plain != nil, let negated {
            throw syntax(
                at: negated.range.lowerBound, "a statement has \(name) or Not\(name), not both")
        }
        return plain.map { (name, false, $0) } ?? negated.map { ("Not\(name)", true, $0) }
    }

    private func element(
        _ name: String, of members: [ExactText: JSONNode]
    ) throws(PolicyFault) -> WrittenElement? {
        guard let member = try either(name, of: members) else { return nil }
        var texts: [WrittenText] = []
        for node in member.node.elements { texts.append(try node.string) }
        return WrittenElement(
            name: member.name, isNegated: member.isNegated,
            offset: member.node.range.lowerBound, texts: texts)
    }
}

// Conditions.
extension PolicyGrammar {
    private func conditions(
        _ node: JSONNode?, version: PolicyVersion
    ) throws(PolicyFault) -> [WrittenCondition]? {
        guard let node else { return [] }
        var conditions: [WrittenCondition] = []
        do throws(PolicyFault) {
            for block in try objectMembers(of: node) {
                conditions += try self.conditions(block, version: version)
            }
        } catch {
            guard keepsUnknownConditions else { throw error }
            return nil
        }
        return conditions
    }

    /// The conditions under one operator: an object of keys, each with a value or several. If the
    /// object is empty, the operator may have any name.
    private func conditions(
        _ block: JSONNode.Member, version: PolicyVersion
    ) throws(PolicyFault) -> [WrittenCondition] {
        let members = try objectMembers(of: block.value)
        guard let name = ConditionOperator(block.name) else {
            if members.isEmpty { return [WrittenCondition(operator: nil, key: "", values: [])] }
            throw syntax(at: block.offset, "there is no condition operator \(block.name.excerpt)")
        }
        var conditions: [WrittenCondition] = []
        var keys: Set<ExactText> = []
        for member in members {
            guard keys.add(member.name.asciiLowercased) else {
                throw syntax(
                    at: member.offset,
                    "the key \(member.name.excerpt) stands twice; write it once")
            }
            var values: [WrittenCondition.Value] = []
            for value in member.value.elements {
                values.append(try self.value(value, for: name.comparison, version: version))
            }
            conditions.append(
                WrittenCondition(operator: name, key: member.name, values: values))
        }
        return conditions
    }

    /// A value of a condition; quotation marks around numbers and booleans are optional.
    private func value(
        _ node: JSONNode, for comparison: Comparison, version: PolicyVersion
    ) throws(PolicyFault) -> WrittenCondition.Value {
        let text: String
        switch node.content {
        case .string(let string), .number(let string): text = string
        case .boolean(let boolean): text = String(boolean)
        case .object, .array, .null:
            throw syntax(
                at: node.range.lowerBound,
                "a condition's value is a string, a number, true, false or a list of them")
        }
        let operand = ConditionOperand(text, for: comparison, version: version)
        if operand == nil, let advice = comparison.adviceAgainstSyntax {
            throw syntax(at: node.range.lowerBound, advice)
        }
        return WrittenCondition.Value(
            text: WrittenText(text: text, offset: node.range.lowerBound), operand: operand)
    }
}

// JSON.
extension PolicyGrammar {
    static let formOfVariables = "a policy variable is written ${KEY} or ${KEY, 'DEFAULT'}"

    private func syntax(at offset: Int, _ advice: String) -> PolicyFault {
        PolicyFault(PolicySentence.syntax, at: offset, advice)
    }

    private func objectMembers(of node: JSONNode) throws(PolicyFault) -> [JSONNode.Member] {
        guard case .object(let members) = node.content else {
            throw syntax(at: node.range.lowerBound, "an object is expected here: write { and }")
        }
        return members
    }

    /// The values of an object by name. A name that is not among `names` is a syntax error.
    private func members(
        of node: JSONNode, among names: Set<ExactText>
    ) throws(PolicyFault) -> [ExactText: JSONNode] {
        var members: [ExactText: JSONNode] = [:]
        for member in try objectMembers(of: node) {
            guard names.contains(member.name) else {
                let known = names.map(\.text).sorted().joined(separator: ", ")
                throw syntax(
                    at: member.offset,
                    "there is no element \(member.name.excerpt) here; there are \(known)")
            }
            members[member.name] = member.value
        }
        return members
    }
}
