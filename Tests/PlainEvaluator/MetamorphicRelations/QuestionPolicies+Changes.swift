/// Policies changed in ways that must not change what they say.
extension QuestionPolicies {
    func mapDocuments(_ change: (JSON) -> JSON) -> QuestionPolicies {
        var policies = self
        policies.identity = identity?.map(change)
        policies.boundary = boundary.map(change)
        policies.session = session?.map(change)
        policies.resource = resource.map(change)
        policies.serviceControl = serviceControl.map { $0.map(change) }
        policies.resourceControl = resourceControl.map { $0.map(change) }
        return policies
    }

    /// The policies with every list in them changed whose order means nothing: of policies, levels,
    /// statements and values.
    func mapLists(_ change: ([JSON]) -> [JSON]) -> QuestionPolicies {
        var policies = mapDocuments { $0.mappingLists(change) }
        policies.identity = policies.identity.map(change)
        policies.session = policies.session.map(change)
        policies.serviceControl = policies.serviceControl.map(change)
        policies.resourceControl = policies.resourceControl.map(change)
        return policies
    }

    /// The policies with one for each statement, where there may be several.
    var split: QuestionPolicies {
        var policies = self
        policies.identity = identity?.flatMap(\.split)
        policies.session = session?.flatMap(\.split)
        policies.serviceControl = serviceControl.map { $0.flatMap(\.split) }
        policies.resourceControl = resourceControl.map { $0.flatMap(\.split) }
        return policies
    }
}

extension JSON {
    /// All lists anywhere in the value changed.
    func mappingLists(_ change: ([JSON]) -> [JSON]) -> JSON {
        switch self {
        case .array(let values): return .array(change(values.map { $0.mappingLists(change) }))
        case .object(let members):
            // In the order of the names: a seed has to mean the same in every run.
            let changed = members.sorted { $0.key < $1.key }
                .map { ($0.key, $0.value.mappingLists(change)) }
            return .object(Dictionary(uniqueKeysWithValues: changed))
        default: return self
        }
    }

    fileprivate var split: [JSON] {
        guard var members = object, let statements = members["Statement"]?.array else {
            return [self]
        }
        return statements.map { statement in
            members["Statement"] = statement
            return .object(members)
        }
    }

    /// A policy with a further statement; what is no policy stays as it is.
    func addingStatement(_ statement: JSON) -> JSON {
        guard var members = object, let old = members["Statement"] else { return self }
        members["Statement"] = .array((old.array ?? [old]) + [statement])
        return .object(members)
    }

    /// A policy with the case of its actions, of its context keys and of the keys in its variables
    /// changed; what is no policy stays as it is.
    func withCaseChanged(by generator: inout QuestionGenerator) -> JSON {
        guard var members = object, let statements = members["Statement"] else { return self }
        let list = (statements.array ?? [statements]).map { statement in
            statement.statementWithCaseChanged(
                by: &generator, hasVariables: members["Version"]?.string == "2012-10-17")
        }
        members["Statement"] = .array(list)
        return .object(members)
    }

    private func statementWithCaseChanged(
        by generator: inout QuestionGenerator, hasVariables: Bool
    ) -> JSON {
        guard var members = object else { return self }
        for name in ["Action", "NotAction"] {
            members[name] = members[name]?.mapStrings { generator.caseChanged($0) }
        }
        for name in ["Resource", "NotResource"] where hasVariables {
            members[name] = members[name]?.mapStrings { generator.variablesCaseChanged(in: $0) }
        }
        guard let operators = members["Condition"]?.object else { return .object(members) }
        var changed: [String: JSON] = [:]
        for (name, keys) in operators.sorted(by: { $0.key < $1.key }) {
            var changedKeys: [String: JSON] = [:]
            for (key, values) in (keys.object ?? [:]).sorted(by: { $0.key < $1.key }) {
                changedKeys[generator.caseChanged(key)] =
                    hasVariables
                    ? values.mapStrings { generator.variablesCaseChanged(in: $0) } : values
            }
            changed[name] = .object(changedKeys)
        }
        members["Condition"] = .object(changed)
        return .object(members)
    }

    private func mapStrings(_ change: (String) -> String) -> JSON {
        switch self {
        case .string(let text): .string(change(text))
        case .array(let values): .array(values.map { $0.mapStrings(change) })
        default: self
        }
    }
}

extension QuestionGenerator {
    /// The request with the case of its action and its context keys changed.
    mutating func caseChanged(_ request: QuestionRequest) -> QuestionRequest {
        var other = request
        other.action = caseChanged(request.action)
        other.context = [:]
        for (key, values) in request.context.sorted(by: { $0.key < $1.key }) {
            other.context[caseChanged(key)] = values
        }
        return other
    }

    /// The text with the case of the keys of its variables changed.
    fileprivate mutating func variablesCaseChanged(in text: String) -> String {
        var pieces = text.split(separator: "${", omittingEmptySubsequences: false).map(String.init)
        for index in pieces.indices.dropFirst() {
            let key = pieces[index].prefix { $0 != "}" && $0 != "," }
            pieces[index] = caseChanged(String(key)) + pieces[index].dropFirst(key.count)
        }
        return pieces.joined(separator: "${")
    }
}
