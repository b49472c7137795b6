import IAMIdentifiers
package import Store
import Synchronization

/// Slows down the guessing of passwords, and keeps nobody out who knows theirs.
///
/// An attempt counts before its password is looked at and is taken back when it was right, so that
/// a hundred guesses sent at once are a hundred guesses. The first ones are free; after those each
/// doubles the wait until the next. One that comes too early is told how long to wait and does not
/// count, so that nobody is kept out for longer than the longest wait after any one attempt.
///
/// The counts are kept in memory, in three tables of their own bounds, and a wrong password is
/// written to the store before it is answered. Time is monotonic, and stops while no server runs.
package final class AttemptThrottle: Sendable {
    /// What becomes of an attempt.
    package enum Verdict: Sendable {
        /// The password may be looked at.
        case admitted(Admission)
        /// It may not, before this time has passed.
        case waits(Duration)
    }

    /// An attempt that was counted.
    package struct Admission: Sendable {
        fileprivate let made: Duration
        /// What it was counted for, and when the attempt before was.
        fileprivate let charges: [(subject: AttemptSubject, earlier: Duration?)]
        package var subjects: [AttemptSubject] { charges.map(\.subject) }
    }

    private struct State {
        var pairs = AttemptCounts()
        var principals = AttemptCounts()
        var addresses = AttemptCounts()
        /// What the clock of an earlier server showed when it was last written down.
        var start = Duration.zero

        subscript(_ kind: AttemptSubject.Kind) -> AttemptCounts {
            get { self[keyPath: Self.table(of: kind)] }
            set { self[keyPath: Self.table(of: kind)] = newValue }
            _modify { yield &self[keyPath: Self.table(of: kind)] }
        }

        private static func table(
            of kind: AttemptSubject.Kind
        ) -> WritableKeyPath<State, AttemptCounts> {
            switch kind {
            case .pair, .device, .credential: \.pairs
            case .principal, .secondFactor, .mail: \.principals
            case .address, .site, .signUps, .mailAsked: \.addresses
            }
        }
    }

    /// Rows deleted with each that is written.
    private static let rowsForgottenAtOnce = 64

    private let elapsed: @Sendable () -> Duration
    private let state = Mutex(State())

    /// - Parameter elapsed: monotonic time, from any start.
    package init(elapsed: @escaping @Sendable () -> Duration) { self.elapsed = elapsed }

    /// Counts an attempt, unless it has to wait on every route that it may take.
    package func begin(_ attempt: PasswordAttempt) -> Verdict {
        state.withLock { state in
            let now = state.start + elapsed()
            var shortest: Duration?
            for route in attempt.routes {
                let wait = route.gates.map { state[$0.kind].wait(of: $0, at: now) }.max() ?? .zero
                guard wait > .zero else {
                    return .admitted(
                        Admission(
                            made: now,
                            charges: route.charged.map { ($0, state[$0.kind].charge($0, at: now)) })
                    )
                }
                shortest = min(shortest ?? wait, wait)
            }
            return .waits(shortest ?? .zero)
        }
    }

    /// Takes an attempt back whose password was not looked at.
    package func takeBack(_ admission: Admission) {
        state.withLock { Self.takeBack(admission, &$0) }
    }

    /// Takes an attempt back whose password was right, and the earlier ones of the same principal
    /// from the same place.
    package func succeed(_ attempt: PasswordAttempt, _ admission: Admission) {
        state.withLock { state in
            Self.takeBack(admission, &state)
            let typos = attempt.own.filter { $0.kind == .pair }
                .reduce(0) { $0 + state[$1.kind].attempts(of: $1, at: admission.made) }
            for subject in attempt.own { state[subject.kind].clear(subject) }
            guard typos > 0 else { return }
            for subject in attempt.shared {
                state[subject.kind].takeBack(
                    typos, of: subject, made: admission.made, earlier: nil)
            }
        }
    }

    private static func takeBack(_ admission: Admission, _ state: inout State) {
        for (subject, earlier) in admission.charges {
            state[subject.kind].takeBack(
                1, of: subject, made: admission.made, earlier: earlier)
        }
    }

    /// Forgets everything.
    package func reset() {
        state.withLock { $0 = State() }
    }

    /// How many subjects each of the three tables remembers, for tests of their bounds.
    package var subjectCounts: [Int] {
        state.withLock {
            [$0.pairs.subjectCount, $0.principals.subjectCount, $0.addresses.subjectCount]
        }
    }
}

// MARK: - In the store

extension AttemptThrottle {
    /// Writes the counts of `subjects` to the store, and deletes the rows of those that have none.
    package func store(
        _ subjects: [AttemptSubject], in transaction: any Transaction
    ) throws(StoreError) {
        let (counts, forgotten) = state.withLock { state in
            let counts = subjects.map { ($0, state[$0.kind].count(of: $0)) }
            let kinds: [AttemptSubject.Kind] = [.pair, .principal, .address]
            let forgotten = kinds.flatMap {
                state[$0].takeForgotten(Self.rowsForgottenAtOnce)
            }
            return (counts, forgotten)
        }
        let table = PasswordAttemptTable(transaction)
        for (subject, count) in counts {
            if let count {
                try table.set(
                    .init(
                        kind: subject.kind.rawValue, name: subject.name.text,
                        attempts: count.attempts,
                        lastMicroseconds: Int(count.last.microseconds)))
            } else {
                try table.delete(kind: subject.kind.rawValue, name: subject.name.text)
            }
        }
        for subject in forgotten {
            try table.delete(kind: subject.kind.rawValue, name: subject.name.text)
        }
    }

    /// Goes on from what an earlier server wrote down, and deletes what no longer counts.
    package func load(from database: any Database) async throws {
        let rows = try await database.write { transaction in
            let table = PasswordAttemptTable(transaction)
            guard let newest = try table.newestMicroseconds() else {
                return [PasswordAttemptTable.Entry]()
            }
            try Self.sweep(at: .microseconds(newest), transaction)
            return try table.all()
        }
        state.withLock { state in
            state = State()
            var newest = Duration.zero
            for row in rows {
                guard let kind = AttemptSubject.Kind(rawValue: row.kind) else { continue }
                let last = Duration.microseconds(row.lastMicroseconds)
                newest = max(newest, last)
                state[kind].set(
                    AttemptSubject(kind, row.name), .init(attempts: row.attempts, last: last))
            }
            state.start = newest - elapsed()
        }
    }

    /// What a database that several servers share has counted for a few subjects.
    convenience init(
        of subjects: [AttemptSubject], at clock: SharedClock, in transaction: any Transaction
    ) throws(StoreError) {
        let now = try clock.moment(in: transaction)
        self.init { now }
        let table = PasswordAttemptTable(transaction)
        for subject in subjects {
            guard
                let row = try table.find(kind: subject.kind.rawValue, name: subject.name.text)
            else { continue }
            // Where the clock went back, nobody waits for longer than after an attempt of now.
            let last = min(.microseconds(row.lastMicroseconds), now)
            state.withLock {
                $0[subject.kind].set(subject, .init(attempts: row.attempts, last: last))
            }
        }
    }

    /// Deletes the rows that no longer count, and of each kind those that were tried least where
    /// they are too many.
    static func sweep(at now: Duration, _ transaction: any Transaction) throws(StoreError) {
        let table = PasswordAttemptTable(transaction)
        for kind in AttemptSubject.Kind.allCases {
            let oldest = now - kind.limit.memory
            try table.delete(kind: kind.rawValue, until: Int(oldest.microseconds))
            try table.keepMostTried(AttemptCounts.capacity / 4, kind: kind.rawValue)
        }
    }
}
