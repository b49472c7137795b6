/// A decimal number of any length, compared exactly: digits, with a fraction and a sign or without.
struct DecimalNumber: Hashable, Comparable, Sendable {
    private let isNegative: Bool
    /// Digits without leading zeros, so that the longer of two is the greater.
    private let whole: [UInt8]
    /// Digits without trailing zeros.
    private let fraction: [UInt8]

    /// A number from its text, or nil for anything else; an exponent is not read.
    init?(_ text: String) {
        var digits = Array(text.utf8)[...]
        let hasSign = digits.first == UInt8(ascii: "-")
        if hasSign { digits.removeFirst() }
        let parts = digits.split(
            separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let isDigit = { (byte: UInt8) in UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
        guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return nil }
        let zero = UInt8(ascii: "0")
        whole = Array(parts[0].drop { $0 == zero })
        var fraction = parts.count == 2 ? Array(parts[1]) : []
        while fraction.last == zero { fraction.removeLast() }
        self.fraction = fraction
        isNegative = hasSign && !(whole.isEmpty && fraction.isEmpty)
    }

    static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        guard left.isNegative == right.isNegative else { return left.isNegative }
        return left.isNegative ? right.isSmaller(than: left) : left.isSmaller(than: right)
    }

    /// Compares without signs.
    private func isSmaller(than other: DecimalNumber) -> Bool {
        if whole.count != other.whole.count { return whole.count < other.whole.count }
        if whole != other.whole { return whole.lexicographicallyPrecedes(other.whole) }
        return fraction.lexicographicallyPrecedes(other.fraction)
    }
}
