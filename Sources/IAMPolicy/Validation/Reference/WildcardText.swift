/// A text with wildcards, to be compared with other such texts.
///
/// The engine compares a pattern with a request; this compares two patterns with each other. It
/// walks bytes: `?` is one byte here.
struct WildcardText: Hashable, Sendable {
    private static let run: UInt16 = 256
    private static let one: UInt16 = 257

    /// Bytes, and above them the wildcards.
    private let units: [UInt16]

    /// A text in which `*` and `?` are wildcards.
    /// - Parameter form: whether `${…}` is a run, as in the forms of ARNs.
    init(_ text: some StringProtocol, form: Bool = false) {
        var units: [UInt16] = []
        var isInVariable = false
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if form, byte == UInt8(ascii: "{"), previous == UInt8(ascii: "$") {
                units[units.count - 1] = Self.run
                isInVariable = true
            } else if isInVariable {
                isInVariable = byte != UInt8(ascii: "}")
            } else {
                switch byte {
                case UInt8(ascii: "*"): units.append(Self.run)
                case UInt8(ascii: "?"): units.append(Self.one)
                default: units.append(UInt16(byte))
                }
            }
            previous = byte
        }
        self.units = units
    }

    var count: Int { units.count }
    var hasWildcards: Bool { units.contains { $0 > 255 } }
    /// Whether it begins with a wildcard.
    var beginsOpen: Bool { units.first.map { $0 > 255 } ?? false }
    /// Whether it matches every text.
    var isEverything: Bool { !units.isEmpty && units.allSatisfy { $0 == Self.run } }

    /// Whether every text that `other` matches is matched by this one, too. May say no where that
    /// is so (`a*` and `?*` against each other, or once the effort is spent), and never yes where
    /// it is not.
    func covers(_ other: WildcardText, _ effort: inout Effort) -> Bool {
        var steps = 1
        defer { effort.spend(steps) }
        let limit = effort.remaining
        var step = 0
        var index = 0
        var retry: (step: Int, index: Int)?
        while index < other.units.count || step < units.count {
            steps &+= 1
            if steps > limit { return false }
            if step < units.count, units[step] == Self.run {
                retry = (step, index)
                step += 1
                continue
            }
            if step < units.count, index < other.units.count,
                units[step] == other.units[index]
                    || (units[step] == Self.one && other.units[index] != Self.run)
            {
                step += 1
                index += 1
                continue
            }
            // With nothing left, a `*` that takes more leaves even less.
            guard let last = retry, index < other.units.count else { return false }
            retry = (last.step, last.index + 1)
            (step, index) = (last.step + 1, last.index + 1)
        }
        return true
    }

    /// Whether there is a text that both match. Says no, too, when the effort is spent.
    func overlaps(_ other: WildcardText, _ effort: inout Effort) -> Bool {
        effort.spend(units.count + other.units.count)
        let (a, b) = Self.withoutCommonEnds(units[...], other.units[...])
        if a.isEmpty || b.isEmpty { return (a + b).allSatisfy { $0 == Self.run } }
        if a == [Self.run] || b == [Self.run] { return true }
        if a.first! < 256, b.first! < 256 { return false }
        if a.last! < 256, b.last! < 256 { return false }
        effort.spend(a.count * b.count)
        return !effort.isSpent && Self.overlap(Array(a), Array(b))
    }

    private static func withoutCommonEnds(
        _ a: ArraySlice<UInt16>, _ b: ArraySlice<UInt16>
    ) -> (ArraySlice<UInt16>, ArraySlice<UInt16>) {
        var (a, b) = (a, b)
        while let first = a.first, first < 256, first == b.first {
            a.removeFirst()
            b.removeFirst()
        }
        while let last = a.last, last < 256, last == b.last {
            a.removeLast()
            b.removeLast()
        }
        return (a, b)
    }

    /// Row by row: whether what is left of `a` and what is left of `b` have a text in common.
    private static func overlap(_ a: [UInt16], _ b: [UInt16]) -> Bool {
        var below = [Bool](repeating: false, count: b.count + 1)
        for i in stride(from: a.count, through: 0, by: -1) {
            var row = below
            for j in stride(from: b.count, through: 0, by: -1) {
                row[j] =
                    if i == a.count, j == b.count {
                        true
                    } else if i < a.count, a[i] == run {
                        below[j] || (j < b.count && row[j + 1])
                    } else if j < b.count, b[j] == run {
                        row[j + 1] || (i < a.count && below[j])
                    } else if i < a.count, j < b.count {
                        below[j + 1] && (a[i] == b[j] || a[i] == one || b[j] == one)
                    } else {
                        false
                    }
            }
            below = row
        }
        return below[0]
    }
}
