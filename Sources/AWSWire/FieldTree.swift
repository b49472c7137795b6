import IAMIdentifiers

/// What a request says, before it is known what an operation reads of it: values, lists and
/// structures by their names, whether they came as a form, as JSON or in an address.
///
/// Nodes refer to each other by index; node 0 is the root. A form of n fields has at most
/// n × ``maximumDepth`` nodes more than that.
package struct FieldTree: Sendable {
    /// No shape of the models is as deep, so that deeper names are unknown.
    static let maximumDepth = 16

    enum Kind: Sendable {
        /// Of a form, whose names do not say whether a list or a structure is meant.
        case form
        case object
        case array
        case text
        case number
    }

    struct Node: Sendable {
        let kind: Kind
        let parent: Int
        /// Empty for an element of an array.
        let name: ExactText
        /// Of a text, a number or the field that ends here.
        var value: String?
        var children: [ExactText: Int] = [:]
        /// Of an array or an object what is in it, in its order.
        var items: [Int] = []
    }

    private(set) var nodes = [Node(kind: .object, parent: 0, name: "")]
    /// The first name of a form that is deeper than ``maximumDepth``.
    private(set) var tooDeep: String?
    /// The values so far, and all nodes of JSON so far.
    private var valueCount = 0
    private var jsonCount = 0

    init() {}

    /// A form's names taken apart at their dots: `Tags.member.1.Key` is four levels deep.
    ///
    /// `Action`, `Version` and the parameters of a signature (`X-Amz-…`) are not an operation's.
    package init(_ form: QueryForm) {
        nodes.reserveCapacity(form.fields.count + 1)
        for field in form.fields where !Self.isOfProtocol(field.name) {
            insert(field)
        }
    }

    private static func isOfProtocol(_ name: String) -> Bool {
        name.isExactly("Action") || name.isExactly("Version") || isOfSignature(name)
    }

    static func isOfSignature(_ name: String) -> Bool { name.begins(with: "X-Amz-") }

    func child(_ name: String, of node: Int) -> Int? {
        nodes[node].children[name]
    }

    /// Adds a value that stands apart from the body: in the path, the query string or a header.
    mutating func add(_ value: String, named name: String) throws(WireError) {
        let index = try add(.text, named: name, in: 0)
        nodes[index].value = value
    }

    /// Adds a list of such values.
    mutating func add(_ values: [String], named name: String) throws(WireError) {
        let list = try add(.array, named: name, in: 0)
        for value in values {
            nodes[try add(.text, named: "", in: list)].value = value
        }
    }

    /// Adds a node, within the limits.
    mutating func add(
        _ kind: Kind, named name: String, in parent: Int
    ) throws(WireError) -> Int {
        if kind == .text || kind == .number { valueCount += 1 }
        jsonCount += 1
        // Empty lists and objects count, too: what says nothing costs as much as what does.
        guard valueCount <= QueryForm.maximumFields, jsonCount <= 2 * QueryForm.maximumFields
        else { throw .tooManyFields(limit: QueryForm.maximumFields) }
        let index = nodes.count
        let key = ExactText(name)
        nodes.append(Node(kind: kind, parent: parent, name: key))
        nodes[parent].items.append(index)
        guard nodes[parent].kind == .object else { return index }
        guard nodes[parent].children.updateValue(index, forKey: key) == nil else {
            throw .repeatedField(name: name)
        }
        return index
    }

    mutating func setValue(_ value: String, at node: Int) { nodes[node].value = value }

    /// The name of the first value, or empty list or object, that is wanted.
    func firstName(where isWanted: (Int) -> Bool) -> String? {
        nodes.indices.dropFirst().first { index in
            let node = nodes[index]
            return (node.value != nil || (node.kind != .form && node.items.isEmpty))
                && isWanted(index)
        }.map(fullName)
    }

    /// A node's name as a form has it, `Tags.member.1.Key`.
    private func fullName(_ index: Int) -> String {
        var parts: [String] = []
        var index = index
        while index != 0 {
            let node = nodes[index]
            if nodes[node.parent].kind == .array {
                let place = nodes[node.parent].items.firstIndex(of: index) ?? 0
                parts.append("member.\(place + 1)")
            } else {
                parts.append(node.name.text)
            }
            index = node.parent
        }
        return parts.reversed().joined(separator: ".")
    }

    private mutating func insert(_ field: QueryForm.Field) {
        let parts = field.name.parts(at: ".")
        guard parts.count <= Self.maximumDepth else {
            tooDeep = tooDeep ?? field.name
            return
        }
        var current = 0
        for part in parts {
            let name = ExactText(part)
            if let next = nodes[current].children[name] {
                current = next
            } else {
                nodes.append(Node(kind: .form, parent: current, name: name))
                nodes[current].children[name] = nodes.count - 1
                current = nodes.count - 1
            }
        }
        nodes[current].value = field.value
    }
}
