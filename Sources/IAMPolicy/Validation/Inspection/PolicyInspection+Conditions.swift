import IAMIdentifiers

// Condition: operators and keys.
extension PolicyInspection {
    func inspectConditions(of statement: InspectedStatement) {
        guard let element = statement["Condition"] else { return }
        guard let blocks = element.node.members else {
            return add(
                .dataTypeMismatch,
                "write conditions as {\"StringEquals\": {\"aws:username\": \"alice\"}}",
                at: element.node)
        }
        if blocks.isEmpty {
            add(.emptyObjectCondition, "the condition says nothing; remove it", at: element.node)
        }
        for block in blocks { inspect(block) }
        for condition in statement.conditions { inspect(condition, of: statement) }
        inspectPairs(of: statement)
        inspectTags(of: statement)
        inspectPitfalls(of: statement)
    }

    private func inspect(_ block: PolicyNode.Member) {
        if ConditionOperator(block.name) == nil {
            let plain = block.name.dropFirst(Self.quantifier(of: block.name).utf8.count)
            if plain == "NullIfExists" {
                add(
                    .nullWithIfExists,
                    "Null asks whether the key is there, and IfExists adds nothing; remove it",
                    atKeyOf: block)
            } else {
                let near = nearest(
                    to: plain.asciiLowercased, among: ConditionOperator.comparisons.keys.map(\.text)
                )
                add(
                    .invalidConditionOperator,
                    "there is no condition operator \(block.name)" + question(near?.text),
                    atKeyOf: block)
            }
        } else if !Self.quantifier(of: block.name).isEmpty, block.name.ends(with: "Null") {
            add(
                .nullWithQualifier,
                "Null asks whether the key is there, however many values it has; remove the prefix",
                atKeyOf: block)
        }
        guard let keys = block.node.members else {
            return add(
                .dataTypeMismatch, "write keys and values here: {\"aws:username\": \"alice\"}",
                at: block.node)
        }
        if keys.isEmpty {
            add(.emptyObjectCondition, "the operator compares nothing; remove it", at: block.node)
        }
        var seen: Set<ExactText> = []
        for key in keys where !seen.add(key.name.asciiLowercased) {
            add(
                .duplicateKeysWithDifferentCase,
                "the key is there in other letters, which mean the same; put the values together",
                atKeyOf: key)
        }
    }

    private static func quantifier(of name: String) -> String {
        ["ForAllValues:", "ForAnyValue:"].first { name.begins(with: $0) } ?? ""
    }

    private func inspect(
        _ condition: InspectedStatement.Condition, of statement: InspectedStatement
    ) {
        let facts = inspectKey(condition)
        if let facts, let `operator` = condition.operator {
            inspectUse(of: facts, by: `operator`, condition)
            inspectSupport(of: facts, condition, in: statement)
        }
        inspectValues(of: condition, facts)
    }

    // MARK: Keys

