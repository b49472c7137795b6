import IAMIdentifiers
import Store
import Synchronization
import TestSupport
import Testing

@testable import Operations

/// Audit records on their way to where they go besides the store: each comes, in order, whatever
/// fails.
@Suite struct AuditDeliveryTests {
    private static let account = TestService.accountID
    private static let other = AccountID("222222222222")!  // twelve digits

    /// Adds records to the end of an account's chain.
    private static func add(
        _ numbers: ClosedRange<Int>, to account: AccountID = account, bytes: Int = 2,
        _ service: TestService
    ) async throws {
        let events = numbers.map { number in
            AuditEventTable.Event(
                account: account, id: "event-\(number)", at: service.clock.now, name: "ListUsers",
                record: String(repeating: "x", count: bytes))
        }
        try await service.services.auditLog.write(
            events, of: account, in: service.services.database)
    }

    @Test("each record comes once, in the order of its chain, and accounts take turns")
    func order() async throws {
        let service = try await TestService()
        let sink = RecordingSink()
        let delivery = AuditDelivery(service.services, to: sink)
        #expect(await delivery.turn() == false)
        #expect(sink.taken.isEmpty)
        try await Self.add(1...1_200, service)
        try await Self.add(1...3, to: Self.other, service)
        #expect(await delivery.turn())
        #expect(sink.places(of: Self.account) == Array(1...500))
        #expect(sink.places(of: Self.other) == [1, 2, 3])
        while await delivery.turn() {}
        try await Self.add(1_201...1_202, service)
        while await delivery.turn() {}
        #expect(sink.places(of: Self.account) == Array(1...1_202))
        #expect(sink.places(of: Self.other) == [1, 2, 3])
    }

    @Test("long records are given a few at once, and one that is too long by itself")
    func longRecords() async throws {
        let service = try await TestService()
        let sink = RecordingSink()
        let delivery = AuditDelivery(service.services, to: sink)
        try await Self.add(1...5, bytes: AuditDelivery.pageBytes / 2, service)
        try await Self.add(6...6, bytes: AuditDelivery.pageBytes + 1, service)
        try await Self.add(7...7, service)
        while await delivery.turn() {}
        #expect(sink.taken.map(\.places) == [[1, 2], [3, 4], [5], [6], [7]])
    }

    @Test("what a sink does not take comes again, to the server that is there then")
    func failing() async throws {
        let log = LogRecorder()
        let service = try await TestService(logger: log.logger)
        let sink = RecordingSink()
        let delivery = AuditDelivery(service.services, to: sink)
        try await Self.add(1...3, service)
        sink.isFailing = true
        for _ in 1...3 {
            #expect(await delivery.turn() == false)
            service.clock.advance(by: AuditDelivery.delay)
        }
        try await Self.add(4...4, service)
        #expect(log.lines.count == 1 && log.lines[0].contains("cannot be delivered"))
        sink.isFailing = false
        await delivery.turn()
        await AuditDelivery(service.services, to: sink).turn()
        #expect(sink.places(of: Self.account) == [1, 2, 3, 4])
        #expect(log.lines.count == 2 && log.lines[1].contains("delivered again"))
    }

    @Test("what goes on failing is said once in an hour")
    func silence() async throws {
        let log = LogRecorder()
        let service = try await TestService(logger: log.logger)
        let sink = RecordingSink()
        sink.isFailing = true
        let delivery = AuditDelivery(service.services, to: sink)
        try await Self.add(1...1, service)
        for _ in 0...720 {
            await delivery.turn()
            service.clock.advance(by: AuditDelivery.delay)
        }
        #expect(log.lines.count == 2)
    }

    @Test("one account's records that are not taken do not hold up another's")
    func others() async throws {
        let service = try await TestService()
        let sink = RecordingSink()
        sink.refused = Self.account
        let delivery = AuditDelivery(service.services, to: sink)
        try await Self.add(1...1, service)
        try await Self.add(1...1, to: Self.other, service)
        await delivery.turn()
        await delivery.turn()
        #expect(sink.places(of: Self.other) == [1])
        for number in 2...5 {
            try await Self.add(number...number, to: Self.other, service)
            await delivery.turn()
        }
        #expect(sink.places(of: Self.other) == [1, 2, 3, 4, 5])
        #expect(sink.places(of: Self.account) == [])
        sink.refused = nil
        service.clock.advance(by: AuditDelivery.delay)
        await delivery.turn()
        #expect(sink.places(of: Self.account) == [1])
    }

