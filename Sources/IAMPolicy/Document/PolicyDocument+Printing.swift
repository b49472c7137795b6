import IAMIdentifiers

extension PolicyDocument {
    /// The document as JSON on one line, with the same meaning as the text it was read from: what
    /// may be written as a list or as its only element is written as the element. Nil if it has a
    /// condition that is not understood, which was not kept.
    package var printed: String? {
        var members: [String] = []
        if namesVersion { members.append("\"Version\":\(quoted(version.rawValue))") }
        if let id { members.append("\"Id\":\(quoted(id))") }
        var texts: [String] = []
        for statement in statements {
            guard let text = statement.printed else { return nil }
            texts.append(text)
        }
        members.append("\"Statement\":\(list(texts))")
        return "{\(members.joined(separator: ","))}"
    }
}

extension PolicyStatement {
    fileprivate var printed: String? {
        guard let conditions else { return nil }
        var members: [String] = []
        if let sid { members.append("\"Sid\":\(quoted(sid))") }
        members.append("\"Effect\":\(quoted(effect.rawValue))")
        if let principals {
            members.append(
                "\"\(principals.isNegated ? "Not" : "")Principal\":\(principals.printed)")
        }
        members.append(
            "\"\(actions.isNegated ? "Not" : "")Action\":"
                + list(actions.patterns.map { quoted($0.text) }))
        if let resources {
            members.append(
                "\"\(resources.isNegated ? "Not" : "")Resource\":"
                    + list(resources.patterns.map { quoted($0.written.text) }))
        }
        if !conditions.isEmpty { members.append("\"Condition\":\(printed(conditions))") }
        return "{\(members.joined(separator: ","))}"
    }

    /// An object of operators, each with its keys.
    private func printed(_ conditions: [Condition]) -> String {
        var blocks: [(name: String, keys: [String])] = []
        for condition in conditions {
            let values = list(condition.operands.map { quoted($0.written) })
            let member = "\(quoted(condition.key)):\(values)"
            if blocks.last?.name == condition.operator.name {
                blocks[blocks.count - 1].keys.append(member)
            } else {
                blocks.append((condition.operator.name, [member]))
            }
        }
        let members = blocks.map { "\(quoted($0.name)):{\($0.keys.joined(separator: ","))}" }
        return "{\(members.joined(separator: ","))}"
    }
}

extension PolicyElement<PrincipalPattern> {
    fileprivate var printed: String {
        if patterns == [.everyone] { return "\"*\"" }
        let members = ["AWS", "Service", "Federated", "CanonicalUser"].compactMap { type in
            let texts = patterns.map(\.written).filter { $0.type == type }.map { quoted($0.text) }
            return texts.isEmpty ? nil : "\"\(type)\":\(list(texts))"
        }
        return "{\(members.joined(separator: ","))}"
    }
}

/// The only element, or a list.
private func list(_ elements: [String]) -> String {
    elements.count == 1 ? elements[0] : "[\(elements.joined(separator: ","))]"
}

/// A string of JSON.
private func quoted(_ text: String) -> String { JSONText.quoted(text, namingControls: false) }
