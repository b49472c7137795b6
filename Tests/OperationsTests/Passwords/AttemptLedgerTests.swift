import IAMIdentifiers
import Operations
import Store
import TestSupport
import Testing

/// Several servers of one database, each with a ledger of its own.
@Suite struct AttemptLedgerTests {
    private let clock = TestClock()
    private let attempt = PasswordAttempt.signIn(
        UniqueID(stored: "AIDAALICE"), from: ClientAddress("192.0.2.1"))

    private func servers(_ number: Int, on engine: TestEngine) async throws -> [AttemptLedger] {
        let database = ClockedDatabase(
            try await TestEngine.database(of: engine), clock)
        return (0..<number).map { _ in AttemptLedger(database) { .zero } }
    }

    private func wait(_ ledger: AttemptLedger) async throws -> Duration {
        switch try await ledger.begin(attempt) {
        case .admitted: .zero
        case .waits(let wait): wait
        }
    }

    @Test("guesses at several servers count as at one", arguments: TestEngine.all)
    func inTurn(_ engine: TestEngine) async throws {
        let servers = try await servers(3, on: engine)
        for number in 0..<6 { #expect(try await wait(servers[number % 3]) == .zero) }
        for server in servers { #expect(try await wait(server) == .seconds(1)) }
        clock.advance(by: .seconds(1))
        #expect(try await wait(servers[1]) == .zero)
        #expect(try await wait(servers[2]) == .seconds(2))
    }

    @Test("of guesses sent to several servers at once no more pass", arguments: TestEngine.all)
    func atOnce(_ engine: TestEngine) async throws {
        let servers = try await servers(3, on: engine)
        let passed = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<60 {
                group.addTask { try await wait(servers[number % 3]) == .zero }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(passed == 6)
    }

    @Test("what was right at one server begins the count anew at all", arguments: TestEngine.all)
    func succeeding(_ engine: TestEngine) async throws {
        let servers = try await servers(2, on: engine)
        for _ in 0..<5 { _ = try await servers[0].begin(attempt) }
        guard case .admitted(let looked) = try await servers[1].begin(attempt) else {
            Issue.record("the sixth has to wait")
            return
        }
        // Nobody looked at the password.
        await servers[1].takeBack(attempt, looked)
        guard case .admitted(let admission) = try await servers[1].begin(attempt) else {
            Issue.record("what was taken back counts")
            return
        }
        try await servers[1].succeed(attempt, admission)
        for _ in 0..<6 { #expect(try await wait(servers[0]) == .zero) }
        #expect(try await wait(servers[1]) == .seconds(1))
    }

    @Test("a clock that goes back makes no wait longer", arguments: TestEngine.all)
    func clockBack(_ engine: TestEngine) async throws {
        let servers = try await servers(1, on: engine)
        clock.advance(by: .seconds(7_200))
        for _ in 0..<6 { _ = try await servers[0].begin(attempt) }
        clock.advance(by: .seconds(-3_600))
        #expect(try await wait(servers[0]) == .seconds(1))
    }

    @Test("what no longer counts is deleted when a server starts", arguments: TestEngine.all)
    func sweeping(_ engine: TestEngine) async throws {
        let database = ClockedDatabase(
            try await TestEngine.database(of: engine), clock)
        let ledger = AttemptLedger(database) { .zero }
        _ = try await ledger.begin(attempt)
        clock.advance(by: .seconds(3_600))
        try await ledger.load()
        let left = try await database.read { try PasswordAttemptTable($0).all() }.map(\.kind)
        // Those of the address and the principal are remembered for longer.
        #expect(left == ["address", "principal"])
    }
}
