import TestRandom

/// Conditions for a request.
extension QuestionGenerator {
    /// A condition that holds or does not, or about which, seldom, that was not found.
    mutating func condition(for request: QuestionRequest, covers: Bool) -> JSON {
        let asked = request.inSmallLetters
        var condition = JSON.object([:])
        for _ in 0..<8 {
            condition = anyCondition(for: request)
            let truth = ConditionElement(condition, hasVariables: true).truth(for: asked)
            if (truth == .yes) == covers { break }
        }
        return condition
    }

    private mutating func anyCondition(for request: QuestionRequest) -> JSON {
        var operators: [String: JSON] = [:]
        for _ in 0..<random.pick([1, 1, 1, 2, 3]) {
            let key = random.pick(Vocabulary.keys)
            // Mostly keys that the request has: the others are told in one step.
            if request.context[key.name] == nil, random.chance(50) { continue }
            let (name, operands) = test(key, for: request)
            let written = random.chance(15) ? caseChanged(key.name) : key.name
            var keys = operators[name]?.object ?? [:]
            // A key that stands twice, its case apart, is no policy.
            if keys.keys.contains(where: { $0.asciiLowercased == key.name.asciiLowercased }) {
                continue
            }
            keys[written] = operands
            operators[name] = .object(keys)
        }
        return .object(operators)
    }

    /// An operator by its whole name, and its operands.
    private mutating func test(
        _ key: Vocabulary.Key, for request: QuestionRequest
    ) -> (String, JSON) {
        if random.chance(8) {
            let value = random.chance(50)
            return ("Null", random.chance(50) ? .bool(value) : .string(value ? "true" : "false"))
        }
        let type =
            random.chance(85)
            ? key.type : random.chance(60) ? .string : random.pick(Vocabulary.ValueType.allCases)
        var name = random.pick(Vocabulary.operators[type] ?? [])
        if random.chance(20) { name += "IfExists" }
        if random.chance(key.isMultivalued ? 85 : 10) {
            name = random.pick(["ForAllValues:", "ForAnyValue:"]) + name
        }
        let values = request.context[key.name] ?? key.values
        let count = random.chance(3) ? 0 : random.pick([1, 1, 2, 3])
        let operands = (0..<count).map { _ in
            operand(type, near: random.chance(75) ? random.pick(values) : random.pick(key.values))
        }
        if random.chance(2) { name = random.pick(Vocabulary.unknownOperators) }
        let list = operands.count == 1 && random.chance(60) ? operands[0] : .array(operands)
        return (name, list)
    }

    private mutating func operand(_ type: Vocabulary.ValueType, near value: String) -> JSON {
        // Something that no operand of another type than a string is.
        if type != .string, random.chance(1) { return .string("few") }
        switch type {
        case .string: return .string(stringOperand(value))
        case .number:
            guard let number = OperandType.number(value).map({ "\($0)" }) else {
                return .string("10")
            }
            let shorter = String(number.split(separator: ".")[0])
            let isWhole = shorter == number
            return random.pick([
                .string(number), .string("\((Int(shorter) ?? 0) + 1)"),
                .string("\((Int(shorter) ?? 0) - 1)"), .number(shorter),
                .string(number + (isWhole ? ".0" : "0")), .string(number + (isWhole ? ".01" : "1")),
            ])
        case .date:
            return .string(
                random.pick([
                    "2026-11-22T02:24:38Z", "2026-11-22T02:24:39Z", "2026-11-21T21:24:38-05:00",
                    "2026-11-22T02:24Z", "2026-11-22", "2026-11", "1795314278", "1795314279",
                    "2026-11-22T02:24:38.5Z", "1900-01-01", "0",
                ]))
        case .boolean:
            let value = random.chance(50)
            return random.chance(30)
                ? .bool(value) : .string(random.pick(value ? ["true", "True"] : ["false"]))
        case .binary: return .string(random.pick(["QmluYXJ5", "QmluYXJ6", "QQ=="]))
        case .address: return .string(addressOperand(value))
        case .arn: return .string(arnOperand(value))
        }
    }

    private mutating func stringOperand(_ value: String) -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: caseChanged(value)
        case 1: near(value)
        case 2, 3: covering(value)
        case 4: withVariables(value, QuestionRequest.none)
        case 5:
            random.pick([
                "${aws:username}", "${AWS:username}", "${aws:none}", "${aws:none, 'home'}",
                "${aws:PrincipalTag/team}", "home/${aws:username}/*", "${*}", "${?}*", "*${$}*",
                "${aws:username", "${}", "${aws:TagKeys}", "${aws:TagKeys, 'team'}", "$", "",
            ])
        case 6: near(covering(value))
        default: value
        }
    }

    private mutating func addressOperand(_ value: String) -> String {
        let ranges = [
            "203.0.113.0/24", "203.0.113.9/32", "203.0.113.8/31", "203.0.112.0/22", "203.0.113.10",
            "0.0.0.0/0", "::/0", "2001:db8:1234:5678::/64", "2001:db8:1234:5678::9",
            "2001:db8:1234:5000::/52", "::ffff:203.0.113.0/120", "203.0.113.0/25", "198.51.100.0/1",
        ]
        return PlainAddressRange(value) != nil && random.chance(30) ? value : random.pick(ranges)
    }

    private mutating func arnOperand(_ value: String) -> String {
        var parts = value.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
            .map(String.init)
        guard parts.count == 6 else { return "arn:aws:sns:*:*:*" }
        if parts[5].contains(":"), random.chance(20) {
            return reachingPastColon(parts, at: random.pick([2, 3]))
        }
        let index = Int.random(in: 0..<7, using: &random)
        switch index {
        case 1...4:
            parts[index] = random.pick(["*", "", covering(parts[index]), near(parts[index])])
        case 5: parts[5] = random.chance(70) ? covering(parts[5]) : near(parts[5])
        case 6:
            parts[5] = random.pick(["${aws:username}", "user/${aws:username}", "${aws:none}", "*"])
        default: break
        }
        if random.chance(4) { parts[4] = "${aws:PrincipalTag/team}" }
        if random.chance(3) { parts.removeLast() }
        return parts.joined(separator: ":")
    }
}
