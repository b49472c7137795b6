import Foundation

/// A JSON value: what questions, and the policies in them, are made of.
package indirect enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    /// A number, as its text.
    case number(String)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    /// The value of a text; nil if it is no JSON.
    package init?(text: String) {
        let options: JSONSerialization.ReadingOptions = [.fragmentsAllowed]
        guard
            let value = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: options)
        else { return nil }
        self.init(foundation: value)
    }

    private init(foundation value: Any) {
        switch value {
        case let value as String: self = .string(value)
        // Foundation's booleans are numbers too, told by their type being `char`.
        case let value as NSNumber where String(cString: value.objCType) == "c":
            self = .bool(value.boolValue)
        case let value as NSNumber: self = .number(value.stringValue)
        case let value as [Any]: self = .array(value.map { JSON(foundation: $0) })
        case let value as [String: Any]: self = .object(value.mapValues { JSON(foundation: $0) })
        default: self = .null
        }
    }

    /// The value as text, the members of objects in the order of their names.
    package var text: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let text): text
        case .string(let value): Self.quoted(value)
        case .array(let values): "[" + values.map(\.text).joined(separator: ", ") + "]"
        case .object(let members):
            "{"
                + members.sorted { $0.key < $1.key }
                .map { "\(Self.quoted($0.key)): \($0.value.text)" }.joined(separator: ", ") + "}"
        }
    }

    private static func quoted(_ value: String) -> String {
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }

    package var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    package var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    package var array: [JSON]? {
        if case .array(let values) = self { values } else { nil }
    }

    package var object: [String: JSON]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The strings of a string or of a list of strings; nil if it is anything else.
    package var strings: [String]? {
        if let string { return [string] }
        guard let array else { return nil }
        let strings = array.compactMap(\.string)
        return strings.count == array.count ? strings : nil
    }

    package subscript(member: String) -> JSON? { object?[member] }
}