    /// What is known of the key; reports one that is not known.
    private func inspectKey(_ condition: InspectedStatement.Condition) -> ConditionKeyFacts? {
        let (key, member) = (condition.key, condition.member)
        if key == "aws:arn" {
            add(
                .unsupportedGlobalConditionKey,
                "aws:ARN is no longer there; use aws:PrincipalArn or aws:SourceArn", atKeyOf: member
            )
            return nil
        }
        if let facts = reference.key(key) { return facts }
        let parts = key.parts(at: ":", maxSplits: 1)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            add(
                .invalidConditionKeyFormat, "write the key with its service, as in s3:prefix",
                atKeyOf: member)
            return nil
        }
        if reference.keyLacksPart(key) {
            add(
                .missingTagKeyInCondition,
                "add the name of a tag to the key: \(member.name.ends(with: "/") ? "" : "/")NAME",
                atKeyOf: member)
            return nil
        }
        // The keys of an identity provider begin with its address, those of SAML with `saml`.
        guard !parts[0].contains("."), !parts[0].contains("/") else { return nil }
        inspectUnknownKey(key, String(parts[0]), member)
        return nil
    }

    private func inspectUnknownKey(_ key: String, _ prefix: String, _ member: PolicyNode.Member) {
        guard prefix == "aws" || reference.hasService(prefix) || reference.hasKeys(ofPrefix: prefix)
        else {
            return addUnknown(
                .invalidService, "there is no service \(prefix)",
                near: nearest(to: prefix, among: reference.keyPrefixes),
                at: [keySite(of: member)])
        }
        let near = nearest(to: key, among: reference.keys(besides: key))
        addUnknown(
            prefix == "aws" ? .invalidGlobalConditionKey : .invalidServiceConditionKey,
            prefix == "aws"
                ? "there is no condition key \(member.name)"
                : "\(prefix) has no condition key \(member.name)",
            near: near, at: [keySite(of: member)])
    }

    // MARK: Keys and operators

    private func inspectUse(
        of facts: ConditionKeyFacts, by `operator`: ConditionOperator,
        _ condition: InspectedStatement.Condition
    ) {
        guard `operator`.comparison != .null else { return }
        let member = condition.member
        if facts.isMultivalued, `operator`.quantifier == .one {
            add(
                .missingQualifier,
                "a request has several values of this key; put ForAllValues: or ForAnyValue: "
                    + "before the operator", atKeyOf: member)
        }
        if !facts.isMultivalued, facts.type != nil, `operator`.quantifier == .all {
            add(
                .forAllValuesWithSingleValuedKey,
                "ForAllValues holds for requests without the key, too, and this key has one value; "
                    + "remove ForAllValues:", atKeyOf: member)
        }
        guard let type = facts.type else { return }
        if type == .arn, `operator`.comparison == .stringPattern {
            add(
                .stringLikeOperatorWithARNConditionKeys,
                "its wildcards reach over the parts of an ARN; compare ARNs with ArnLike",
                atKeyOf: member)
        } else if !type.mayBeCompared(by: `operator`.comparison) {
            add(
                .typeMismatch,
                "the values of this key have the type \(type.rawValue); write "
                    + "\(type.operators) in place of \(condition.operatorName)",
                atKeyOf: member)
        }
    }

    /// Reports actions whose requests have no such key. Only actions of the key's own service are
    /// reported, since AWS's own policies list others beside them. Actions with wildcards are not,
    /// since they cover some that have the key; nor are `IfExists` and `Null`, which are meant for
    /// keys that may be absent.
    private func inspectSupport(
        of facts: ConditionKeyFacts, _ condition: InspectedStatement.Condition,
        in statement: InspectedStatement
    ) {
        guard !statement.isNotAction, condition.operator?.ifExists == false,
            !GlobalConditionKeys.all.contains(where: { $0.names(condition.key) })
        else { return }
        let owner = String(condition.key.prefix { $0 != ":" })
        let isOfService = reference.hasService(owner)
        let lacking = statement.actions.filter { action in
            guard !isOfService || action.prefix == owner,
                let service = reference.service(action.prefix),
                let found = service.action(action.name)
            else { return false }
            return !service.hasKey(condition.key, of: found)
        }
        add(
            .unsupportedActionForConditionKey,
            "requests for these actions have no \(condition.member.name); move them to a statement "
                + "without it",
            at: lacking.isEmpty ? [] : lacking.map(\.node.site) + [keySite(of: condition.member)])
    }

    private func inspectPairs(of statement: InspectedStatement) {
        guard statement.effect == .allow else { return }
        for condition in statement.conditions where condition.key == "aws:vpcsourceip" {
            guard !statement.hasCondition(on: ["aws:sourcevpc", "aws:sourcevpce"]) else { return }
            add(
                .missingPairedConditionKeys,
                "the same private address is there in many networks; add aws:SourceVpc or "
                    + "aws:SourceVpce", atKeyOf: condition.member)
        }
    }
}

extension ConditionKeyFacts.ValueType {
    /// Whether an operator compares values of this type. Operators for strings compare any value
    /// that has a text. AWS allows ARNs in the place of strings, and strings in the place of ARNs.
    fileprivate func mayBeCompared(by comparison: Comparison) -> Bool {
        switch comparison {
        case .string, .stringIgnoringCase, .stringPattern: self == .string || self == .arn
        case .arn: self == .arn || self == .string
        case .number: self == .number || self == .date
        case .date: self == .date
        case .boolean: self == .boolean
        case .address: self == .address
        case .binary: self == .binary
        case .null: true
        }
    }
    /// The operators that are made for values of this type.
    fileprivate var operators: String {
        switch self {
        case .string: "a String operator"
        case .number: "a Numeric operator"
        case .date: "a Date operator"
        case .boolean: "Bool"
        case .address: "IpAddress or NotIpAddress"
        case .arn: "an Arn operator"
        case .binary: "BinaryEquals"
        }
    }
}
