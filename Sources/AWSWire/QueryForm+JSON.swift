import StrictJSON

extension QueryForm {
    /// The parameters of a REST service's request: those of the address, then the members of the
    /// object in the body, which may be empty.
    ///
    /// Values in lists and structures have the names that they have in a form, as
    /// `tags.member.1.key`, so that one reader serves both. A member that is `null` is absent.
    package init(
        json body: [UInt8], query: some Collection<UInt8>
    ) throws(WireError) {
        try self.init(parsing: query)
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
        guard case .object = node.content else { throw .malformedJSON(offset: 0) }
        var nodes = 0
        try append(node, named: "", &nodes)
    }

    /// - Parameter nodes: values seen so far, empty lists and objects too: what says nothing costs
    ///   as much as what does.
    private mutating func append(
        _ node: JSONNode, named name: String, _ nodes: inout Int
    ) throws(WireError) {
        nodes += 1
        guard nodes <= 2 * Self.maximumFields else {
            throw .tooManyFields(limit: Self.maximumFields)
        }
        guard name.utf8.count <= Self.maximumNameBytes else {
            throw .nameTooLong(limit: Self.maximumNameBytes)
        }
        let prefix = name.isEmpty ? "" : name + "."
        switch node.content {
        case .object(let members):
            for member in members {
                // A dot would make two levels of one.
                guard !member.name.contains(".") else {
                    throw .malformedJSON(offset: member.offset)
                }
                try append(member.value, named: prefix + member.name, &nodes)
            }
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                try append(element, named: "\(prefix)member.\(index + 1)", &nodes)
            }
        case .string(let text), .number(let text): try append(name, text)
        case .boolean(let value): try append(name, String(value))
        case .null: break
        }
    }
}
