/// Writes structures and enumerations. A decoder and an encoder are one line for each member.
struct ShapeRenderer {
    let namespace: String

    /// - Parameter protocols: what it conforms to besides.
    func structure(
        _ name: String, _ members: [ResolvedService.Member], _ protocols: [String] = [],
        indent: Int
    ) -> [String] {
        let conformances = (["WireShape"] + protocols).joined(separator: ", ")
        var lines = ["package struct \(name): \(conformances) {"]
        lines += members.map { "    package var \($0.name): \(swiftType($0))" }
        if !members.isEmpty { lines.append("") }
        lines += initializer(members) + [""] + decoder(members) + [""] + encoder(members) + ["}"]
        return indented(lines, indent)
    }

    func enumeration(_ enumeration: ResolvedService.Enumeration, indent: Int) -> [String] {
        let cases = enumeration.cases.map { "    case \($0.name) = \(quoted($0.value))" }
        let lines =
            [
                "/// \(enumeration.wireName).",
                "package enum \(enumeration.name): String, WireEnum {",
            ] + cases + ["}"]
        return indented(lines, indent)
    }

    private func initializer(_ members: [ResolvedService.Member]) -> [String] {
        guard !members.isEmpty else { return ["    package init() {}"] }
        let ordered = members.filter(\.isRequired) + members.filter { !$0.isRequired }
        let parameters = ordered.map {
            "\($0.name): \(swiftType($0))" + ($0.isRequired ? "" : " = nil")
        }
        return ["    package init(\(parameters.joined(separator: ", "))) {"]
            + members.map { "        self.\($0.name) = \($0.name)" } + ["    }"]
    }

    private func decoder(_ members: [ResolvedService.Member]) -> [String] {
        guard !members.isEmpty else {
            return ["    package init(from fields: inout FieldReader) {}"]
        }
        return ["    package init(from fields: inout FieldReader) {"]
            + members.map { "        \($0.name) = fields.\(call($0))" } + ["    }"]
    }

    private func encoder(_ members: [ResolvedService.Member]) -> [String] {
        guard !members.isEmpty else {
            return ["    package func encode(into writer: inout FieldWriter) {}"]
        }
        return ["    package func encode(into writer: inout FieldWriter) {"]
            + members.map {
                "        writer.\(reader($0.type))(\(quoted($0.wireName)), \($0.name)"
                    + ($0.type == .timestamp(isISO8601: true) ? ", as: .iso8601)" : ")")
            } + ["    }"]
    }

    /// `string("UserName", Limits.userNameType)`, the reading of one member.
    private func call(_ member: ResolvedService.Member) -> String {
        let name = reader(member.type)
        let function =
            member.isRequired ? "required" + name.prefix(1).uppercased() + name.dropFirst() : name
        let arguments = [quoted(member.wireName)] + limits(member.type)
        return "\(function)(\(arguments.joined(separator: ", ")))"
    }

    private func limits(_ type: ResolvedService.ValueType) -> [String] {
        switch type {
        case .string(let limits), .secret(let limits), .integer(let limits), .long(let limits):
            limits.map { ["\(namespace).Limits.\($0)"] } ?? []
        case .list(let element, let count):
            limits(element).map { "each: \($0)" }
                + (count.map { ["count: \(namespace).Limits.\($0)"] } ?? [])
        case .map(let value, let count):
            limits(value).map { "each: \($0)" }
                + (count.map { ["count: \(namespace).Limits.\($0)"] } ?? [])
        case .boolean, .timestamp, .blob, .enumeration, .structure: []
        }
    }

    /// The method that reads such a value, and the one that writes it.
    private func reader(_ type: ResolvedService.ValueType) -> String {
        switch type {
        case .string: "string"
        case .secret: "secret"
        case .integer: "integer"
        case .long: "long"
        case .boolean: "boolean"
        case .timestamp: "timestamp"
        case .blob: "blob"
        case .enumeration: "enumeration"
        case .structure(_, let isSensitive): isSensitive ? "sensitiveStructure" : "structure"
        case .list(let element, _): reader(element) + "s"
        case .map(let value, _): reader(value) + "Map"
        }
    }

    private func swiftType(_ member: ResolvedService.Member) -> String {
        swiftType(member.type) + (member.isRequired ? "" : "?")
    }

    private func swiftType(_ type: ResolvedService.ValueType) -> String {
        switch type {
        case .string: "String"
        case .secret: "Secret"
        case .integer, .long: "Int"
        case .boolean: "Bool"
        case .timestamp: "Timestamp"
        case .blob: "[UInt8]"
        case .enumeration(let name), .structure(let name, _): "\(namespace).Shape.\(name)"
        case .list(let element, _): "[\(swiftType(element))]"
        case .map(let value, _): "[ExactText: \(swiftType(value))]"
        }
    }

    private func indented(_ lines: [String], _ spaces: Int) -> [String] {
        lines.map { $0.isEmpty ? "" : String(repeating: " ", count: spaces) + $0 }
    }
}
