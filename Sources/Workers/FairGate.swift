public import Synchronization

/// A place that few may be in at once, entered in fair turns.
///
/// Each `Key`, such as an account or an address, has a line of its own, and the lines are served in
/// turn. As long as others come too, no key has more than half of the places, nor, while it has
/// more than one request in progress, more than a sixth of the time; see ``FairShare``. Whoever
/// comes next finds a place. Whoever is alone has them all.
///
/// A task that waits for something else gives its place up meanwhile; see ``GatePlace``.
///
/// What is done where nobody waits can be inlined, so that it is compiled for the type of the key:
/// every request does it.
@usableFromInline
package final class FairGate<Key: Hashable & Sendable>: Sendable {
    @usableFromInline typealias Waiting = (
        ticket: WorkerTicket, turn: CheckedContinuation<Void, any Error>
    )

    @usableFromInline
    struct State {
        @usableFromInline var lines = FairLines<Key, Waiting>()
        @usableFromInline var places: Places
        /// How many requests of each key are in progress.
        @usableFromInline var present: [Key: Int] = [:]

        /// Says that something was done for `key`, which counts if it asked for more meanwhile.
        @inlinable mutating func use(_ time: Duration, by key: Key, at now: Duration) {
            if present[key, default: 0] > 1 { places.share.used(time, by: key, at: now) }
        }
    }

    @usableFromInline let elapsed: @Sendable () -> Duration
    @usableFromInline let state: Mutex<State>

    /// - Parameters:
    ///   - places: how many may be inside. At least 2.
    ///   - elapsed: monotonic time, from any start.
    package init(places: Int, elapsed: @escaping @Sendable () -> Duration) {
        precondition(places > 1, "of one place nobody can have half")
        self.elapsed = elapsed
        state = Mutex(State(places: Places(count: places)))
    }

    /// How many wait now.
    package var waitingCount: Int { state.withLock { $0.lines.count } }

    /// Says that a request of `key` has begun; it ends with ``end(_:)``. Two at a time make the
    /// difference between one who asks for one thing after the other and one who asks for many.
    @inlinable package func begin(_ key: Key) {
        let now = elapsed()
        state.withLock { state in
            state.places.share.came(key, at: now)
            state.present[key, default: 0] += 1
        }
    }

    @inlinable package func end(_ key: Key) {
        state.withLock { state in
            let left = state.present[key, default: 1] - 1
            state.present[key] = left == 0 ? nil : left
        }
    }

    /// Runs `body`, a part of a request of `key`, when it is the key's turn.
    ///
    /// How many wait is not bounded: each is a request that its caller has let in.
    /// - Throws: `CancellationError` when the task is cancelled while it waits; what `body` throws.
    @inlinable package func pass<Value>(
        for key: Key, _ body: () async throws -> Value
    ) async throws -> Value {
        if !startsAtOnce(key) { try await wait(for: key) }
        let place = GatePlace(
            charge: { self.charge($0, to: key) }, leave: { self.leave(key) },
            enter: { if !self.startsAtOnce(key) { await self.waitFirst(for: key) } })
        defer { leave(key) }
        return try await place.held(during: body)
    }

    /// Counts what was or will be done for `key` outside of the gate.
    @inlinable package func charge(_ time: Duration, to key: Key) {
        let now = elapsed()
        state.withLock { $0.use(time, by: key, at: now) }
    }

    @inlinable func startsAtOnce(_ key: Key) -> Bool {
        let now = elapsed()
        return state.withLock { state in
            guard state.lines.count(of: key) == 0, state.places.mayEnter(key, at: now) else {
                return false
            }
            state.places.enter(key, at: now)
            return true
        }
    }

    /// Waits for the key's turn, without the places that the task has in other gates.
    @usableFromInline func wait(for key: Key) async throws {
        try await GatePlace.givenUp { try await stand(inLineOf: key) }
    }

    private func stand(inLineOf key: Key) async throws {
        let ticket = WorkerTicket()
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { turn in
                state.withLock { $0.lines.append((ticket, turn), for: key) }
                letIn()
                if Task.isCancelled { cancel(ticket) }
            }
        } onCancel: {
            cancel(ticket)
        }
    }

    /// Waits before all others of its key, and cannot be cancelled.
    @usableFromInline func waitFirst(for key: Key) async {
        // The ticket is cancelled by nobody, so nothing is thrown.
        try? await withCheckedThrowingContinuation { turn in
            state.withLock { $0.lines.prepend((WorkerTicket(), turn), for: key) }
            letIn()
        }
    }

    private func cancel(_ ticket: WorkerTicket) {
        let waiting = state.withLock { $0.lines.remove { $0.ticket === ticket } }
        waiting?.turn.resume(throwing: CancellationError())
    }

    @inlinable func leave(_ key: Key) {
        let now = elapsed()
        state.withLock { state in state.use(state.places.leave(key, at: now), by: key, at: now) }
        letIn()
    }

    /// Lets in whoever may come in now.
    @inlinable func letIn() {
        guard state.withLock({ $0.lines.count > 0 }) else { return }
        while let next = next() { next.turn.resume() }
    }

    @usableFromInline func next() -> Waiting? {
        state.withLock { state in
            guard state.lines.count > 0, state.places.free > 0 else { return nil }
            let now = elapsed()
            let places = state.places
            var chosen: Key?
            let next = state.lines.next { key in
                guard places.mayEnter(key, at: now) else { return false }
                chosen = key
                return true
            }
            if let chosen {
                state.places.enter(chosen, at: now)
            } else {
                setAlarm(&state, at: now)
            }
            return next
        }
    }

    /// Looks at the waiting keys that rest again when the first of them has rested.
    private func setAlarm(_ state: inout State, at now: Duration) {
        guard let alarm = state.places.share.setAlarm(for: state.lines.keys, at: now) else {
            return
        }
        Task {
            try? await Task.sleep(for: alarm.wait)
            self.state.withLock { $0.places.share.rang(alarm) }
            letIn()
        }
    }
}

