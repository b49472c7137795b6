extension String {
    /// Whether more than 30 combining marks follow each other, which no script needs.
    ///
    /// Comparing and hashing strings puts the marks of each run in order, in a time that grows with
    /// the square of their number: a request of such text would hold a core for minutes. So text
    /// from outside that has it is refused where it is read.
    ///
    /// Source: Unicode Standard Annex #15, "Unicode Normalization Forms", "Stream-Safe Text
    /// Format".
    /// <https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format>
    package var hasLongCombiningRun: Bool {
        // The first mark is U+0300, whose encoding begins with this byte.
        guard utf8.holds({ $0 >= 0xCC }) else { return false }
        var run = 0
        for scalar in unicodeScalars {
            run = scalar.isCombiningMark ? run + 1 : 0
            if run > 30 { return true }
        }
        return false
    }
}

extension Unicode.Scalar {
    fileprivate var isCombiningMark: Bool {
        if value < 0x300 { return false }
        switch value {
        // These have no class of their own: each decomposes into two marks.
        case 0x0F73, 0x0F75, 0x0F81: return true
        default: return properties.canonicalCombiningClass != .notReordered
        }
    }
}

extension String {
    /// Whether every character is printable ASCII, so that what is equal is equal byte for byte.
    ///
    /// To Swift, strings are equal that Unicode calls equivalent: U+212A, the sign of the kelvin,
    /// is the letter K. Policies compare names by bytes. So a name that the store could find under
    /// another spelling must not be looked up.
    package var isPrintableASCII: Bool { utf8.allSatisfy { 0x20..<0x7F ~= $0 } }
}
