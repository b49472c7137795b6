import IAMIdentifiers
import StrictJSON

extension FieldTree {
    /// The members of the object in a body.
    package init(json body: [UInt8]) throws(WireError) {
        self.init()
        try add(json: body)
    }

    /// Adds the members of the object in a JSON body, which may be empty. A member that is `null`
    /// is absent.
    /// - Parameter member: the one that the body is the value of; nil when its members are the
    ///   operation's.
    mutating func add(json body: [UInt8], as member: String? = nil) throws(WireError) {
        guard !body.isEmpty else { return }
        guard String(validating: body, as: UTF8.self) != nil else {
            throw .malformedJSON(offset: nil)
        }
        let node: JSONNode
        do {
            node = try JSONReader.read(body)
        } catch {
            throw .malformedJSON(offset: error.offset)
        }
        guard case .object(let members) = node.content else { throw .malformedJSON(offset: 0) }
        if let member {
            try add(node, named: member, in: 0)
        } else {
            for member in members { try add(member.value, named: member.name, in: 0) }
        }
    }

    private mutating func add(
        _ node: JSONNode, named name: String, in parent: Int
    ) throws(WireError) {
        switch node.content {
        case .object(let members):
            let index = try add(.object, named: name, in: parent)
            for member in members { try add(member.value, named: member.name, in: index) }
        case .array(let elements):
            let index = try add(.array, named: name, in: parent)
            for element in elements {
                // Which value a gap stands for cannot be known.
                if case .null = element.content {
                    throw .malformedJSON(offset: element.range.lowerBound)
                }
                try add(element, named: "", in: index)
            }
        case .string(let text): setValue(text, at: try add(.text, named: name, in: parent))
        case .number(let text): setValue(text, at: try add(.number, named: name, in: parent))
        case .boolean(let value):
            setValue(String(value), at: try add(.text, named: name, in: parent))
        case .null: break
        }
    }
}
