import IAMIdentifiers

/// Attempts counted in memory, at most ``capacity`` subjects.
///
/// When it is full, the subjects with the fewest attempts are dropped, those of unknown names
/// first. To end a principal's wait in this way, somebody would have to try every other subject as
/// often.
struct AttemptCounts: Sendable {
    struct Count: Sendable, Equatable {
        var attempts: Int
        /// On the clock of ``AttemptThrottle``.
        var last: Duration
    }

    static let capacity = 50_000
    /// How many subjects are dropped at once, so that not every new one has to search.
    private static let batch = capacity / 64
    private static let sweepInterval = Duration.seconds(3_600)

    private var counts: [AttemptSubject: Count] = [:]
    /// Subjects whose rows are to be deleted; never more than ``capacity``.
    private var forgotten: Set<AttemptSubject> = []
    private var nextSweep = Duration.zero

    var subjectCount: Int { counts.count }

    func count(of subject: AttemptSubject) -> Count? { counts[subject] }

    /// How long the next attempt has to wait; not positive when it does not.
    func wait(of subject: AttemptSubject, at now: Duration) -> Duration {
        guard let count = live(subject, at: now) else { return .zero }
        return count.last + subject.kind.limit.wait(after: count.attempts) - now
    }

    /// Attempts that still count.
    func attempts(of subject: AttemptSubject, at now: Duration) -> Int {
        live(subject, at: now)?.attempts ?? 0
    }

    private func live(_ subject: AttemptSubject, at now: Duration) -> Count? {
        counts[subject].flatMap { now < $0.last + subject.kind.limit.memory ? $0 : nil }
    }

    /// Counts one attempt.
    /// - Returns: when the one before was; nil when there was none.
    mutating func charge(_ subject: AttemptSubject, at now: Duration) -> Duration? {
        let earlier = live(subject, at: now)
        if counts[subject] == nil { makeRoom(at: now) }
        set(subject, Count(attempts: (earlier?.attempts ?? 0) + 1, last: now))
        return earlier?.last
    }

    /// Takes attempts back.
    /// - Parameters:
    ///   - made: when the attempt was made that is taken back.
    ///   - earlier: when the one before was. The wait then runs from there, unless another attempt
    ///     came in between.
    mutating func takeBack(
        _ number: Int, of subject: AttemptSubject, made: Duration, earlier: Duration?
    ) {
        guard var count = counts[subject] else { return }
        count.attempts -= number
        if count.last == made, let earlier { count.last = earlier }
        if count.attempts > 0 { counts[subject] = count } else { clear(subject) }
    }

    mutating func clear(_ subject: AttemptSubject) {
        if counts.removeValue(forKey: subject) != nil { forget(subject) }
    }

    /// Remembers what the store kept.
    mutating func set(_ subject: AttemptSubject, _ count: Count) {
        counts[subject] = count
        forgotten.remove(subject)
    }

    /// Some of the subjects whose rows are to be deleted; each is given once.
    mutating func takeForgotten(_ limit: Int) -> [AttemptSubject] {
        let some = Array(forgotten.prefix(limit))
        forgotten.subtract(some)
        return some
    }

    private mutating func forget(_ subject: AttemptSubject) {
        if forgotten.count < Self.capacity { forgotten.insert(subject) }
    }

    private mutating func makeRoom(at now: Duration) {
        let isFull = counts.count >= Self.capacity
        guard isFull || now >= nextSweep else { return }
        nextSweep = now + Self.sweepInterval
        for subject in counts.keys where live(subject, at: now) == nil { clear(subject) }
        guard counts.count >= Self.capacity else { return }
        let least = counts.sorted { Self.goesBefore($0, $1) }.prefix(Self.batch)
        for (subject, _) in least { clear(subject) }
    }

    private static func goesBefore(
        _ one: (key: AttemptSubject, value: Count), _ other: (key: AttemptSubject, value: Count)
    ) -> Bool {
        if one.key.isUnknownName != other.key.isUnknownName { return one.key.isUnknownName }
        if one.value.attempts != other.value.attempts {
            return one.value.attempts < other.value.attempts
        }
        return one.value.last < other.value.last
    }
}

extension AttemptSubject {
    /// Whether it counts attempts at names that do not exist.
    fileprivate var isUnknownName: Bool { name.text.begins(with: "?") }
}
