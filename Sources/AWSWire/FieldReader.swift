package import IAMIdentifiers

/// The reader of one structure's members in what a request says.
///
/// Each method reads one member, checks it, notes what is wrong, and answers nil when the member is
/// absent; the `required` ones note that and answer an empty value instead.
@usableFromInline
package struct FieldReader {
    private let tree: FieldTree
    /// Whether sentences repeat the values that they are about.
    private let repeatsValues: Bool
    /// The structure being read; nil when a required one is absent, so that nothing is in it.
    private var node: Int?
    /// Its place, with a dot at the end unless it is the root.
    private var path = ""
    /// The parameter that is being read: the member of the root that the place is in.
    private var parameter = ""
    /// Which nodes a member was read from.
    private var isKnown: [Bool]
    private var violations: [Violation] = []
    private var malformation: WireError?

    package init(_ tree: FieldTree, repeatingValues repeatsValues: Bool = true) {
        self.tree = tree
        self.repeatsValues = repeatsValues
        isKnown = [Bool](repeating: false, count: tree.nodes.count)
        node = 0
    }

    /// What was wrong with all that was read so far, or the first parameter that no member was read
    /// from.
    package var error: WireError? {
        if let malformation { return malformation }
        if let sentence = Violation.message(of: violations) {
            return .invalid(sentence, parameter: violations.first?.parameter ?? "")
        }
        guard let unknown = tree.tooDeep ?? tree.firstName(where: { !isKnown[$0] }) else {
            return nil
        }
        return unknown.utf8.count > QueryForm.maximumNameBytes
            ? .nameTooLong(limit: QueryForm.maximumNameBytes) : .unknownParameter(name: unknown)
    }

    // MARK: Members

    package mutating func string(_ name: String, _ limits: StringLimits? = nil) -> String? {
        guard let text = scalar(name) else { return nil }
        check(Self.violations(of: text, limits), of: text, at: name)
        return text
    }

    /// A sensitive string: never shown, whatever is wrong with it.
    package mutating func secret(_ name: String, _ limits: StringLimits? = nil) -> Secret? {
        guard let text = scalar(name) else { return nil }
        check(Self.violations(of: text, limits), of: nil, at: name)
        return Secret(text)
    }

    /// A number of 32 bits, as the model's integers are.
    package mutating func integer(_ name: String, _ limits: IntegerLimits? = nil) -> Int? {
        guard let text = scalar(name) else { return nil }
        guard let number = Int32(text).map(Int.init) else {
            return malformed("For input string: \"\(text.echoed)\"")
        }
        check(limits?.violations(of: number), of: text, at: name)
        return number
    }

    /// A number of 64 bits.
    package mutating func long(_ name: String, _ limits: IntegerLimits? = nil) -> Int? {
        guard let text = scalar(name) else { return nil }
        guard let number = Int(text) else {
            return malformed("For input string: \"\(text.echoed)\"")
        }
        check(limits?.violations(of: number), of: text, at: name)
        return number
    }

    package mutating func boolean(_ name: String) -> Bool? {
        switch scalar(name) {
        case nil: nil
        case "true": true
        case "false": false
        case let text?: malformed("Invalid boolean value: \"\(text.echoed)\"")
        }
    }

    /// A moment, as ISO 8601 or as seconds since 1970; a number of JSON may have a fraction.
    package mutating func timestamp(_ name: String) -> Timestamp? {
        guard let text = scalar(name) else { return nil }
        if let moment = Timestamp(iso8601: text) { return moment }
        // Twelve digits reach past the year 9999, and stay far from overflow.
        if text.utf8.count <= 12, let seconds = Int64(text) { return Timestamp(seconds: seconds) }
        if let node = child(name), self.node(node).kind == .number, let seconds = Double(text),
            abs(seconds) < 1e12
        {
            return Timestamp(microseconds: Int64((seconds * 1e6).rounded()))
        }
        return malformed("timestamp must follow ISO8601")
    }

    /// Bytes, sent as base64.
    package mutating func blob(_ name: String) -> [UInt8]? {
        guard let text = scalar(name) else { return nil }
        return Base64.standard.decoded(text) ?? malformed("Invalid base64 value")
    }

    package mutating func enumeration<Value: WireEnum>(_ name: String) -> Value? {
        guard let text = scalar(name) else { return nil }
        guard let value = Value(exactly: text) else {
            check([.oneOf(Value.allCases.map(\.rawValue))], of: text, at: name)
            return nil
        }
        return value
    }

    package mutating func structure<Value: WireShape>(_ name: String) -> Value? {
        guard let child = child(name) else { return nil }
        return isStructure(child) ? read(child, at: name) : nil
    }

    package mutating func sensitiveStructure<Value: WireShape>(_ name: String) -> Value? {
        structure(name)
    }

    // MARK: What other members are made of

    /// Reads a structure from `node`, or from nothing.
    mutating func read<Value: WireShape>(_ node: Int?, at name: String) -> Value {
        within(node, at: name) { Value(from: &$0) }
    }

    /// Reads with `node` in the place of the structure now read.
    mutating func within<Value>(
        _ node: Int?, at name: String, _ body: (inout FieldReader) -> Value
    ) -> Value {
        let outer = (self.node, path)
        defer { (self.node, path) = outer }
        path += Self.pathName(name) + "."
        self.node = node
        return body(&self)
    }

    /// Reads a structure that is absent; what it then lacks is not told again.
    mutating func empty<Value: WireShape>(_ name: String) -> Value {
        let told = (violations, malformation)
        defer { (violations, malformation) = told }
        return read(nil, at: name)
    }

    /// The node of a member, of which reading begins.
    mutating func child(_ name: String) -> Int? {
        if path.isEmpty { parameter = name }
        guard let child = node.flatMap({ tree.child(name, of: $0) }) else { return nil }
        isKnown[child] = true
        return child
    }

    /// Marks the node of a list's item as read.
    mutating func know(_ node: Int) { isKnown[node] = true }

    func node(_ index: Int) -> FieldTree.Node { tree.nodes[index] }

    /// Whether a node can hold a structure's members; notes it when it cannot.
    mutating func isStructure(_ node: Int) -> Bool {
        switch tree.nodes[node].kind {
        case .object: return true
        case .form where tree.nodes[node].value == nil: return true
        case .form, .text, .number: return malformed("Unexpected complex element termination")
        case .array: return malformed(Self.listNotExpected)
        }
    }

    static let listNotExpected = "Start of list found where not expected."
    static let structureNotExpected = "Start of structure or map found where not expected."

    mutating func scalar(_ name: String) -> String? {
        child(name).flatMap { scalar(at: $0) }
    }

    mutating func scalar(at node: Int) -> String? {
        switch tree.nodes[node].kind {
        case .text, .number: return tree.nodes[node].value
        case .form where tree.nodes[node].children.isEmpty: return tree.nodes[node].value
        case .form, .object: return malformed(Self.structureNotExpected)
        case .array: return malformed(Self.listNotExpected)
        }
    }

    /// What is wrong with a string. Those of which the model says nothing may not hold U+0000
    /// either: XML cannot, so no client asks for it, and the store keeps none.
    static func violations(of text: String, _ limits: StringLimits?) -> [Constraint] {
        let violated = limits?.violations(of: text) ?? []
        guard violated.isEmpty, text.utf8.contains(0) else { return violated }
        return [.pattern(#"[^\u0000]*"#)]
    }

    /// Notes each constraint that did not hold. `shown` is nil for a value that is not to be told.
    mutating func check(_ violated: [Constraint]?, of shown: String?, at name: String) {
        for constraint in violated ?? [] {
            note(constraint, shown: shown.map { .text($0) } ?? .hidden, at: name)
        }
    }

    mutating func note(_ constraint: Constraint, shown: Violation.Shown, at name: String) {
        violations.append(
            Violation(
                shown: repeatsValues ? shown : .hidden, path: path + Self.pathName(name),
                parameter: parameter, constraint: constraint))
    }

    /// Notes that a value is not of its type; the first such note is the one told.
    @discardableResult mutating func malformed(_ sentence: String) -> Bool {
        malformation = malformation ?? .malformedInput(sentence, parameter: parameter)
        return false
    }

    mutating func malformed<Value>(_ sentence: String) -> Value? {
        malformed(sentence)
        return nil
    }

    /// A member's name in sentences: as in Java, with a small first letter.
    private static func pathName(_ name: String) -> String {
        name.prefix(1).asciiLowercased + name.dropFirst()
    }
}
