import IAMIdentifiers

// Matching texts with patterns.
extension PolicyProgram {
    /// - Parameter text: UTF-8; of an action, in lower case.
    func match(
        _ pattern: CompiledPattern, _ text: Span<UInt8>, _ context: borrowing RequestContext,
        _ effort: inout Effort
    ) -> CompiledPattern.Match {
        effort.spend(Self.comparisonCost)
        switch pattern.form {
        case .everything: return .yes
        case .literal: return bytes.span.extracting(pattern.place.range).equals(text) ? .yes : .no
        case .prefix:
            return text.starts(with: bytes.span.extracting(pattern.place.range), at: 0)
                ? .yes : .no
        case .wildcards:
            return matches(units.span.extracting(pattern.place.range), text, context, &effort)
                ? .yes : .no
        case .variables:
            let units = units.span.extracting(pattern.place.range)
            let match = matchIfEqual(units, context)
            if match == .noValue { return .noValue }
            return matches(units, text, context, &effort) ? match : .no
        case .arnWithVariables:
            let units = units.span.extracting(pattern.place.range)
            let match = matchIfEqual(units, context)
            guard match == .yes else { return match }
            guard let substitute = substituted(units, context, &effort) else { return .no }
            guard let arn = substitute.segmented(endsReachOn: false) else { return .malformed }
            return matches(arn.span, text, context, &effort) ? .yes : .no
        case .malformed: return .malformed
        }
    }

    /// A pattern without wildcards, compared without regard to case.
    func matchIgnoringCase(
        _ pattern: CompiledPattern, _ text: Span<UInt8>, _ context: borrowing RequestContext,
        _ effort: inout Effort
    ) -> CompiledPattern.Match {
        effort.spend(Self.comparisonCost + text.count + Int(pattern.place.count))
        if pattern.form == .literal {
            let literal = bytes.span.extracting(pattern.place.range)
            if let isEqual = literal.equalsIgnoringASCIICase(text) { return isEqual ? .yes : .no }
            return literal.lowercased == text.lowercased ? .yes : .no
        }
        let units = units.span.extracting(pattern.place.range)
        let match = matchIfEqual(units, context)
        guard match == .yes else { return match }
        guard let literal = substituted(units, context, &effort)?.compactMap(\.byte) else {
            return .no
        }
        return literal.span.lowercased == text.lowercased ? .yes : .no
    }

    private enum Value {
        case absent
        /// IAM accepts no such policy, and AWS does not say what one would mean.
        case several
        case one(isInContext: Bool, Range<Int>)
    }

    private func value(of variable: Variable, _ context: borrowing RequestContext) -> Value {
        if let values = context.values(of: bytes.span.extracting(variable.key.range), variable.hash)
        {
            return values.count == 1
                ? .one(isInContext: true, context.values[values.lowerBound]) : .several
        }
        return variable.defaultValue.map { .one(isInContext: false, $0.range) } ?? .absent
    }

    /// What it means that a text is as the units say: yes, unless a variable has no value or
    /// several.
    private func matchIfEqual(
        _ units: Span<PatternUnit>, _ context: borrowing RequestContext
    ) -> CompiledPattern.Match {
        var match = CompiledPattern.Match.yes
        for index in units.indices {
            guard let variable = units[index].variable else { continue }
            switch value(of: variables[variable], context) {
            case .absent: return .noValue
            case .several: match = .severalValues
            case .one: break
            }
        }
        return match
    }

    /// The units with the bytes of its value for each variable, and a `*` for one that has
    /// several.
    ///
    /// Its length is counted before it is made: a policy of 6 KB can name a value of 2 KB some
    /// hundred times.
    /// - Returns: nil when the effort is spent.
    private func substituted(
        _ units: Span<PatternUnit>, _ context: borrowing RequestContext, _ effort: inout Effort
    ) -> [PatternUnit]? {
        effort.spend(Self.costOfSubstitute * lengthSubstituted(units, context))
        if effort.isSpent { return nil }
        var result: [PatternUnit] = []
        for index in units.indices {
            if let variable = units[index].variable {
                switch value(of: variables[variable], context) {
                case .absent: break
                case .several: result.append(.run)
                case .one(let isInContext, let range):
                    result += (isInContext ? context.bytes[range] : bytes[range])
                        .map { PatternUnit(byte: $0) }
                }
            } else {
                result.append(units[index])
            }
        }
        return result
    }

