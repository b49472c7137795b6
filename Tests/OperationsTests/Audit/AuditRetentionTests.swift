import IAMIdentifiers
import Store
import TestSupport
import Testing

@testable import Operations

/// Audit records that are deleted because they are too old, so that no other deletion looks like
/// it.
@Suite struct AuditRetentionTests {
    private static let account = TestService.accountID
    private static let days = 30

    /// A service with ten records that are too old and digests of them, and five that are not.
    private static func aged() async throws -> TestService {
        let service = try await TestService(engine: .sqlite)
        for number in 1...10 {
            try await service.makeUser("old\(number)")
            if number.isMultiple(of: 4) { try await AuditDigests(service.services).sign(account) }
        }
        service.clock.advance(by: .seconds(86_400 * days + 1))
        for number in 1...5 { try await service.makeUser("new\(number)") }
        return service
    }

    private static func expire(_ service: TestService) async throws -> Int {
        try await AuditRetention(service.services, days: days).expire(account)
    }

    private static func check(_ service: TestService) async throws -> AuditCheck {
        try await service.services.auditLog.check(account, in: service.services.database)
    }

    private static func places(_ service: TestService) async throws -> [Int] {
        try await service.services.database.read { transaction in
            try AuditEventTable(transaction).chain(of: account, after: 0, limit: 10_000)
                .map(\.link.sequence)
        }
    }

    private static func execute(_ service: TestService, _ statements: SQL...) async throws {
        try await service.services.database.write { transaction in
            for statement in statements { try transaction.execute(statement) }
        }
    }

    @Test("what is too old and signed goes, its digests stay, and the rest is whole")
    func goes() async throws {
        let service = try await Self.aged()
        #expect(try await Self.expire(service) == 8)
        // Of the last two there is no digest.
        #expect(try await Self.places(service) == Array(9...16))
        let check = try await Self.check(service)
        #expect(check.faults == [] && check.expired == 8 && check.count == 8)
        #expect(check.digests == 2)
        #expect(try await Self.expire(service) == 0)
        #expect(try await Self.places(service) == Array(9...16))
        try await AuditDigests(service.services).sign(Self.account)
        #expect(try await Self.check(service).digests == 3)
        let names = try await service.auditRecords().map(\.name)
        #expect(names.filter { $0.isExactly(ExpiredRecords.eventName) }.count == 1)
    }

    @Test("an account of which everything expired goes on, and expires again")
    func everything() async throws {
        let service = try await Self.aged()
        for _ in 1...3 {
            try await AuditDigests(service.services).sign(Self.account)
            service.clock.advance(by: .seconds(86_400 * Self.days + 1))
            #expect(try await Self.expire(service) > 0)
            // What says so is the only record that is left.
            #expect(try await Self.places(service).count == 1)
            #expect(try await Self.check(service).faults == [])
            try await service.makeUser("user\(service.clock.now.seconds)")
        }
        try await AuditDigests(service.services).sign(Self.account)
        let check = try await Self.check(service)
        #expect(check.faults == [] && check.digests == 6)
    }

    @Test("many go some at a time, and what is between is whole each time")
    func batches() async throws {
        let service = try await TestService(engine: .sqlite)
        let count = 2 * AuditRetention.batch + 100
        let events = (1...count).map { number in
            AuditEventTable.Event(
                account: Self.account, id: "event-\(number)", at: service.clock.now,
                name: "ListUsers", record: "{}",
                resources: [.init(type: "AWS::IAM::User", name: "user\(number)")])
        }
        try await service.services.auditLog.write(
            events, of: Self.account, in: service.services.database)
        try await AuditDigests(service.services).sign(Self.account)
        service.clock.advance(by: .seconds(86_400 * Self.days + 1))
        #expect(try await Self.expire(service) == count)
        #expect(try await Self.places(service).count == 3)
        let check = try await Self.check(service)
        #expect(check.faults == [] && check.expired == count)
        let resources = try await service.services.database.read {
            try $0.rows("SELECT count(*) AS n FROM audit_event_resource")[0].integer("n")
        }
        #expect(resources == 0)
    }

    @Test("what somebody else deleted is no expiry")
    func others() async throws {
        func faults(_ statements: SQL...) async throws -> [AuditFault] {
            let service = try await Self.aged()
            _ = try await Self.expire(service)
            for statement in statements { try await Self.execute(service, statement) }
            return try await Self.check(service).faults
        }
        let next = try await faults("DELETE FROM audit_event WHERE sequence = 9")
        guard next.count == 1, case .missing(9...9, after: nil, _)? = next.first else {
            Issue.record("\(next)")
            return
        }
        // Without what tells of the expiry, or with another text, the deletion stands unexplained.
        let gone = try await faults("DELETE FROM audit_event WHERE sequence = 16")
        #expect(gone.count == 2)
        let other = try await faults(
            """
            UPDATE audit_event SET record = replace(record, '"lastRecord":8', '"lastRecord":9')
            WHERE sequence = 16
            """, "DELETE FROM audit_event WHERE sequence = 9")
        #expect(!other.isEmpty)
        // A record that somebody put where the old ones were.
        let put = try await faults(
            """
            INSERT INTO audit_event (account_id, event_id, at, event_name, record, sequence, seal)
            SELECT account_id, 'forged', at, event_name, record, 3, seal FROM audit_event
            WHERE sequence = 9
            """)
        guard put.count == 1, case .changed(3, _)? = put.first else {
            Issue.record("\(put)")
            return
        }
    }

    @Test("what a sink was not given stays until it has it")
    func undelivered() async throws {
        let service = try await Self.aged()
        let retention = AuditRetention(
            service.services, days: Self.days, targets: ["hook", "directory"])
        func deliver(_ place: Int, to target: String) async throws {
            let now = service.clock.now
            try await service.services.database.write { transaction in
                let table = AuditDeliveryTable(transaction, to: target)
                _ = try table.claim(Self.account, at: now, until: now, from: 0)
                try table.settle(Self.account, at: place)
            }
        }
        #expect(try await retention.expire(Self.account) == 0)
        try await deliver(5, to: "hook")
        #expect(try await retention.expire(Self.account) == 0)
        try await deliver(12, to: "directory")
        #expect(try await retention.expire(Self.account) == 5)
        try await deliver(12, to: "hook")
        #expect(try await retention.expire(Self.account) == 3)
        #expect(try await Self.check(service).faults == [])
    }

    @Test("records that are too young stay, whatever their digests")
    func young() async throws {
        let service = try await TestService(engine: .sqlite)
        for number in 1...3 { try await service.makeUser("user\(number)") }
        try await AuditDigests(service.services).sign(Self.account)
        service.clock.advance(by: .seconds(86_400 * Self.days - 1))
        #expect(try await Self.expire(service) == 0)
        #expect(try await Self.places(service) == [1, 2, 3])
    }

    @Test("records of before there were chains go by their age alone")
    func outsideChain() async throws {
        let service = try await Self.aged()
        try await Self.execute(
            service, "UPDATE audit_event SET sequence = NULL, seal = NULL WHERE sequence <= 3")
        _ = try await Self.expire(service)
        let count = try await service.services.database.read {
            try AuditEventTable($0).countOutsideChain(of: Self.account)
        }
        #expect(count == 0)
    }
}
