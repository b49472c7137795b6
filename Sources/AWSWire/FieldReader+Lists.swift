package import IAMIdentifiers

// Lists, `PolicyNames.member.1=a`, and maps, `Details.entry.1.key=a&Details.entry.1.value=b`.
extension FieldReader {
    package mutating func strings(
        _ name: String, each limits: StringLimits? = nil, count: ListLimits? = nil
    ) -> [String]? {
        guard let texts = scalars(name, count: count) else { return nil }
        for text in texts {
            let violated = Self.violations(of: text, limits)
            guard !violated.isEmpty else { continue }
            check([.members(limits?.constraints ?? violated)], of: Self.shown(texts), at: name)
            break
        }
        return texts
    }

    package mutating func enumerations<Value: WireEnum>(
        _ name: String, count: ListLimits? = nil
    ) -> [Value]? {
        guard let texts = scalars(name, count: count) else { return nil }
        let values = texts.compactMap(Value.init(exactly:))
        if values.count < texts.count {
            let known = Constraint.oneOf(Value.allCases.map(\.rawValue))
            check([.members([known])], of: Self.shown(texts), at: name)
        }
        return values
    }

    package mutating func structures<Value: WireShape>(
        _ name: String, count: ListLimits? = nil
    ) -> [Value]? {
        guard let members = items(of: name, "member") else { return nil }
        check(count?.violations(ofCount: members.count), of: nil, at: name)
        var values: [Value] = []
        for (index, member) in members.enumerated() {
            guard isStructure(member) else { return nil }
            values.append(read(member, at: "\(name).\(index + 1).member"))
        }
        return values
    }

    package mutating func stringMap(
        _ name: String, each limits: StringLimits? = nil, count: ListLimits? = nil
    ) -> [ExactText: String]? {
        entries(name, count) { fields, value in fields.requiredString(value, limits) }
    }

    package mutating func secretMap(
        _ name: String, each limits: StringLimits? = nil, count: ListLimits? = nil
    ) -> [ExactText: Secret]? {
        entries(name, count) { fields, value in fields.requiredSecret(value, limits) }
    }

    package mutating func integerMap(
        _ name: String, each limits: IntegerLimits? = nil, count: ListLimits? = nil
    ) -> [ExactText: Int]? {
        entries(name, count) { fields, value in fields.requiredInteger(value, limits) }
    }

    package mutating func enumerationMap<Value: WireEnum>(
        _ name: String, count: ListLimits? = nil
    ) -> [ExactText: Value]? {
        entries(name, count) { fields, value in fields.requiredEnumeration(value) }
    }

    package mutating func structureMap<Value: WireShape>(
        _ name: String, count: ListLimits? = nil
    ) -> [ExactText: Value]? {
        entries(name, count) { fields, value in fields.requiredStructure(value) }
    }

    /// - Parameter value: reads an entry's value, by the name that it has where the reader stands.
    private mutating func entries<Value>(
        _ name: String, _ count: ListLimits?, _ value: (inout FieldReader, String) -> Value
    ) -> [ExactText: Value]? {
        if let map = child(name), node(map).kind == .object {
            return members(of: map, at: name, count, value)
        }
        guard let entries = items(of: name, "entry") else { return nil }
        check(count?.violations(ofCount: entries.count), of: nil, at: name)
        var map: [ExactText: Value] = [:]
        var isUnique = true
        for (index, entry) in entries.enumerated() {
            within(entry, at: "\(name).\(index + 1).entry") { fields in
                let key = fields.requiredString("key")
                let value = value(&fields, "value")
                isUnique = map.updateValue(value, forKey: ExactText(key)) == nil && isUnique
            }
        }
        guard isUnique else { return malformed("A map has the same key twice.") }
        return map
    }

    /// The entries of an object of JSON, whose names are the keys.
    private mutating func members<Value>(
        of object: Int, at name: String, _ count: ListLimits?,
        _ value: (inout FieldReader, String) -> Value
    ) -> [ExactText: Value] {
        let members = node(object).items
        check(count?.violations(ofCount: members.count), of: nil, at: name)
        var map: [ExactText: Value] = [:]
        within(object, at: name) { fields in
            for member in members {
                let key = fields.node(member).name
                map[key] = value(&fields, key.text)
            }
        }
        return map
    }

    private mutating func scalars(_ name: String, count: ListLimits?) -> [String]? {
        guard let members = items(of: name, "member") else { return nil }
        var texts: [String] = []
        for member in members {
            guard let text = scalar(at: member) else { return nil }
            texts.append(text)
        }
        check(count?.violations(ofCount: texts.count), of: Self.shown(texts), at: name)
        return texts
    }

    /// The nodes of `name.<label>.1` and so on, in order; nil when the list is absent.
    ///
    /// botocore sends an empty list of a form as `Name=`. Numbers run from 1 without gaps: which
    /// value a gap stands for cannot be known.
    private mutating func items(of name: String, _ label: String) -> [Int]? {
        guard let list = child(name).map({ node($0) }) else { return nil }
        if list.kind == .array {
            for item in list.items { know(item) }
            return list.items
        }
        if let value = list.value {
            guard list.kind == .form, value.isEmpty, list.children.isEmpty else {
                return malformed("Unexpected list element termination")
            }
            return []
        }
        guard list.kind == .form, list.children.count == 1,
            let holder = list.children[label].map({ node($0) }),
            holder.value == nil
        else { return malformed(Self.structureNotExpected) }
        var items: [Int] = []
        for number in 1...max(1, holder.children.count) {
            guard let item = holder.children[String(number)] else {
                return malformed("Members of a list must be numbered from 1 without gaps.")
            }
            know(item)
            items.append(item)
        }
        return items
    }

    private static func shown(_ texts: [String]) -> String {
        "[" + texts.joined(separator: ", ") + "]"
    }
}
