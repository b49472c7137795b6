import IAMIdentifiers
import Store

/// Reads on behalf of a write what such a write read before, in one round trip.
///
/// A write finds out who acts and what binds them, statement by statement, before it changes
/// anything, and the next write of the same caller asks the same. So a statement is sent together
/// with those that followed it the last times, as far as all writes that began alike agree. A row
/// that was read ahead is one that the write itself would have read a moment later: its account is
/// locked, and nothing was changed in between, since the first statement that may change something
/// ends what was read ahead. So what is guessed decides how long a write takes, and never what it
/// sees.
struct ReadAhead {
    /// What the write has asked for, while it has changed nothing.
    private var asked: [SQL] = []
    /// What was read ahead, and not asked for yet.
    private var fetched: [(sql: SQL, rows: [Row])] = []
    private var isOver = false

    /// The rows of a statement.
    mutating func rows(_ sql: SQL, in session: Session) throws(ServerError) -> [Row] {
        guard !isOver else { return try session.run(sql).rows }
        guard sql.onlyReads else {
            end(in: session)
            return try session.run(sql).rows
        }
        asked.append(sql)
        if let place = fetched.firstIndex(where: { $0.sql.isExactly(sql) }) {
            return fetched.remove(at: place).rows
        }
        let next = session.readings.after(asked).filter { next in
            !fetched.contains { $0.sql.isExactly(next) }
        }
        let answers = try session.run([sql] + next)
        fetched += zip(next, answers.dropFirst()).map { (sql: $0, rows: $1.rows) }
        return answers[0].rows
    }

    /// Forgets what was read ahead, before something is changed.
    mutating func end(in session: Session) {
        guard !isOver else { return }
        isOver = true
        session.readings.keep(asked)
        fetched = []
    }
}

/// What writes read before they changed anything, the latest last.
struct Readings {
    /// How many are kept, and how long one may be, in statements and in bytes.
    private static let limit = 32
    private static let longest = 32
    private static let largest = 16_384

    private var kept: [[SQL]] = []

    /// What followed these statements the last times, as far as it was the same each time.
    func after(_ asked: [SQL]) -> [SQL] {
        var common: ArraySlice<SQL>?
        for reading in kept where Self.begins(reading, with: asked) {
            let rest = reading.dropFirst(asked.count)
            common = common.map { Self.beginning(of: $0, and: rest) } ?? rest
        }
        return common.map { Array($0) } ?? []
    }

    mutating func keep(_ asked: [SQL]) {
        guard asked.count > 1, asked.count <= Self.longest,
            asked.reduce(0, { $0 + $1.size }) <= Self.largest
        else { return }
        kept.removeAll { $0.count == asked.count && Self.begins($0, with: asked) }
        if kept.count == Self.limit { kept.removeFirst() }
        kept.append(asked)
    }

    private static func begins(_ reading: [SQL], with asked: [SQL]) -> Bool {
        reading.count >= asked.count && zip(reading, asked).allSatisfy { $0.isExactly($1) }
    }

    /// What two have in common at their beginning.
    private static func beginning(
        of one: ArraySlice<SQL>, and other: ArraySlice<SQL>
    ) -> ArraySlice<SQL> {
        one.prefix(zip(one, other).prefix { $0.isExactly($1) }.count)
    }
}

extension SQL {
    /// Whether it is a statement that changes nothing, and locks nothing.
    fileprivate var onlyReads: Bool { text.begins(with: "SELECT ") }

    /// How much is kept of it, in bytes. Its text is a literal of the source.
    fileprivate var size: Int {
        values.reduce(0) { sum, value in
            switch value {
            case .null, .integer: sum + 8
            case .text(let text): sum + text.utf8.count
            case .blob(let bytes): sum + bytes.count
            }
        }
    }

    /// Whether it is the same statement with the same values, byte by byte.
    fileprivate func isExactly(_ other: SQL) -> Bool {
        text.isExactly(other.text) && values.count == other.values.count
            && zip(values, other.values).allSatisfy { $0.isExactly($1) }
    }
}

extension SQLValue {
    fileprivate func isExactly(_ other: SQLValue) -> Bool {
        switch (self, other) {
        case (.text(let one), .text(let other)): one.isExactly(other)
        case (.text, _), (_, .text): false
        default: self == other
        }
    }
}
