/// Reads a pattern's text. Private to ``Pattern``, which says what is understood.
struct PatternParser {
    private var rest: ArraySlice<Unicode.Scalar>

    /// The pattern taken apart, or nil when it holds anything that is not understood.
    static func parse(_ source: String) -> PatternNode? {
        var scalars = Array(source.unicodeScalars)[...]
        if scalars.first == "^" { scalars.removeFirst() }
        if scalars.last == "$", scalars.dropLast().last != "\\" { scalars.removeLast() }
        var parser = PatternParser(rest: scalars)
        guard let node = parser.alternatives(), parser.rest.isEmpty else { return nil }
        return node
    }

    private mutating func alternatives() -> PatternNode? {
        var branches: [PatternNode] = []
        repeat {
            guard let branch = sequence() else { return nil }
            branches.append(branch)
        } while take("|")
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func sequence() -> PatternNode? {
        var parts: [PatternNode] = []
        while let next = rest.first, next != "|", next != ")" {
            guard let part = repeated() else { return nil }
            parts.append(part)
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func repeated() -> PatternNode? {
        guard let part = atom() else { return nil }
        switch rest.first {
        case "*": return ended(.repeated(part, min: 0, max: nil))
        case "+": return ended(.repeated(part, min: 1, max: nil))
        case "?": return ended(.repeated(part, min: 0, max: 1))
        case "{": return counted(part)
        default: return part
        }
    }

    /// The node, after its one-character quantifier.
    private mutating func ended(_ node: PatternNode) -> PatternNode {
        rest.removeFirst()
        return node
    }

    private mutating func counted(_ part: PatternNode) -> PatternNode? {
        guard take("{"), let min = number() else { return nil }
        if take("}") { return .repeated(part, min: min, max: min) }
        guard take(",") else { return nil }
        if take("}") { return .repeated(part, min: min, max: nil) }
        guard let max = number(), max >= min, take("}") else { return nil }
        return .repeated(part, min: min, max: max)
    }

    private mutating func atom() -> PatternNode? {
        switch rest.popFirst() {
        case "(": return group()
        case "[": return characterClass().map { .characters($0) }
        case "\\": return escape().map { .characters($0) }
        case nil, "*", "+", "?", "{", "}", "]", ".", "^", "$": return nil
        case let literal?: return .characters(CharacterClass([literal.value...literal.value]))
        }
    }

    private mutating func group() -> PatternNode? {
        guard take("?") else {
            guard let node = alternatives(), take(")") else { return nil }
            return node
        }
        guard take("!"), case .characters(let characters)? = atom(), take(")") else { return nil }
        return .notBefore(characters)
    }

    private mutating func characterClass() -> CharacterClass? {
        guard rest.first != "^" else { return nil }
        var result = CharacterClass()
        while let next = rest.popFirst() {
            if next == "]" { return result }
            guard next != "[", next != "&" || rest.first != "&" else { return nil }
            guard let low = next == "\\" ? escape() : CharacterClass([next.value...next.value])
            else { return nil }
            // A hyphen at the end stands for itself.
            guard rest.first == "-", rest.dropFirst().first != "]" else {
                result.formUnion(low)
                continue
            }
            rest.removeFirst()
            guard let first = low.only, let last = rangeEnd(), first <= last else { return nil }
            result.insert(first...last)
        }
        return nil
    }

    private mutating func rangeEnd() -> UInt32? {
        guard let next = rest.popFirst(), next != "[", next != "]" else { return nil }
        return next == "\\" ? escape()?.only : next.value
    }

    /// What stands after a backslash.
    private mutating func escape() -> CharacterClass? {
        switch rest.popFirst() {
        case "w": return CharacterClass([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
        case "d": return CharacterClass([0x30...0x39])
        case "s": return CharacterClass([0x09...0x0D, 0x20...0x20])
        case "u": return code(digits: 4).map { CharacterClass([$0...$0]) }
        case "x": return code(digits: 2).map { CharacterClass([$0...$0]) }
        case "p": return category()
        case let mark? where mark.isPunctuation: return CharacterClass([mark.value...mark.value])
        default: return nil
        }
    }

    private mutating func code(digits count: Int) -> UInt32? {
        guard rest.count >= count else { return nil }
        let digits = String(String.UnicodeScalarView(rest.prefix(count)))
        rest.removeFirst(count)
        return UInt32(digits, radix: 16)
    }

    private mutating func category() -> CharacterClass? {
        guard take("{"), let letter = rest.popFirst(), take("}") else { return nil }
        let categories: [Unicode.Scalar: CharacterClass.Category] = [
            "L": .letter, "N": .number, "Z": .separator,
        ]
        guard let category = categories[letter] else { return nil }
        var result = CharacterClass()
        result.insert(category)
        return result
    }

    private mutating func number() -> Int? {
        let digits = rest.prefix { ("0"..."9").contains($0) }
        guard (1...4).contains(digits.count) else { return nil }
        rest.removeFirst(digits.count)
        return Int(String(String.UnicodeScalarView(digits)))
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }
}

extension CharacterClass {
    /// The character of a class that has one.
    fileprivate var only: UInt32? {
        guard categories.isEmpty, ranges.count == 1, ranges[0].count == 1 else { return nil }
        return ranges[0].lowerBound
    }
}

extension Unicode.Scalar {
    /// A character that a backslash makes stand for itself.
    fileprivate var isPunctuation: Bool {
        isASCII && !properties.isAlphabetic && properties.numericType == nil
    }
}
