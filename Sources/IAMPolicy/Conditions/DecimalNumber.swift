/// A decimal number of any length as it stands in a text: digits, with a fraction and a sign or
/// without. Compared exactly, and where it stands, so that nothing is copied.
struct DecimalNumber<Text: RandomAccessCollection<UInt8>>: Comparable where Text.Index == Int {
    private let isNegative: Bool
    /// Digits without leading zeros, so that the longer of two is the greater.
    private let whole: Text.SubSequence
    /// Digits without trailing zeros.
    private let fraction: Text.SubSequence

    /// A number from its text, or nil for anything else; an exponent is not read.
    init?(_ text: Text) {
        let hasSign = text.first == UInt8(ascii: "-")
        let digits = text.dropFirst(hasSign ? 1 : 0)
        let point = digits.firstIndex(of: UInt8(ascii: "."))
        let whole = digits[..<(point ?? digits.endIndex)]
        var fraction = digits[digits.endIndex...]
        if let point {
            fraction = digits[(point + 1)...]
            guard !fraction.isEmpty else { return nil }
        }
        let isDigit = { (byte: UInt8) in UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
        guard !whole.isEmpty, whole.allSatisfy(isDigit), fraction.allSatisfy(isDigit) else {
            return nil
        }
        while fraction.last == UInt8(ascii: "0") { fraction = fraction.dropLast() }
        self.whole = whole.drop { $0 == UInt8(ascii: "0") }
        self.fraction = fraction
        isNegative = hasSign && !(self.whole.isEmpty && fraction.isEmpty)
    }

    static func == (left: Self, right: Self) -> Bool {
        left.isNegative == right.isNegative && left.whole.elementsEqual(right.whole)
            && left.fraction.elementsEqual(right.fraction)
    }

    static func < (left: Self, right: Self) -> Bool {
        guard left.isNegative == right.isNegative else { return left.isNegative }
        return left.isNegative ? right.isSmaller(than: left) : left.isSmaller(than: right)
    }

    /// Compares without signs.
    private func isSmaller(than other: Self) -> Bool {
        if whole.count != other.whole.count { return whole.count < other.whole.count }
        if !whole.elementsEqual(other.whole) { return whole.lexicographicallyPrecedes(other.whole) }
        return fraction.lexicographicallyPrecedes(other.fraction)
    }
}
