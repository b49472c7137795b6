import IAMIdentifiers
import StrictJSON

/// Reads a policy's text into a ``PolicyDocument``, refusing whatever the grammar does not have.
///
/// Source: IAM User Guide, "Grammar of the IAM JSON policy language".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>
struct PolicyReader {
    private let bytes: [UInt8]
    private let kind: PolicyKind
    private let isStored: Bool

    init(_ text: String, as kind: PolicyKind, isStored: Bool) {
        bytes = Array(text.utf8)
        self.kind = kind
        self.isStored = isStored
    }

    func document() throws(PolicySyntaxError) -> PolicyDocument {
        let members = try members(of: try root(), among: ["Version", "Id", "Statement"])
        let version = try version(members["Version"])
        let id = try members["Id"].map { node throws(PolicySyntaxError) in try string(node) }
        guard let list = members["Statement"] else { throw refusal(PolicySentence.syntax, at: 0) }
        var statements: [PolicyStatement] = []
        var sids: Set<ExactText> = []
        let nodes = elements(of: list)
        let positions = TextPosition.positions(
            of: nodes.flatMap { [$0.range.lowerBound, $0.range.upperBound] }, in: bytes)
        for (index, node) in nodes.enumerated() {
            let statement = try statement(
                node, from: positions[2 * index], to: positions[2 * index + 1], version: version)
            if kind != .resourceBased, let sid = statement.sid, !sid.isEmpty,
                !sids.add(sid)
            {
                throw refusal(PolicySentence.repeatedSid, at: node.range.lowerBound)
            }
            statements.append(statement)
        }
        guard !statements.isEmpty else { throw refusal(PolicySentence.syntax, at: list) }
        return PolicyDocument(
            namesVersion: members["Version"] != nil, version: version, id: id,
            statements: statements)
    }

    private func root() throws(PolicySyntaxError) -> JSONNode {
        guard bytes.count <= PolicyDocument.maximumBytes else {
            throw refusal(PolicySentence.syntax, at: 0)
        }
        do {
            return try JSONReader.read(bytes)
        } catch {
            throw refusal(PolicySentence.syntax, at: error.offset)
        }
    }

    private func version(_ node: JSONNode?) throws(PolicySyntaxError) -> PolicyVersion {
        var version = PolicyVersion.first
        if let node {
            guard let named = PolicyVersion(rawValue: try string(node)) else {
                throw refusal(PolicySentence.invalidVersion, at: node)
            }
            version = named
        }
        guard kind != .managed || version == .current else {
            throw refusal(PolicySentence.versionTooOld, at: node?.range.lowerBound ?? 0)
        }
        return version
    }
}

// Statements.
extension PolicyReader {
    private func statement(
        _ node: JSONNode, from start: TextPosition, to end: TextPosition, version: PolicyVersion
    ) throws(PolicySyntaxError) -> PolicyStatement {
        let members = try members(
            of: node,
            among: [
                "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource",
                "NotResource", "Condition",
            ])
        let sid = try members["Sid"].map { node throws(PolicySyntaxError) in try self.sid(node) }
        guard let effectNode = members["Effect"],
            let effect = PolicyEffect(rawValue: try string(effectNode))
        else { throw refusal(PolicySentence.syntax, at: members["Effect"] ?? node) }
        let principals = try principals(of: node, members)
        if let principals, principals.isNegated, effect == .allow, !isStored {
            throw refusal(PolicySentence.syntax, at: members["NotPrincipal"] ?? node)
        }
        let actions = try element(
            "Action", "NotAction", of: node, members, orElse: PolicySentence.noActions
        ) { text throws(MalformedText) in try ActionPattern(text) }
        if kind == .trust, let node = members["Action"] ?? members["NotAction"] {
            let areOfSTS = actions.patterns.allSatisfy {
                $0.steps.starts(with: [TextStep](literal: "sts:"))
            }
            guard areOfSTS, !actions.isNegated else {
                throw refusal(PolicySentence.trustActions, at: node)
            }
        }
        return PolicyStatement(
            sid: sid, effect: effect, principals: principals, actions: actions,
            resources: try resources(of: node, members, version: version),
            conditions: try conditions(members["Condition"], version: version), start: start,
            end: end)
    }

