import IAMIdentifiers

/// What one text says otherwise than another, line by line: the fewest lines to take out and to put
/// in, unless the texts have little in common.
///
/// Source: Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1
/// (1986), the greedy algorithm of section 4.
struct LineDifference: Equatable {
    /// A line of one text or of both, by its number in them, counted from 0.
    enum Line: Equatable {
        case same(old: Int, new: Int)
        case removed(old: Int)
        case added(new: Int)
    }

    /// The longest texts that are compared, in bytes and in lines.
    static let longest = (bytes: 65_536, lines: 4_000)
    /// The most lines that are taken out and put in by the fewest possible. Beyond that, all lines
    /// between the common beginning and the common end are: time and memory grow with the square.
    static let mostEdits = 500

    let lines: [Line]
    /// How many pairs of lines were compared.
    private(set) var steps = 0

    var isEmpty: Bool {
        lines.allSatisfy { line in
            if case .same = line { true } else { false }
        }
    }

    /// The lines of a text, without their ends.
    static func lines(of text: String) -> [String] {
        text.replacing("\r\n", with: "\n").parts(at: "\n")
    }

    /// Nil when a text is longer than ``longest``.
    init?(from old: String, to new: String) {
        guard max(old.utf8.count, new.utf8.count) <= Self.longest.bytes else { return nil }
        let (oldLines, newLines) = (Self.lines(of: old), Self.lines(of: new))
        guard max(oldLines.count, newLines.count) <= Self.longest.lines else { return nil }
        // Equal lines have equal numbers, so that a step compares two numbers.
        var numbers: [ExactText: Int] = [:]
        func number(_ line: String) -> Int {
            let line = ExactText(line)
            if let known = numbers[line] { return known }
            numbers[line] = numbers.count
            return numbers.count - 1
        }
        let (a, b) = (oldLines.map(number), newLines.map(number))
        var start = 0
        while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
        var end = 0
        while end < min(a.count, b.count) - start, a[a.count - 1 - end] == b[b.count - 1 - end] {
            end += 1
        }
        var steps = 0
        let path =
            Self.path(a[start..<a.count - end], b[start..<b.count - end], &steps)
            ?? (start..<a.count - end).map { .removed(old: $0) }
            + (start..<b.count - end).map { .added(new: $0) }
        lines =
            (0..<start).map { .same(old: $0, new: $0) } + path
            + (0..<end).map { .same(old: a.count - end + $0, new: b.count - end + $0) }
        self.steps = steps
    }

    /// The fewest edits, or nil when they are more than ``mostEdits``.
    private static func path(
        _ a: ArraySlice<Int>, _ b: ArraySlice<Int>, _ steps: inout Int
    ) -> [Line]? {
        let (n, m) = (a.count, b.count)
        // How far each diagonal got with so many edits; diagonals count from -edits.
        var reached: [[Int]] = []
        for edits in 0...min(n + m, mostEdits) {
            var row = [Int](repeating: 0, count: 2 * edits + 1)
            for diagonal in stride(from: -edits, through: edits, by: 2) {
                var x = step(to: diagonal, edits, reached.last)?.x ?? 0
                while x < n, x - diagonal < m, x - diagonal >= 0,
                    a[a.startIndex + x] == b[b.startIndex + x - diagonal]
                {
                    x += 1
                    steps += 1
                }
                steps += 1
                row[diagonal + edits] = x
                if x >= n, x - diagonal >= m {
                    reached.append(row)
                    return walk(back: reached, a.startIndex, b.startIndex, n, m)
                }
            }
            reached.append(row)
        }
        return nil
    }

    /// Where an edit leads to a diagonal, and whether it adds a line; nil at the beginning.
    private static func step(
        to diagonal: Int, _ edits: Int, _ before: [Int]?
    ) -> (x: Int, isAdded: Bool)? {
        guard let before, edits > 0 else { return nil }
        // The diagonal of that many edits stands in the row before at one place less.
        func x(_ diagonal: Int) -> Int? {
            let place = diagonal + edits - 1
            return before.indices.contains(place) ? before[place] : nil
        }
        let above = x(diagonal + 1)
        let beside = x(diagonal - 1).map { $0 + 1 }
        if diagonal == -edits { return above.map { ($0, true) } }
        if diagonal == edits { return beside.map { ($0, false) } }
        guard let above, let beside else { return nil }
        return beside > above ? (beside, false) : (above, true)
    }

    private static func walk(
        back reached: [[Int]], _ oldStart: Int, _ newStart: Int, _ n: Int, _ m: Int
    ) -> [Line] {
        var lines: [Line] = []
        var (x, y) = (n, m)
        for edits in stride(from: reached.count - 1, through: 0, by: -1) {
            let diagonal = x - y
            let edit = step(to: diagonal, edits, edits > 0 ? reached[edits - 1] : nil)
            let start = edit?.x ?? 0
            while x > start {
                x -= 1
                y -= 1
                lines.append(.same(old: oldStart + x, new: newStart + y))
            }
            guard let edit else { break }
            if edit.isAdded {
                y -= 1
                lines.append(.added(new: newStart + y))
            } else {
                x -= 1
                lines.append(.removed(old: oldStart + x))
            }
        }
        return lines.reversed()
    }
}
