/// The protocols of `IAMModel/Members.swift` that inputs and outputs of a service conform to, by
/// their members, from `Models/services.json`. What a family of operations shares is then written
/// once, for all whose inputs and outputs have the same members.
struct Families: Decodable, Equatable {
    var inputs: [String: Input] = [:]
    var outputs: [String: Output] = [:]

    /// What an input must have.
    struct Input: Decodable, Equatable {
        /// Members that have to be given: `string`, `strings`, or `structures Tag`, by name.
        var required: [String: String]?
        var optional: [String]?
    }

    /// What an output must have.
    struct Output: Decodable, Equatable {
        /// The names of all members, in the model's order.
        var exactly: [String]?
        /// Members that have to be among them.
        var members: [String]?
    }

    func ofInput(_ members: [ResolvedService.Member]) -> [String] {
        inputs.filter { _, family in
            (family.required ?? [:]).allSatisfy { name, type in
                members.contains {
                    $0.wireName == name && $0.isRequired && $0.type.plainName == type
                }
            }
                && (family.optional ?? []).allSatisfy { name in
                    members.contains { $0.wireName == name && !$0.isRequired }
                }
        }.keys.sorted()
    }

    func ofOutput(_ members: [ResolvedService.Member]) -> [String] {
        let names = members.map(\.wireName)
        return outputs.filter { _, family in
            (family.exactly ?? names) == names && (family.members ?? []).allSatisfy(names.contains)
        }.keys.sorted()
    }
}

extension ResolvedService.ValueType {
    /// The type without its limits, as families name it.
    fileprivate var plainName: String? {
        switch self {
        case .string: "string"
        case .list(.string, _): "strings"
        case .list(.structure(let name, _), _): "structures \(name)"
        default: nil
        }
    }
}