    @Test("of several servers one gives an account's records; when it is gone, another does")
    func servers() async throws {
        let service = try await TestService()
        let (sink, second) = (RecordingSink(), RecordingSink())
        try await Self.add(1...2, service)
        sink.whileTaking = { await AuditDelivery(service.services, to: second).turn() }
        await AuditDelivery(service.services, to: sink).turn()
        #expect(sink.places(of: Self.account) == [1, 2] && second.taken.isEmpty)
        // The server ended with its claim.
        try await Self.add(3...3, service)
        try await service.services.database.write { transaction in
            let now = service.clock.now
            _ = try AuditDeliveryTable(transaction, to: sink.target).claim(
                Self.account, at: now, until: now + AuditDelivery.lease, from: 0)
        }
        let later = AuditDelivery(service.services, to: second)
        await later.turn()
        #expect(second.taken.isEmpty)
        service.clock.advance(by: AuditDelivery.lease)
        await later.turn()
        #expect(second.places(of: Self.account) == [3])
    }

    @Test("a sink that is for news alone gets nothing older, at first")
    func reach() async throws {
        let service = try await TestService()
        try await Self.add(1...3, service)
        service.clock.advance(by: .seconds(3_600))
        try await Self.add(4...4, service)
        service.clock.advance(by: .seconds(1_800))
        let sink = RecordingSink(reach: .seconds(3_600))
        let delivery = AuditDelivery(service.services, to: sink)
        await delivery.turn()
        #expect(sink.places(of: Self.account) == [4])
        try await Self.add(5...5, service)
        service.clock.advance(by: .seconds(36_000))
        await delivery.turn()
        #expect(sink.places(of: Self.account) == [4, 5])
    }

    @Test("when the server stops, what waits is given, unless nobody takes it")
    func ending() async throws {
        let service = try await TestService()
        try await Self.add(1...600, service)
        let sink = RecordingSink()
        let running = Task { await AuditDelivery(service.services, to: sink).run() }
        running.cancel()
        await running.value
        #expect(sink.places(of: Self.account) == Array(1...600))
    }

    @Test("a sink that is slow does not hold the end of the server up")
    func slowEnding() async throws {
        let service = try await TestService()
        try await Self.add(1...1_200, service)
        let sink = RecordingSink()
        sink.whileTaking = { service.clock.advance(by: AuditDelivery.farewell) }
        let running = Task { await AuditDelivery(service.services, to: sink).run() }
        running.cancel()
        await running.value
        #expect(sink.places(of: Self.account) == Array(1...500))
    }
}

/// Keeps what it takes.
private final class RecordingSink: AuditSink {
    struct Taken {
        let account: AccountID
        let places: [Int]
    }

    private struct State {
        var taken: [Taken] = []
        var isFailing = false
        var refused: AccountID?
        var whileTaking: (@Sendable () async -> Void)?
    }

    let target = "recording"
    let interval = Duration.seconds(3_600)
    let reach: Duration?
    private let state = Mutex(State())

    init(reach: Duration? = nil) { self.reach = reach }

    var taken: [Taken] { state.withLock { $0.taken } }
    var isFailing: Bool {
        get { state.withLock { $0.isFailing } }
        set { state.withLock { $0.isFailing = newValue } }
    }
    var refused: AccountID? {
        get { state.withLock { $0.refused } }
        set { state.withLock { $0.refused = newValue } }
    }
    var whileTaking: (@Sendable () async -> Void)? {
        get { state.withLock { $0.whileTaking } }
        set { state.withLock { $0.whileTaking = newValue } }
    }

    func places(of account: AccountID) -> [Int] {
        taken.filter { $0.account == account }.flatMap(\.places)
    }

    func take(_ records: [DeliveredRecord], of account: AccountID) async throws {
        await whileTaking?()
        guard !isFailing, account != refused else { throw StoreError.other("not now") }
        state.withLock { $0.taken.append(Taken(account: account, places: records.map(\.place))) }
    }
}