extension FairGate {
    /// The places, and who has them.
    @usableFromInline
    struct Places {
        @usableFromInline
        struct Inside {
            @usableFromInline var count = 0
            /// Since when there are so many.
            @usableFromInline var since: Duration
            /// The time that was not counted yet, of all of them together.
            @usableFromInline var time = Duration.zero

            @inlinable init(since: Duration) { self.since = since }

            @inlinable mutating func change(by difference: Int, at now: Duration) {
                time += (now - since) * count
                count += difference
                since = now
            }
        }

        @usableFromInline var share = FairShare<Key>()
        @usableFromInline let count: Int
        @usableFromInline var free: Int
        @usableFromInline var inside: [Key: Inside] = [:]

        init(count: Int) {
            self.count = count
            free = count
        }

        @inlinable func mayEnter(_ key: Key, at now: Duration) -> Bool {
            free > 0 && (inside[key]?.count ?? 0) < most(of: key, at: now)
                && !share.rests(key, at: now)
        }

        @inlinable mutating func enter(_ key: Key, at now: Duration) {
            free -= 1
            inside[key, default: Inside(since: now)].change(by: 1, at: now)
        }

        /// - Returns: how long all of the key's places were taken since this was asked last.
        @inlinable mutating func leave(_ key: Key, at now: Duration) -> Duration {
            free += 1
            inside[key]?.change(by: -1, at: now)
            let time = inside[key]?.time ?? .zero
            inside[key]?.time = .zero
            if inside[key]?.count == 0 { inside[key] = nil }
            return time / max(1, count / 2)
        }

        /// How many of a key may be inside.
        @inlinable func most(of key: Key, at now: Duration) -> Int {
            share.isShared(by: key, at: now) ? count / 2 : count
        }
    }
}
