package import IAMIdentifiers
import Synchronization

/// Slows down the guessing of passwords, per principal and per address.
///
/// An attempt counts before its password is looked at and is taken back when it was right, so that
/// a hundred guesses sent at once are a hundred guesses. The first ones are free; after those each
/// doubles the wait until the next. One that comes too early is told how long to wait and does not
/// count, so that nobody is kept out for longer than ``Limit/longestWait`` after any one attempt.
///
/// Kept in memory and bounded by ``capacity``. Nothing is pushed out before its time: beyond the
/// bound all newcomers share one count, so that a flood of names frees no name from its wait.
package final class AttemptThrottle: Sendable {
    /// What attempts are counted for.
    package enum Subject: Hashable, Sendable {
        /// A unique ID, or the name that was typed where there is no such principal.
        case principal(String)
        /// An IPv4 address, or the first half of an IPv6 address, which one host can fill.
        case address(String)
        /// Everybody who came when the memory was full.
        case crowd

        /// The address of a client in the text form of ``RequestFacts/sourceAddress``.
        package static func address(of client: String) -> Subject {
            guard client.utf8.contains(UInt8(ascii: ":")) else { return .address(client) }
            return .address(IPv6Network.prefix64(of: client) ?? client)
        }
    }

    package struct Limit: Sendable {
        /// Attempts before the first wait.
        let free: Int
        let longestWait: Duration
        /// How long after the last attempt the count begins anew.
        let memory: Duration

        static let principal = Limit(
            free: 5, longestWait: .seconds(300), memory: .seconds(3_600))
        /// Larger: many people may share one address.
        static let address = Limit(free: 100, longestWait: .seconds(60), memory: .seconds(3_600))

        /// The wait after the n-th attempt: 1, 2, 4 … seconds.
        func wait(after count: Int) -> Duration {
            guard count > free else { return .zero }
            return min(.seconds(1 << min(count - free - 1, 20)), longestWait)
        }
    }

    /// Subjects remembered.
    package static let capacity = 50_000

    private struct Count {
        var attempts: Int
        var last: Timestamp
    }

    private struct State {
        var counts: [Subject: Count] = [:]
        /// When the memory is next searched for what can be forgotten.
        var nextSweep = Timestamp(seconds: 0)
    }

    private let state = Mutex(State())

    package init() {}

    /// Counts one attempt for each of `subjects`, unless one of them has to wait.
    /// - Returns: nil when the attempt may go on; otherwise the time until one may.
    package func begin(_ subjects: [Subject], at now: Timestamp) -> Duration? {
        state.withLock { state in
            let subjects = subjects.map { Self.key($0, &state, at: now) }
            let waits = subjects.map { Self.wait($0, state, at: now) }
            if let longest = waits.max(), longest > .zero { return longest }
            for subject in subjects {
                let limit = Self.limit(of: subject)
                var count = state.counts[subject] ?? Count(attempts: 0, last: now)
                if now >= count.last + limit.memory { count.attempts = 0 }
                count.attempts += 1
                count.last = now
                state.counts[subject] = count
            }
            return nil
        }
    }

    /// Takes back the attempt just begun: the password was not looked at, or was right.
    package func takeBack(_ subjects: [Subject]) {
        state.withLock { state in
            for subject in subjects {
                guard let count = state.counts[subject] else { continue }
                state.counts[subject]?.attempts = max(0, count.attempts - 1)
            }
        }
    }

    /// The principal gave the right password: the count begins anew.
    package func clear(_ principal: Subject) {
        state.withLock { $0.counts[principal] = nil }
    }

    /// Forgets everything.
    package func reset() {
        state.withLock { $0 = State() }
    }

    private static func limit(of subject: Subject) -> Limit {
        switch subject {
        case .principal, .crowd: .principal
        case .address: .address
        }
    }

    private static func wait(
        _ subject: Subject, _ state: borrowing State, at now: Timestamp
    ) -> Duration {
        guard let count = state.counts[subject] else { return .zero }
        let limit = limit(of: subject)
        guard now < count.last + limit.memory else { return .zero }
        return count.last + limit.wait(after: count.attempts) - now
    }

    /// The subject itself, or the crowd when it is new and there is no room.
    private static func key(
        _ subject: Subject, _ state: inout State, at now: Timestamp
    ) -> Subject {
        guard state.counts[subject] == nil, state.counts.count >= capacity else { return subject }
        if now >= state.nextSweep {
            state.nextSweep = now + .seconds(60)
            state.counts = state.counts.filter { now < $1.last + limit(of: $0).memory }
        }
        return state.counts.count < capacity ? subject : .crowd
    }
}