    /// Whether the whole of a text matches the whole of a pattern, whose variables have values; one
    /// that has several stands for any text.
    ///
    /// Walks both once, and on a mismatch goes back to the last `*` to let it take one character
    /// more. A `*` before that need not be tried again, as it could only have taken more of what
    /// the last one takes anyway; unless the last one must stop at a colon and the one before need
    /// not. Where that goes back too often, ``PatternReach`` begins anew.
    ///
    /// - Complexity: O(text + pattern) and no space where that is enough, else
    ///   O(text × pattern / 64).
    private func matches(
        _ units: Span<PatternUnit>, _ text: Span<UInt8>, _ context: borrowing RequestContext,
        _ effort: inout Effort
    ) -> Bool {
        if effort.isSpent { return false }
        var step = 0
        var byte = 0
        var lastRun: Retry?
        var lastFreeRun: Retry?
        let limit = 4 * (text.count + units.count) + 64
        var walked = 0
        defer { effort.spend(walked) }
        while step < units.count || byte < text.count {
            walked &+= 1
            if walked > limit { return matchesByReach(units, text, context, &effort) }
            if step < units.count {
                let unit = units[step]
                if let expected = unit.byte {
                    if byte < text.count, text[byte] == expected {
                        step += 1
                        byte += 1
                        continue
                    }
                } else if unit == .run {
                    lastFreeRun = Retry(step: step, byte: byte)
                    lastRun = nil
                    step += 1
                    continue
                } else if unit == .runInSegment {
                    lastRun = Retry(step: step, byte: byte)
                    step += 1
                    continue
                } else if let variable = unit.variable {
                    switch value(of: variables[variable], context) {
                    case .absent: break
                    case .several:
                        lastFreeRun = Retry(step: step, byte: byte)
                        lastRun = nil
                        step += 1
                        continue
                    case .one(let isInContext, let range):
                        let value =
                            isInContext
                            ? context.bytes.span.extracting(range) : bytes.span.extracting(range)
                        // Up to all of it is compared, at every place that is tried.
                        walked &+= value.count
                        if text.starts(with: value, at: byte) {
                            step += 1
                            byte += value.count
                            continue
                        }
                    }
                } else if byte < text.count,
                    unit == .character || text[byte] != UInt8(ascii: ":")
                {
                    step += 1
                    byte = text.characterEnd(from: byte)
                    continue
                }
            }
            if let end = lastRun?.byte, end < text.count, text[end] != UInt8(ascii: ":") {
                lastRun?.byte = text.characterEnd(from: end)
            } else if let end = lastFreeRun?.byte, end < text.count {
                lastRun = nil
                lastFreeRun?.byte = text.characterEnd(from: end)
            } else {
                return false
            }
            guard let retry = lastRun ?? lastFreeRun else { return false }
            step = retry.step + 1
            byte = retry.byte
        }
        return true
    }

    private func matchesByReach(
        _ units: Span<PatternUnit>, _ text: Span<UInt8>, _ context: borrowing RequestContext,
        _ effort: inout Effort
    ) -> Bool {
        guard let units = substituted(units, context, &effort) else { return false }
        effort.spend(PatternReach.cost(text: text.count, units: units.count))
        return !effort.isSpent && PatternReach.matches(units, text)
    }

    /// How many units there are with the bytes of its value for each variable.
    private func lengthSubstituted(
        _ units: Span<PatternUnit>, _ context: borrowing RequestContext
    ) -> Int {
        var length = units.count
        for index in units.indices {
            guard let variable = units[index].variable,
                case .one(_, let range) = value(of: variables[variable], context)
            else { continue }
            length += range.count
        }
        return length
    }

    /// What making a unit of a substitute costs, and folding its case, in bytes compared.
    private static let costOfSubstitute = 8

    /// What comparing a text with a pattern costs at least, in bytes.
    private static let comparisonCost = 16

    /// A `*` to come back to, and where what it has taken so far ends.
    private struct Retry {
        let step: Int
        var byte: Int
    }
}

extension Span<UInt8> {
    /// Compares two texts of ASCII without regard to case; nil if one of them is not ASCII.
    fileprivate func equalsIgnoringASCIICase(_ other: Span<UInt8>) -> Bool? {
        var isEqual = count == other.count
        for index in indices {
            if self[index] >= 0x80 { return nil }
            if isEqual, self[index].asciiLowercased != other[index].asciiLowercased {
                isEqual = false
            }
        }
        for index in other.indices where other[index] >= 0x80 { return nil }
        return isEqual
    }

    /// They are compared as bytes: Swift calls some strings equal that IAM does not.
    fileprivate var lowercased: [UInt8] {
        Array(withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self).lowercased() }.utf8)
    }
}
