import Synchronization
import TestSupport
import Testing
import Workers

@Suite struct FairGateTests {
    private let clock = TestClock()
    private let log = Log()

    /// Who has gone through, in order.
    private final class Log: Sendable {
        private let names = Mutex<[String]>([])

        var all: [String] { names.withLock { $0 } }

        func add(_ name: String) { names.withLock { $0.append(name) } }
    }

    private func gate(_ places: Int = 2) -> FairGate<String> {
        FairGate(places: places, elapsed: { [clock] in clock.elapsed })
    }

    /// One request, which says when it is inside, and leaves once the signal is open.
    private func request(
        _ gate: FairGate<String>, _ key: String, until signal: Signal? = nil,
        taking time: Duration = .zero
    ) -> Task<Void, any Error> {
        gate.begin(key)
        return Task { [log, clock] in
            defer { gate.end(key) }
            try await gate.pass(for: key) {
                log.add(key)
                await signal?.wait()
                clock.advance(by: time)
            }
        }
    }

    /// Waits until so many have gone in.
    private func entered(_ count: Int) async {
        while log.all.count < count { await Task.yield() }
    }

    /// Waits until so many wait at the gate.
    private func waiting(_ count: Int, _ gate: FairGate<String>) async {
        while gate.waitingCount < count { await Task.yield() }
    }

    @Test("who is alone has all places; with others there, half of them")
    func places() async throws {
        let (gate, signal) = (gate(), Signal())
        var tasks = (0..<2).map { _ in request(gate, "a", until: signal) }
        await entered(2)
        signal.open()
        for task in tasks { try await task.value }
        // Now another one is there, too.
        try await request(gate, "b").value
        let second = Signal()
        tasks = [request(gate, "a", until: second)]
        await entered(4)
        tasks.append(request(gate, "a", until: second))
        await waiting(1, gate)
        try await request(gate, "b").value
        #expect(log.all == ["a", "a", "b", "a", "b"])
        // The other one has not come for a while.
        clock.advance(by: .seconds(2))
        tasks.append(request(gate, "a", until: second))
        second.open()
        for task in tasks { try await task.value }
        #expect(log.all == ["a", "a", "b", "a", "b", "a", "a"])
    }

    @Test("lines are served in turn, however long one is")
    func turns() async throws {
        let (gate, signal) = (gate(), Signal())
        var tasks = ["x", "y"].map { request(gate, $0, until: signal) }
        await entered(2)
        for (number, key) in ["a", "a", "a", "a", "b", "b"].enumerated() {
            tasks.append(request(gate, key))
            await waiting(number + 1, gate)
        }
        signal.open()
        for task in tasks { try await task.value }
        // `a` never has more than one of the two places.
        let served = log.all.dropFirst(2)
        #expect(served.prefix(4).count { $0 == "b" } == 2)
        #expect(served.count == 6)
    }

    @Test("who asks for much at once rests while others are there, and is served in the end")
    func rest() async throws {
        let (gate, signal) = (gate(), Signal())
        try await request(gate, "b").value
        var tasks = [request(gate, "a", until: signal, taking: .milliseconds(20))]
        await entered(2)
        for number in 0..<3 {
            tasks.append(request(gate, "a"))
            await waiting(number + 1, gate)
        }
        signal.open()
        try await tasks[0].value
        // As long as the clock stands, the places are for others.
        for _ in 0..<20 { try await request(gate, "b").value }
        #expect(gate.waitingCount == 3)
        clock.advance(by: .milliseconds(100))
        for task in tasks { try await task.value }
    }

    @Test("who asks for one thing after the other does not rest")
    func oneAfterTheOther() async throws {
        let gate = gate()
        try await request(gate, "b").value
        for _ in 0..<5 { try await request(gate, "a", taking: .milliseconds(50)).value }
        #expect(log.all == ["b", "a", "a", "a", "a", "a"])
    }

    @Test("who waits elsewhere gives the place up, and has it again")
    func elsewhere() async throws {
        let (outer, inner, signal) = (gate(), gate(), Signal())
        outer.begin("other")
        outer.begin("a")
        let waits = Task { [log] in
            try await outer.pass(for: "a") {
                try await inner.pass(for: "a") {
                    await GatePlace.givenUp {
                        log.add("gave up")
                        await signal.wait()
                    }
                    log.add("has it again")
                }
            }
        }
        await entered(1)
        // One of a key may be inside, and it is not.
        try await outer.pass(for: "a") { try await inner.pass(for: "a") { log.add("inside") } }
        signal.open()
        try await waits.value
        #expect(log.all == ["gave up", "inside", "has it again"])
    }

    @Test("who is cancelled waits no longer")
    func cancelled() async throws {
        let (gate, signal) = (gate(), Signal())
        let inside = (0..<2).map { _ in request(gate, "a", until: signal) }
        await entered(2)
        let task = request(gate, "a")
        await waiting(1, gate)
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(gate.waitingCount == 0)
        signal.open()
        for task in inside { try await task.value }
        try await request(gate, "a").value
    }
}