    /// A trust policy is about its own role, and so names no resource.
    private func resources(
        of statement: JSONNode, _ members: [ExactText: JSONNode], version: PolicyVersion
    ) throws(PolicySyntaxError) -> PolicyElement<ResourcePattern>? {
        if kind == .trust {
            for name in ["Resource", "NotResource"] {
                guard let node = members[name] else { continue }
                throw refusal(PolicySentence.prohibited(name), at: node)
            }
            return nil
        }
        return try element(
            "Resource", "NotResource", of: statement, members, orElse: PolicySentence.noResources
        ) { text throws(MalformedText) in
            try ResourcePattern(text, version: version, isStored: isStored)
        }
    }

    /// In policies of resources, some services allow Sids with spaces, and the same Sid twice.
    private func sid(_ node: JSONNode) throws(PolicySyntaxError) -> String {
        let sid = try string(node)
        guard kind == .resourceBased || sid.utf8.allSatisfy(\.isASCIILetterOrDigit) else {
            throw refusal(PolicySentence.invalidSid, at: node)
        }
        return sid
    }

    /// The patterns of one of two elements, exactly one of which must be there and not be empty.
    private func element<Pattern: Hashable & Sendable>(
        _ name: String, _ negatedName: String, of statement: JSONNode,
        _ members: [ExactText: JSONNode], orElse absence: String,
        _ pattern: (String) throws(MalformedText) -> Pattern
    ) throws(PolicySyntaxError) -> PolicyElement<Pattern> {
        guard let list = members[name] ?? members[negatedName] else {
            throw refusal(absence, at: statement)
        }
        if let second = members[negatedName], members[name] != nil {
            throw refusal(PolicySentence.syntax, at: second)
        }
        var patterns: [Pattern] = []
        for node in elements(of: list) {
            let text = try string(node)
            do {
                patterns.append(try pattern(text))
            } catch {
                throw refusal(error.sentence, at: node)
            }
        }
        guard !patterns.isEmpty else { throw refusal(absence, at: list) }
        return PolicyElement(isNegated: members[name] == nil, patterns: patterns)
    }
}

// Principals.
extension PolicyReader {
    /// The principals of a statement: one of two elements in the policies of resources, none in
    /// others.
    private func principals(
        of statement: JSONNode, _ members: [ExactText: JSONNode]
    ) throws(PolicySyntaxError) -> PolicyElement<PrincipalPattern>? {
        let node = members["Principal"] ?? members["NotPrincipal"]
        guard kind.hasPrincipals else {
            if let node { throw refusal(PolicySentence.principal, at: node) }
            return nil
        }
        guard let node else { throw refusal(PolicySentence.noPrincipal, at: statement) }
        if let second = members["NotPrincipal"],
            members["Principal"] != nil || kind != .resourceBased
        {
            throw refusal(PolicySentence.syntax, at: second)
        }
        let patterns = try principals(node)
        guard kind != .resourceControl || patterns == [.everyone] else {
            throw refusal(PolicySentence.syntax, at: node)
        }
        return PolicyElement(isNegated: members["Principal"] == nil, patterns: patterns)
    }

    /// `"*"`, or an object of kinds of principals, each with one or several.
    private func principals(_ node: JSONNode) throws(PolicySyntaxError) -> [PrincipalPattern] {
        if case .string("*") = node.content { return [.everyone] }
        guard case .object(let kinds) = node.content else {
            throw refusal(PolicySentence.invalidPrincipal, at: node)
        }
        var patterns: [PrincipalPattern] = []
        for kind in kinds {
            let nodes = elements(of: kind.value)
            guard !nodes.isEmpty else {
                throw refusal(PolicySentence.invalidPrincipal, at: kind.value)
            }
            for node in nodes {
                let text = try string(node)
                guard let pattern = PrincipalPattern(text, as: kind.name) else {
                    throw refusal(
                        PolicySentence.invalidPrincipal(text, as: kind.name), at: node)
                }
                patterns.append(pattern)
            }
        }
        guard !patterns.isEmpty else { throw refusal(PolicySentence.invalidPrincipal, at: node) }
        return patterns
    }
}

