import IAMIdentifiers
import StrictJSON

extension VisualStatement {
    /// The statement as JSON.
    /// - Parameter margin: what its line begins with.
    func text(_ layout: JSONLayout, _ margin: String) -> String {
        let inner = margin + layout.unit
        return layout.object(
            (sid.isEmpty ? [] : ["\"Sid\": \(JSONText.quoted(sid))"])
                + [effectMember, actionMember(nil, layout, inner), resourceMember(layout, inner)]
                + (conditions.isEmpty ? [] : [conditionMember([], layout, inner)]),
            margin)
    }

    /// The statement as JSON, with the elements that say what they said before as they were
    /// written.
    func text(
        keeping node: JSONNode, of former: VisualStatement, in bytes: [UInt8],
        _ layout: JSONLayout, _ margin: String
    ) -> String {
        guard case .object(let members) = node.content else { return text(layout, margin) }
        let inner = margin + layout.unit
        var texts: [String] = []
        if !sid.isEmpty, node.members?["Sid"] == nil {
            texts.append("\"Sid\": \(JSONText.quoted(sid))")
        }
        for member in members {
            let kept = String(
                decoding: bytes[member.offset..<member.value.range.upperBound], as: UTF8.self)
            switch ExactText(member.name) {
            case "Sid" where !sid.isExactly(former.sid):
                if !sid.isEmpty { texts.append("\"Sid\": \(JSONText.quoted(sid))") }
            case "Effect" where isAllowed != former.isAllowed: texts.append(effectMember)
            case "Action" where !hasActions(of: former):
                texts.append(actionMember(former, layout, inner))
            case "Resource" where !hasResources(of: former):
                texts.append(resourceMember(layout, inner))
            case "Condition" where !hasConditions(of: former):
                if !conditions.isEmpty {
                    let written = Self.written(member.value, former, in: bytes)
                    texts.append(conditionMember(written, layout, inner))
                }
            default: texts.append(kept)
            }
        }
        if !conditions.isEmpty, node.members?["Condition"] == nil {
            texts.append(conditionMember([], layout, inner))
        }
        return layout.object(texts, margin)
    }

    private var effectMember: String { "\"Effect\": \"\(isAllowed ? "Allow" : "Deny")\"" }

    /// - Parameter former: whose order and spelling stay for the actions that stay.
    private func actionMember(
        _ former: VisualStatement?, _ layout: JSONLayout, _ margin: String
    ) -> String {
        let wanted = actionNames
        var seen: Set<ExactText> = []
        let texts = ((former?.actions ?? []) + actions).filter { action in
            let name = ExactText(action.asciiLowercased)
            return wanted.contains(name) && seen.insert(name).inserted
        }
        return "\"Action\": \(layout.list(texts.map { JSONText.quoted($0) }, margin))"
    }

    private func resourceMember(_ layout: JSONLayout, _ margin: String) -> String {
        guard !isOfAllResources else { return "\"Resource\": \"*\"" }
        return "\"Resource\": \(layout.list(resources.map { JSONText.quoted($0) }, margin))"
    }

    /// - Parameter written: conditions with their values as they were written.
    private func conditionMember(
        _ written: [(Condition, String)], _ layout: JSONLayout, _ margin: String
    ) -> String {
        var comparisons: [(name: String, keys: [String])] = []
        let inner = margin + layout.unit
        for condition in conditions {
            let values =
                written.first { $0.0.isExactly(condition) }?.1
                ?? (condition.values.count == 1
                    ? JSONText.quoted(condition.values[0])
                    : layout.list(
                        condition.values.map { JSONText.quoted($0) }, inner + layout.unit))
            let key = "\(JSONText.quoted(condition.key)): \(values)"
            if let place = comparisons.firstIndex(where: {
                $0.name.isExactly(condition.comparison)
            }) {
                comparisons[place].keys.append(key)
            } else {
                comparisons.append((condition.comparison, [key]))
            }
        }
        let members = comparisons.map { comparison in
            "\(JSONText.quoted(comparison.name)): \(layout.object(comparison.keys, inner))"
        }
        return "\"Condition\": \(layout.object(members, margin))"
    }

    /// The conditions of a block with their values as they stand in the text.
    private static func written(
        _ block: JSONNode, _ former: VisualStatement, in bytes: [UInt8]
    ) -> [(Condition, String)] {
        guard case .object(let comparisons) = block.content else { return [] }
        let values = comparisons.flatMap { comparison -> [String] in
            guard case .object(let keys) = comparison.value.content else { return [] }
            return keys.map { String(decoding: bytes[$0.value.range], as: UTF8.self) }
        }
        return Array(zip(former.conditions, values))
    }
}
