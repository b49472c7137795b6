package import IAMIdentifiers

extension JSONNode {
    /// The values of an object by their names; nil for any other value.
    package var members: [ExactText: JSONNode]? {
        guard case .object(let members) = content else { return nil }
        // `JSONReader` lets no name stand twice.
        return [ExactText: JSONNode](members.map { (ExactText($0.name), $0.value) }) { first, _ in
            first
        }
    }

    /// The text of a string; nil for any other value.
    package var text: String? {
        if case .string(let text) = content { text } else { nil }
    }

    /// A whole number that an `Int` holds; nil for any other value.
    package var integer: Int? {
        if case .number(let number) = content { Int(number) } else { nil }
    }

    /// One text, or the texts of a list; nil for any other value.
    package var texts: [String]? {
        switch content {
        case .string(let text): return [text]
        case .array(let nodes):
            let texts = nodes.compactMap(\.text)
            return texts.count == nodes.count ? texts : nil
        default: return nil
        }
    }
}
