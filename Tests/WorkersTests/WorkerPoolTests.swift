import TestSupport
import Testing

@testable import Workers

@Suite struct WorkerPoolTests {
    private static func limits(
        threads: Int = 1, runningPerKey: Int = 1, waiting: Int = 8, waitingPerKey: Int = 4
    ) -> WorkerPool<String>.Limits {
        .init(
            threads: threads, runningPerKey: runningPerKey, waiting: waiting,
            waitingPerKey: waitingPerKey, niceness: 0)
    }

    private static func job(_ key: String) -> WorkerJob<String> {
        WorkerJob(key: key, ticket: WorkerTicket(), run: {}, refuse: { _ in })
    }

    /// The keys of what is done, in order, by one thread that has begun with `first`.
    private static func order(
        _ keys: [String], _ limits: WorkerPool<String>.Limits = limits()
    ) -> [String] {
        var lines = WorkerLines<String>()
        for key in keys { _ = lines.add(job(key), limits) }
        var done: [String] = []
        var last: String?
        while let next = lines.next(after: last, limits) {
            done.append(next.key)
            last = next.key
        }
        return done
    }

    /// The keys of what finds no place, while every thread is busy.
    private static func refused(
        of keys: [String], _ limits: WorkerPool<String>.Limits
    ) -> [String] {
        var lines = WorkerLines<String>()
        _ = lines.add(job("busy"), limits)
        _ = lines.startsThread(limits)
        _ = lines.next(after: nil, limits)
        return keys.compactMap { lines.add(job($0), limits)?.key }
    }

    @Test func linesAreServedInTurn() {
        #expect(
            Self.order(["a", "a", "a", "a", "b", "c", "b"])
                == ["a", "b", "c", "a", "b", "a", "a"])
    }

    @Test func oneKeyMayNotHaveMoreWaitingThanItsLimit() {
        let limits = Self.limits(waitingPerKey: 2)
        #expect(Self.refused(of: ["a", "a", "a", "b"], limits) == ["a"])
    }

    @Test func whoeverHasMostMakesRoomForWhoeverHasLess() {
        let limits = Self.limits(waiting: 3)
        #expect(Self.refused(of: ["a", "a", "a", "b"], limits) == ["a"])
        #expect(Self.refused(of: ["a", "a", "a", "b", "c"], limits) == ["a", "a"])
        // All have one then: a newcomer has no better claim.
        #expect(Self.refused(of: ["a", "a", "a", "b", "c", "d"], limits) == ["a", "a", "d"])
    }

    @Test func aKeyHasNoMoreRunningThanItsLimit() {
        let limits = Self.limits(threads: 2)
        var lines = WorkerLines<String>()
        _ = lines.add(Self.job("a"), limits)
        let startsFirst = lines.startsThread(limits)
        let first = lines.next(after: nil, limits)
        _ = lines.add(Self.job("a"), limits)
        let startsForItself = lines.startsThread(limits)
        _ = lines.add(Self.job("b"), limits)
        let startsForAnother = lines.startsThread(limits)
        #expect([startsFirst, startsForItself, startsForAnother] == [true, false, true])
        let second = lines.next(after: nil, limits)
        let third = lines.next(after: first?.key, limits)
        #expect([second?.key, third?.key] == ["b", "a"])
    }

    @Test func answersAndErrorsComeBack() async throws {
        struct Failure: Error {}
        let pool = WorkerPool<String>(Self.limits(threads: 2, runningPerKey: 2))
        #expect(try await pool.run(for: "a") { _ in 42 } == 42)
        await #expect(throws: Failure.self) {
            try await pool.run(for: "a") { _ in throw Failure() }
        }
    }

    @Test func whatIsTooMuchIsRefused() async throws {
        let pool = WorkerPool<String>(Self.limits(waiting: 1, waitingPerKey: 1))
        let gate = Gate()
        async let running = pool.run(for: "a") { _ in gate.wait() }
        await gate.entered()
        async let waiting = pool.run(for: "a") { _ in }
        while pool.waitingCount == 0 { await Task.yield() }
        await #expect(throws: WorkerPoolError.busy) { try await pool.run(for: "a") { _ in } }
        gate.open()
        _ = try await (running, waiting)
    }

    @Test func workThatWaitsIsTakenOutWhenItsTaskIsCancelled() async throws {
        let pool = WorkerPool<String>(Self.limits())
        let gate = Gate()
        async let running = pool.run(for: "a") { _ in gate.wait() }
        await gate.entered()
        let waiting = Task { try await pool.run(for: "b") { _ in } }
        while pool.waitingCount == 0 { await Task.yield() }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        #expect(pool.waitingCount == 0)
        gate.open()
        try await running
    }

    @Test func workThatRunsLearnsThatNobodyWaits() async throws {
        let pool = WorkerPool<String>(Self.limits())
        let gate = Gate()
        let running = Task {
            try await pool.run(for: "a") { ticket in
                gate.wait()
                try ticket.check()
            }
        }
        await gate.entered()
        running.cancel()
        gate.open()
        await #expect(throws: CancellationError.self) { try await running.value }
    }
}
