/// A set of characters, as `[\w+=,.@-]` names one.
struct CharacterClass: Sendable, Equatable {
    /// A general category of Unicode by its first letter, as `\p{L}` names it.
    enum Category: Sendable { case letter, number, separator }

    private(set) var ranges: [ClosedRange<UInt32>] = []
    private(set) var categories: [Category] = []
    /// Bit n stands for character n, so that the common case is one test.
    private var ascii: (UInt64, UInt64) = (0, 0)

    init(_ ranges: [ClosedRange<UInt32>] = []) {
        for range in ranges { insert(range) }
    }

    mutating func insert(_ range: ClosedRange<UInt32>) {
        ranges.append(range)
        for value in range.clamped(to: 0...127) where range.contains(value) { setBit(value) }
    }

    mutating func insert(_ category: Category) {
        categories.append(category)
        for value in 0..<128 as Range<UInt32> {
            // Every value below 128 is a scalar.
            if Self.category(of: Unicode.Scalar(value)!) == category { setBit(value) }
        }
    }

    mutating func formUnion(_ other: CharacterClass) {
        other.ranges.forEach { insert($0) }
        other.categories.forEach { insert($0) }
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 64 { return ascii.0 >> UInt64(value) & 1 == 1 }
        if value < 128 { return ascii.1 >> UInt64(value - 64) & 1 == 1 }
        if ranges.contains(where: { $0.contains(value) }) { return true }
        guard !categories.isEmpty, let category = Self.category(of: scalar) else { return false }
        return categories.contains(category)
    }

    static func == (left: CharacterClass, right: CharacterClass) -> Bool {
        left.ranges == right.ranges && left.categories == right.categories
    }

    private mutating func setBit(_ value: UInt32) {
        if value < 64 {
            ascii.0 |= 1 << UInt64(value)
        } else {
            ascii.1 |= 1 << UInt64(value - 64)
        }
    }

    private static func category(of scalar: Unicode.Scalar) -> Category? {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            .letter
        case .decimalNumber, .letterNumber, .otherNumber: .number
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: .separator
        default: nil
        }
    }
}
