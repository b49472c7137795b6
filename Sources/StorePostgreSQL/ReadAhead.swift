import IAMIdentifiers
import Store

/// Reads on behalf of a write what such a write read before, in one round trip.
///
/// A write finds out who acts and what binds them, statement by statement, before it changes
/// anything, and the next write of the same caller asks the same. From the second statement on,
/// which names the caller's key, what followed it the last time is sent along. A row that was read
/// ahead is one that the write itself would have read a moment later: its account is locked, and
/// nothing was changed in between, since the first statement that may change something ends what
/// was read ahead. So the order in which statements are guessed decides how long a write takes, and
/// never what it sees.
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
        let next = session.readings.after(asked)
        guard !next.isEmpty else { return try session.run(sql).rows }
        let answers = try session.run([sql] + next)
        fetched = zip(next, answers.dropFirst()).map { (sql: $0, rows: $1.rows) }
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
    private static let limit = 8
    private static let longest = 32
    private static let largest = 16_384
    /// By how many statements a write is known: the second names who acts.
    private static let beginning = 2

    private var kept: [[SQL]] = []

    /// What followed these statements the last time that a write began with them.
    func after(_ asked: [SQL]) -> [SQL] {
        guard asked.count == Self.beginning,
            let reading = kept.last(where: { Self.areAlike($0, asked) })
        else { return [] }
        return Array(reading.dropFirst(Self.beginning))
    }

    mutating func keep(_ asked: [SQL]) {
        guard asked.count > Self.beginning, asked.count <= Self.longest,
            asked.reduce(0, { $0 + $1.size }) <= Self.largest
        else { return }
        kept.removeAll { Self.areAlike($0, asked) }
        if kept.count == Self.limit { kept.removeFirst() }
        kept.append(asked)
    }

    /// Whether two begin with the same statements.
    private static func areAlike(_ one: [SQL], _ other: [SQL]) -> Bool {
        zip(one.prefix(beginning), other.prefix(beginning)).allSatisfy { $0.isExactly($1) }
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
