/// Which beginnings of a text match the beginning of a pattern, for all of them at once: a bit for
/// each place in the text.
///
/// The pattern is read once, and each of its units moves all bits together. So a match takes time
/// in proportion to the text times the pattern, divided by the bits of a word. Walking from one
/// place and going back is faster where few places have to be tried twice, which is the usual case.
struct PatternReach {
    private let text: [UInt8]
    private let words: Int
    /// Bit n is set if the first n bytes of the text match what was gone through of the pattern.
    private var reached: [UInt64]
    /// Bits of the places before a byte that is no colon.
    private var plain: [UInt64]
    /// Bits of the places inside a character.
    private var inside: [UInt64]
    /// Bits of the places before each byte that the pattern asks for, made when first needed.
    private var places: [[UInt64]?] = Array(repeating: nil, count: 256)

    /// What a match costs, in words that are looked at.
    static func cost(text: Int, units: Int) -> Int { (units + 8) * ((text + 64) / 64) }

    init(_ text: Span<UInt8>) {
        self.text = text.indices.map { text[$0] }
        words = (text.count + 64) / 64
        reached = Array(repeating: 0, count: words)
        reached[0] = 1
        plain = reached
        inside = reached
        plain = bits { $0 != UInt8(ascii: ":") }
        inside = bits { UTF8.isContinuation($0) }
    }

    /// Whether the whole text matches the whole of a pattern without variables.
    static func matches(_ units: [PatternUnit], _ text: Span<UInt8>) -> Bool {
        var reach = PatternReach(text)
        for unit in units {
            guard reach.step(over: unit) else { return false }
        }
        return reach.reached[text.count / 64] & (1 << UInt64(text.count % 64)) != 0
    }

    /// - Returns: whether any beginning of the text still matches.
    private mutating func step(over unit: PatternUnit) -> Bool {
        switch unit {
        case .run: smear()
        case .runInSegment: flood(through: plain)
        case .character: stepOverCharacter()
        case .characterInSegment:
            for word in 0..<words { reached[word] &= plain[word] }
            stepOverCharacter()
        default:
            guard let byte = unit.byte else { return false }
            let places = places(of: byte)
            for word in 0..<words { reached[word] &= places[word] }
            shift()
        }
        return reached.contains { $0 != 0 }
    }

    /// One character, of however many bytes.
    private mutating func stepOverCharacter() {
        // Nothing begins inside a character, nor at the end of the text.
        for word in 0..<words { reached[word] &= ~inside[word] }
        shift()
        flood(through: inside)
        for word in 0..<words { reached[word] &= ~inside[word] }
    }

    /// Each place leads to the next. What would lead beyond the end is lost.
    private mutating func shift() {
        var carry: UInt64 = 0
        for word in 0..<words {
            let next = reached[word] >> 63
            reached[word] = reached[word] << 1 | carry
            carry = next
        }
        let used = text.count % 64 + 1
        if used < 64 { reached[words - 1] &= (1 << UInt64(used)) - 1 }
    }

    /// The first place leads to all that follow.
    private mutating func smear() {
        var isFilled = false
        for word in 0..<words {
            if isFilled {
                reached[word] = .max
            } else if reached[word] != 0 {
                reached[word] = ~((reached[word] & (0 &- reached[word])) &- 1)
                isFilled = true
            }
        }
        let used = text.count % 64 + 1
        if used < 64 { reached[words - 1] &= (1 << UInt64(used)) - 1 }
    }

    /// Each place leads to the next as long as it is one of `open`: adding the two lets a carry run
    /// through every stretch of open places that one was reached in.
    private mutating func flood(through open: [UInt64]) {
        var carry: UInt64 = 0
        for word in 0..<words {
            let (first, isOver) = open[word].addingReportingOverflow(reached[word] & open[word])
            let (sum, isOverAgain) = first.addingReportingOverflow(carry)
            carry = isOver || isOverAgain ? 1 : 0
            reached[word] |= sum ^ open[word]
        }
    }

    private mutating func places(of byte: UInt8) -> [UInt64] {
        if let known = places[Int(byte)] { return known }
        let made = bits { $0 == byte }
        places[Int(byte)] = made
        return made
    }

    private func bits(_ isSet: (UInt8) -> Bool) -> [UInt64] {
        var bits = [UInt64](repeating: 0, count: words)
        for (index, byte) in text.enumerated() where isSet(byte) {
            bits[index / 64] |= 1 << UInt64(index % 64)
        }
        return bits
    }
}
