import Synchronization
import TestSupport
import Testing
import Workers

@Suite struct FairGateTests {
    /// Who has gone through, in order.
    private final class Log: Sendable {
        private let names = Mutex<[String]>([])

        var all: [String] { names.withLock { $0 } }

        func add(_ name: String) { names.withLock { $0.append(name) } }
    }

    private static func passes(
        _ gate: FairGate<String>, _ key: String, _ log: Log, opening other: Signal? = nil
    ) -> Task<Void, any Error> {
        Task {
            try await gate.pass(for: key) {
                log.add(key)
                await other?.wait()
            }
        }
    }

    /// Waits until so many wait at the gate.
    private static func until(_ count: Int, _ gate: FairGate<String>) async {
        while gate.waitingCount < count { await Task.yield() }
    }

    @Test("one key has never all places, and another goes in at once")
    func places() async throws {
        let gate = FairGate<String>(places: 2, perKey: 1, waiting: 8, waitingPerKey: 8)
        let (log, signal) = (Log(), Signal())
        let first = Self.passes(gate, "a", log, opening: signal)
        while log.all.isEmpty { await Task.yield() }
        let second = Self.passes(gate, "a", log)
        await Self.until(1, gate)
        try await Self.passes(gate, "b", log).value
        #expect(log.all == ["a", "b"])
        signal.open()
        try await first.value
        try await second.value
        #expect(log.all == ["a", "b", "a"])
    }

    @Test("lines are served in turn, however long one is")
    func turns() async throws {
        let gate = FairGate<String>(places: 1, perKey: 1, waiting: 16, waitingPerKey: 16)
        let (log, signal) = (Log(), Signal())
        var tasks = [Self.passes(gate, "x", log, opening: signal)]
        while log.all.isEmpty { await Task.yield() }
        for (number, key) in ["a", "a", "a", "a", "b", "b"].enumerated() {
            tasks.append(Self.passes(gate, key, log))
            await Self.until(number + 1, gate)
        }
        signal.open()
        for task in tasks { try await task.value }
        #expect(log.all == ["x", "a", "b", "a", "b", "a", "a"])
    }

    @Test("more than may wait are refused, and who is cancelled waits no longer")
    func limits() async throws {
        let gate = FairGate<String>(places: 1, perKey: 1, waiting: 4, waitingPerKey: 1)
        let (log, signal) = (Log(), Signal())
        let inside = Self.passes(gate, "a", log, opening: signal)
        while log.all.isEmpty { await Task.yield() }
        let waiting = Self.passes(gate, "a", log)
        await Self.until(1, gate)
        await #expect(throws: WorkerPoolError.busy) {
            try await Self.passes(gate, "a", log).value
        }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        #expect(gate.waitingCount == 0)
        signal.open()
        try await inside.value
        try await Self.passes(gate, "a", log).value
    }
}

/// Holds a task until it is opened, and no thread.
private final class Signal: Sendable {
    private let isOpen = Atomic(false)

    func wait() async {
        while !isOpen.load(ordering: .acquiring) { await Task.yield() }
    }

    func open() { isOpen.store(true, ordering: .releasing) }
}
