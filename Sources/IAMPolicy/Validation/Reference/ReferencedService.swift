import IAMIdentifiers

/// What AWS says of one service: its actions, resources and condition keys.
struct ReferencedService: Sendable {
    /// A type of resource, as `user`.
    struct ResourceType: Sendable {
        let name: String
        /// Nil for the few forms that name no service.
        let form: ARNForm?
        /// Which of the service's condition keys it has.
        let keys: [Int]
    }

    /// An action, as `CreateUser`.
    struct Action: Sendable {
        let name: String
        /// The name in lower case, to be compared with patterns.
        let text: WildcardText
        /// `l`ist, `r`ead, `w`rite, `t`agging or `p`ermissions management.
        let level: Character
        /// Which of the service's types of resources it is on.
        let resources: [Int]
        /// Which of the service's condition keys it has itself.
        let keys: [Int]
    }

    let prefix: String
    /// What AWS calls it, as `Amazon S3`; of the few that only AWS's policies name, the prefix.
    let name: String
    fileprivate(set) var keys: [ConditionKeyFacts] = []
    fileprivate(set) var resourceTypes: [ResourceType] = []
    fileprivate(set) var actions: [Action] = []
    /// Names and patterns of actions that only AWS's own managed policies have, in lower case.
    fileprivate(set) var alsoNamed: Set<ExactText> = []
    /// Where in `actions` a name in lower case is.
    fileprivate(set) var positions: [ExactText: Int] = [:]

    /// The action of this name, in lower case.
    func action(_ name: String) -> Action? { positions[name].map { actions[$0] } }

    /// The actions that a pattern in lower case means.
    func actions(matching pattern: WildcardText, _ effort: inout Effort) -> [Action] {
        actions.filter { pattern.covers($0.text, &effort) }
    }

    /// Whether a request for the action can have the key, in lower case.
    func hasKey(_ key: String, of action: Action) -> Bool {
        (action.keys + action.resources.flatMap { resourceTypes[$0].keys })
            .contains { keys[$0].names(key) || keys[$0].isNamedWithoutPart(key) }
    }
}

extension ReferencedService {
    /// - Parameter lines: those of the service, its own first; `Data/service-authorization.py`
    ///   says what they hold.
    init(_ lines: [[Substring]]) {
        prefix = String(lines[0][1])
        name = Self.name(lines[0])
        for fields in lines.dropFirst() {
            switch fields[0].utf8.first {
            case UInt8(ascii: "K"): keys.append(ConditionKeyFacts(fields[1], type: fields[2]))
            case UInt8(ascii: "R"):
                resourceTypes.append(
                    ResourceType(
                        name: String(fields[1]), form: ARNForm(fields[2]),
                        keys: Self.numbers(fields[3])))
            case UInt8(ascii: "A"):
                let name = fields[1].asciiLowercased
                positions[name] = actions.count
                actions.append(
                    Action(
                        name: String(fields[1]), text: WildcardText(name),
                        level: fields[2].first ?? "w",
                        resources: Self.numbers(fields[3]), keys: Self.numbers(fields[4])))
            case UInt8(ascii: "F"): break
            default: alsoNamed.insert(ExactText(fields[1].asciiLowercased))
            }
        }
    }

    /// What a service's own line calls it; the prefix where AWS gives no name.
    static func name(_ fields: [Substring]) -> String {
        String(fields.count > 2 && !fields[2].isEmpty ? fields[2] : fields[1])
    }

    private static func numbers(_ field: Substring) -> [Int] {
        field.parts(at: ",", keepingEmpty: false).compactMap { Int($0) }
    }
}