// Conditions.
extension PolicyReader {
    /// The conditions of a statement, or nil if one is not understood and such are kept.
    private func conditions(
        _ node: JSONNode?, version: PolicyVersion
    ) throws(PolicySyntaxError) -> [Condition]? {
        guard let node else { return [] }
        var conditions: [Condition] = []
        do throws(PolicySyntaxError) {
            for block in try objectMembers(of: node) {
                guard let name = ConditionOperator(block.name) else {
                    throw refusal(
                        PolicySentence.conditionOperator(block.name), at: block.offset)
                }
                conditions += try self.conditions(name, block.value, version: version)
            }
        } catch {
            guard isStored else { throw error }
            return nil
        }
        return conditions
    }

    /// The conditions under one operator: an object of keys, each with a value or several.
    private func conditions(
        _ operator: ConditionOperator, _ node: JSONNode, version: PolicyVersion
    ) throws(PolicySyntaxError) -> [Condition] {
        var conditions: [Condition] = []
        var keys: Set<ExactText> = []
        for member in try objectMembers(of: node) {
            guard member.name.utf8.contains(UInt8(ascii: ":")) else {
                throw refusal(PolicySentence.noVendor, at: member.offset)
            }
            guard keys.add(member.name.asciiLowercased) else {
                throw refusal(PolicySentence.syntax, at: member.offset)
            }
            var operands: [ConditionOperand] = []
            for value in elements(of: member.value) {
                guard let text = scalar(value),
                    let operand = ConditionOperand(
                        text, for: `operator`.comparison, version: version)
                else { throw refusal(PolicySentence.syntax, at: value) }
                operands.append(operand)
            }
            guard !operands.isEmpty else { throw refusal(PolicySentence.syntax, at: member.value) }
            conditions.append(
                Condition(operator: `operator`, key: member.name, operands: operands))
        }
        return conditions
    }

    /// The text of a value that may stand in a condition; quotation marks around numbers and
    /// booleans are optional.
    private func scalar(_ node: JSONNode) -> String? {
        switch node.content {
        case .string(let text), .number(let text): text
        case .boolean(let boolean): String(boolean)
        case .object, .array, .null: nil
        }
    }
}

// JSON.
extension PolicyReader {
    private func refusal(_ sentence: String, at node: JSONNode) -> PolicySyntaxError {
        refusal(sentence, at: node.range.lowerBound)
    }

    private func refusal(_ sentence: String, at offset: Int) -> PolicySyntaxError {
        PolicySyntaxError(message: sentence, position: TextPosition(offset: offset, in: bytes))
    }

    private func string(_ node: JSONNode) throws(PolicySyntaxError) -> String {
        guard case .string(let text) = node.content else {
            throw refusal(PolicySentence.syntax, at: node)
        }
        return text
    }

    /// The elements of an array; a value that is no array stands for an array of itself.
    private func elements(of node: JSONNode) -> [JSONNode] {
        if case .array(let elements) = node.content { elements } else { [node] }
    }

    private func objectMembers(of node: JSONNode) throws(PolicySyntaxError) -> [JSONNode.Member] {
        guard case .object(let members) = node.content else {
            throw refusal(PolicySentence.syntax, at: node)
        }
        return members
    }

    /// The values of an object by name, of which there may be no other than the ones given.
    private func members(
        of node: JSONNode, among names: Set<ExactText>
    ) throws(PolicySyntaxError) -> [ExactText: JSONNode] {
        var members: [ExactText: JSONNode] = [:]
        for member in try objectMembers(of: node) {
            guard names.contains(member.name) else {
                throw refusal(PolicySentence.syntax, at: member.offset)
            }
            members[member.name] = member.value
        }
        return members
    }
}
