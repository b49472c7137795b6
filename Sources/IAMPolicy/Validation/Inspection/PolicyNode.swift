import StrictJSON

/// A JSON value of a policy and the way to it.
struct PolicyNode {
    let json: JSONNode
    let path: [PolicyPathElement]

    var site: PolicySite { PolicySite(path: path, range: json.range) }

    /// The text, if the value is a string.
    var text: String? {
        if case .string(let text) = json.content { text } else { nil }
    }

    /// The text of a value that may stand in a condition.
    var scalar: String? {
        switch json.content {
        case .string(let text), .number(let text): text
        case .boolean(let boolean): String(boolean)
        case .object, .array, .null: nil
        }
    }

    /// The elements of an array; any other value stands for an array of itself.
    var elements: [PolicyNode] {
        guard case .array(let nodes) = json.content else { return [self] }
        return nodes.enumerated().map { PolicyNode(json: $1, path: path + [.index($0)]) }
    }

    var isArray: Bool {
        if case .array = json.content { true } else { false }
    }

    /// The members of an object, or nil of any other value.
    var members: [Member]? {
        guard case .object(let members) = json.content else { return nil }
        return members.map { member in
            Member(
                name: member.name, offset: member.offset, parent: path,
                node: PolicyNode(json: member.value, path: path + [.value(member.name)]))
        }
    }

    /// A member of an object.
    struct Member {
        let name: String
        /// Where its name begins.
        let offset: Int
        let parent: [PolicyPathElement]
        let node: PolicyNode

        var keyPath: [PolicyPathElement] { parent + [.key(name)] }
    }
}

/// A place in a policy, in bytes.
struct PolicySite {
    let path: [PolicyPathElement]
    let range: Range<Int>

    var pathBytes: Int {
        path.reduce(0) { sum, element in
            switch element {
            case .key(let name), .value(let name): sum + name.utf8.count
            case .index, .substring: sum
            }
        }
    }
}
