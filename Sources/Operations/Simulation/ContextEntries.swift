import IAMIdentifiers
import IAMModel
import IAMPolicy

/// The condition keys of a simulated request, read from `ContextEntries`.
///
/// Source: IAM API Reference, ContextEntry.
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html>
struct ContextEntries {
    /// The longest value, in bytes: what the context of a real request has at most.
    static let longestValue = 2_048

    private(set) var context = RequestContext()
    /// In lower case.
    private(set) var keys: Set<ExactText> = []

    /// - Throws: `InvalidInput` for an entry without a name, a name given twice, a list where one
    ///   value is announced, and a value that is not of the announced type.
    init(_ entries: [IAM.Shape.ContextEntry]?) throws {
        for entry in entries ?? [] { try add(entry) }
    }

    /// Whether a key of a policy is among them.
    func contains(_ key: String) -> Bool { keys.contains(key.asciiLowercased) }

    private mutating func add(_ entry: IAM.Shape.ContextEntry) throws {
        guard let name = entry.contextKeyName else {
            throw IAM.Errors.invalidInput(
                "A context entry has no ContextKeyName.", about: "ContextEntries")
        }
        guard keys.add(name.asciiLowercased) else {
            throw IAM.Errors.invalidInput(
                "The context key \(name) is given more than once.", about: "ContextEntries")
        }
        let values = entry.contextKeyValues ?? []
        guard values.allSatisfy({ $0.utf8.count <= Self.longestValue }) else {
            throw IAM.Errors.invalidInput(
                "A value of the context key \(name) is longer than \(Self.longestValue) bytes.",
                about: "ContextEntries")
        }
        if let type = entry.contextKeyType { try Self.check(values, of: name, type) }
        context[name] = values
    }

    private static func check(
        _ values: [String], of name: String, _ type: IAM.Shape.ContextKeyTypeEnum
    ) throws {
        let (element, isList): (ConditionValueType, Bool) =
            switch type {
            case .string: (.string, false)
            case .stringList: (.string, true)
            case .numeric: (.numeric, false)
            case .numericList: (.numeric, true)
            case .boolean: (.boolean, false)
            case .booleanList: (.boolean, true)
            case .ip: (.address, false)
            case .ipList: (.address, true)
            case .binary: (.binary, false)
            case .binaryList: (.binary, true)
            case .date: (.date, false)
            case .dateList: (.date, true)
            }
        guard isList || values.count <= 1 else {
            throw IAM.Errors.invalidInput(
                "The context key \(name) is of the type \(type.rawValue) and has more than one "
                    + "value.", about: "ContextEntries")
        }
        for value in values where !element.accepts(value) {
            throw IAM.Errors.invalidInput(
                "The value \(value) of the context key \(name) is not of the type "
                    + "\(type.rawValue).", about: "ContextEntries")
        }
    }
}
