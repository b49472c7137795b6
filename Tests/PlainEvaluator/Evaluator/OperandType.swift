import Foundation

/// What a condition operator compares, and how.
enum OperandType: Hashable {
    case string, stringIgnoringCase, stringPattern, number, date, boolean, binary, address, arn
    case presence

    /// How a request's value stands to a policy's.
    enum Relation: Hashable { case less, equal, greater }

    /// Variables may stand in strings and ARNs.
    var hasVariables: Bool {
        [.string, .stringIgnoringCase, .stringPattern, .arn].contains(self)
    }

    /// Whether a policy may have such an operand.
    func takes(_ text: String) -> Bool {
        switch self {
        case .string, .stringIgnoringCase, .stringPattern, .arn: true
        case .number: Self.number(text) != nil
        case .date: Self.microseconds(text) != nil
        case .boolean, .presence: ["true", "false"].contains(text.asciiLowercased)
        case .binary: Self.bytes(text) != nil
        case .address: PlainAddressRange(text) != nil
        }
    }

    /// Whether a request's value stands in one of the relations to a policy's; unknown if it is
    /// not of the type.
    func truth(
        of value: String, _ relations: Set<Relation>, to operand: VariableText,
        in request: QuestionRequest
    ) -> Ternary {
        switch self {
        case .string, .stringIgnoringCase, .stringPattern:
            guard let pattern = operand.filled(from: request, wildcards: self == .stringPattern)
            else { return .no }
            let isDoubtful = operand.isDoubtful(in: request)
            guard self == .stringIgnoringCase else {
                guard pattern.matches(value.characters) else { return .no }
                return isDoubtful ? .unknown : .yes
            }
            if isDoubtful { return .unknown }
            let left = pattern.text.lowercased().characters
            return Ternary(left == value.lowercased().characters)
        case .arn: return Self.arnTruth(of: value, to: operand, in: request)
        case .number: return compared(value, operand, request, by: Self.number, relations)
        case .date: return compared(value, operand, request, by: Self.microseconds, relations)
        case .boolean:
            let value = value.asciiLowercased
            guard ["true", "false"].contains(value) else { return .unknown }
            let text = operand.filled(from: request, wildcards: false)?.text
            return Ternary(value == text?.asciiLowercased)
        case .binary:
            guard let left = Self.bytes(value) else { return .unknown }
            let right = operand.filled(from: request, wildcards: false)?.text
            return Ternary(left == right.flatMap(Self.bytes))
        case .address:
            let text = operand.filled(from: request, wildcards: false)?.text
            guard let left = PlainAddressRange(value),
                let right = text.flatMap(PlainAddressRange.init)
            else { return .unknown }
            return Ternary(right.contains(left))
        case .presence: return .unknown
        }
    }

    private func compared<Value: Comparable>(
        _ value: String, _ operand: VariableText, _ request: QuestionRequest,
        by read: (String) -> Value?, _ relations: Set<Relation>
    ) -> Ternary {
        let text = operand.filled(from: request, wildcards: false)?.text
        guard let left = read(value), let right = text.flatMap(read) else { return .unknown }
        return Ternary(relations.contains(left < right ? .less : left > right ? .greater : .equal))
    }

    /// Six parts, each against its own: a wildcard does not reach past its part.
    private static func arnTruth(
        of value: String, to operand: VariableText, in request: QuestionRequest
    ) -> Ternary {
        let parts = value.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "arn" else { return .unknown }
        guard let pattern = operand.filled(from: request, wildcards: true) else { return .no }
        let isDoubtful = operand.isDoubtful(in: request)
        // Where the parts end is not known either.
        if isDoubtful, operand.hasVariablesBeforeFifthColon { return .unknown }
        let patterns = pattern.arnParts
        guard patterns.count == 6 else { return .unknown }
        guard zip(patterns, parts).allSatisfy({ $0.matches(Array($1.unicodeScalars)) })
        else { return .no }
        return isDoubtful ? .unknown : .yes
    }

    /// Digits, perhaps with a sign before and a fraction behind.
    static func number(_ text: String) -> Decimal? {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy(isDigits) else { return nil }
        return Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// The bytes of a base64 text; nil if encoding them would give another.
    static func bytes(_ text: String) -> Data? {
        let data = Data(base64Encoded: text)
        return data?.base64EncodedString() == text ? data : nil
    }

    /// Microseconds since 1970 of a time in seconds or as the W3C writes them.
    static func microseconds(_ text: String) -> Int? {
        PlainDate(text)?.microseconds
    }
}

extension Pattern {
    /// The characters of a pattern without wildcards.
    var text: String {
        var text = ""
        for case .character(let character) in elements { text.unicodeScalars.append(character) }
        return text
    }
}
