import IAMIdentifiers
import Operations
import Synchronization
import Testing

@Suite struct PreparationGateTests {
    private let alice = UniqueID(stored: "AIDAALICE")
    private let bob = UniqueID(stored: "AIDABOB")

    /// Counts what runs at once.
    private final class Runs: Sendable {
        private let counts = Mutex((now: 0, most: 0, all: 0))
        var most: Int { counts.withLock { $0.most } }
        var all: Int { counts.withLock { $0.all } }

        func run() async {
            counts.withLock { counts in
                counts.now += 1
                counts.most = max(counts.most, counts.now)
            }
            for _ in 0..<20 { await Task.yield() }
            counts.withLock { counts in
                counts.now -= 1
                counts.all += 1
            }
        }
    }

    @Test("one request of a principal is inside, eight wait, one more is refused")
    func bounded() async throws {
        let gate = PreparationGate()
        let runs = Runs()
        let refused = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    do {
                        try await gate.run(for: alice) { await runs.run() }
                        return false
                    } catch let error as IAMError where error == .throttling {
                        return true
                    }
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(runs.most == 1)
        #expect(runs.all + refused == 100)
        #expect(runs.all >= 9)
    }

    @Test("one principal's request keeps no other's waiting, and a failure lets the next one in")
    func independent() async throws {
        let gate = PreparationGate()
        try await gate.run(for: alice) {
            try await gate.run(for: bob) {}
        }
        await #expect(throws: CancellationError.self) {
            try await gate.run(for: alice) { throw CancellationError() }
        }
        try await gate.run(for: alice) {}
    }

    @Test("exactly eight may wait")
    func limit() async throws {
        let gate = PreparationGate()
        let (entered, enter) = AsyncStream<Void>.makeStream()
        let (left, leave) = AsyncStream<Void>.makeStream()
        let alice = alice
        let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await gate.run(for: alice) {
                    enter.yield()
                    for await _ in left { break }
                }
                return true
            }
            for await _ in entered { break }
            // Whichever order they come in, two find no room while one is inside.
            for _ in 0..<(PreparationGate.waitingLimit + 2) {
                group.addTask {
                    do {
                        try await gate.run(for: alice) {}
                        return true
                    } catch let error as IAMError where error == .throttling {
                        leave.yield()
                        return false
                    }
                }
            }
            return try await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(outcomes.contains(false))
        #expect(outcomes.count { $0 } >= PreparationGate.waitingLimit + 1)
    }
}
