package import Store
import Synchronization

/// Where attempts are counted: in memory, if this process alone has the database; otherwise in the
/// database and by its clock, so that several servers count as one does.
package final class AttemptLedger: Sendable {
    /// How many attempts are counted in the database until what no longer counts is deleted.
    private static let sweepInterval = 1_000

    private let database: any Database
    private let memory: AttemptThrottle
    /// How many were counted in the database.
    private let charges = Mutex(0)

    /// - Parameter elapsed: monotonic time, from any start.
    package init(_ database: any Database, elapsed: @escaping @Sendable () -> Duration) {
        self.database = database
        memory = AttemptThrottle(elapsed: elapsed)
    }

    /// Counts an attempt, unless it has to wait.
    /// - Throws: ``StoreError``, and then nothing may be tried.
    package func begin(_ attempt: PasswordAttempt) async throws -> AttemptThrottle.Verdict {
        guard let clock = database.sharedClock else { return memory.begin(attempt) }
        // Those that have to wait write nothing, however many they are.
        let verdict = try await database.lookUp { transaction in
            try AttemptThrottle(of: attempt.subjects, at: clock, in: transaction).begin(attempt)
        }
        if case .waits = verdict { return verdict }
        let charge = charges.withLock { count in
            count += 1
            return count
        }
        return try await database.write { transaction in
            if charge.isMultiple(of: Self.sweepInterval) {
                try AttemptThrottle.sweep(at: clock.moment(in: transaction), transaction)
            }
            return try Self.update(attempt, at: clock, in: transaction) { $0.begin(attempt) }
        }
    }

    /// Takes an attempt back whose password was not looked at. If that fails, it stays counted.
    package func takeBack(
        _ attempt: PasswordAttempt, _ admission: AttemptThrottle.Admission
    ) async {
        guard let clock = database.sharedClock else { return memory.takeBack(admission) }
        // What a store that fails is about, StoreWatch says.
        try? await database.write { transaction in
            try Self.update(attempt, at: clock, in: transaction) { $0.takeBack(admission) }
        }
    }

    /// Takes an attempt back whose password was right, and the earlier ones of the same principal
    /// from the same place.
    package func succeed(
        _ attempt: PasswordAttempt, _ admission: AttemptThrottle.Admission
    ) async throws {
        guard let clock = database.sharedClock else { return memory.succeed(attempt, admission) }
        try await database.write { transaction in
            try Self.update(attempt, at: clock, in: transaction) { $0.succeed(attempt, admission) }
        }
    }

    private static func update<Value>(
        _ attempt: PasswordAttempt, at clock: SharedClock, in transaction: any Transaction,
        _ body: (AttemptThrottle) -> Value
    ) throws -> Value {
        let subjects = attempt.subjects
        let throttle = try AttemptThrottle(of: subjects, at: clock, in: transaction)
        let value = body(throttle)
        try throttle.store(subjects, in: transaction)
        return value
    }

    /// Writes down what is counted in memory.
    package func store(
        _ subjects: [AttemptSubject], in transaction: any Transaction
    ) throws(StoreError) {
        if database.sharedClock == nil { try memory.store(subjects, in: transaction) }
    }

    /// Goes on from what an earlier server wrote down, and deletes what no longer counts.
    package func load() async throws {
        guard let clock = database.sharedClock else {
            return try await memory.load(from: database)
        }
        try await database.write { transaction in
            try AttemptThrottle.sweep(at: clock.moment(in: transaction), transaction)
        }
    }

    /// Forgets what is counted in memory.
    package func reset() { memory.reset() }
}
