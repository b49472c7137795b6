import AWSWire
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestRandom
import TestSupport
import Testing

/// The chains of audit records: whole, whatever is done, and whatever is changed is found.
@Suite struct AuditLogTests {
    /// Engines whose user may do with records what whoever has the disk can.
    static let engines = [TestEngine.sqlite, .ownedPostgreSQL]

    private static let account = TestService.accountID

    private static func check(_ service: TestService) async throws -> AuditCheck {
        await service.services.afterwards.flush()
        return try await service.services.auditLog.check(
            account, in: service.services.database)
    }

    /// A service with ten records.
    private static func served(on engine: TestEngine) async throws -> TestService {
        let service = try await TestService(engine: engine)
        for number in 1...10 { try await service.makeUser("user\(number)") }
        return service
    }

    private static func execute(
        _ statements: [SQL], _ service: TestService
    ) async throws {
        try await service.services.database.write { transaction in
            for statement in statements { try transaction.execute(statement) }
        }
    }

    @Test("changes, reads, refusals and failed sign-ins are one chain, also side by side")
    func everything() async throws {
        let service = try await TestService(users: ["alice"])
        try await withThrowingTaskGroup { group in
            for number in 0..<40 {
                group.addTask {
                    switch number % 4 {
                    case 0: try await service.makeUser("user\(number)")
                    case 1: try await service.run(IAM.ListUsers.self, .init())
                    case 2:
                        _ = try await service.error(IAM.ListUsers.self, .init(), as: "alice")
                    default:
                        _ = try await service.signInAsRoot(Secret("wrong \(number)"))
                    }
                    if number % 7 == 0 { await service.services.afterwards.flush() }
                }
            }
            try await group.waitForAll()
        }
        let check = try await Self.check(service)
        #expect(check.faults == [] && check.outsideChain == 0)
        let records = try await service.auditRecords()
        #expect(check.count == records.count)
        #expect(Set(records.map(\.name)).isSuperset(of: ["CreateUser", "ListUsers"]))
        let accounts = try await AuditLog.accounts(in: service.services.database)
        #expect(accounts == [Self.account])
    }

    struct Damage: CustomTestStringConvertible {
        let testDescription: String
        let statements: [SQL]
        /// What is found, in the words that are the same each time.
        let found: [String]

        init(_ description: String, _ statements: [SQL], _ found: [String]) {
            testDescription = description
            self.statements = statements
            self.found = found
        }
    }

    /// A fault without the names of records.
    private static func words(_ fault: AuditFault) -> String {
        switch fault {
        case .missing(let places, _, _): "missing \(places)"
        case .changed(let place, _): "changed \(place)"
        case .cut(let places, _): "cut \(places)"
        case .head: "head"
        case .otherThanDigest, .digest, .missingDigest: "\(fault)"
        }
    }

    static let damages: [Damage] = [
        .init("nothing", [], []),
        .init(
            "a record's text", ["UPDATE audit_event SET record = '{}' WHERE sequence = 4"],
            ["changed 4"]),
        .init(
            "the time of the first",
            ["UPDATE audit_event SET at = at + 1 WHERE sequence = 1"], ["changed 1"]),
        .init(
            "the name, and the source",
            [
                "UPDATE audit_event SET event_name = 'GetUser' WHERE sequence = 2",
                "UPDATE audit_event SET event_source = 'x' WHERE sequence = 10",
            ], ["changed 2", "changed 10"]),
        .init(
            "what events are found by",
            [
                "UPDATE audit_event SET is_read_only = 1 WHERE sequence = 2",
                "UPDATE audit_event SET user_name = NULL WHERE sequence = 3",
                "UPDATE audit_event SET access_key_id = 'AKIA' WHERE sequence = 4",
                "UPDATE audit_event SET resources = 'a b' WHERE sequence = 5",
                "UPDATE audit_event SET event_id = 'e' WHERE sequence = 6",
            ], (2...6).map { "changed \($0)" }),
        .init(
            "a seal, and so what the next one is sealed with",
            [
                """
                UPDATE audit_event SET seal = (SELECT seal FROM audit_event WHERE sequence = 2)
                WHERE sequence = 7
                """
            ], ["changed 7", "changed 8"]),
        .init(
            "no seal", ["UPDATE audit_event SET seal = NULL WHERE sequence = 10"],
            [
                "changed 10", "head",
            ]),
        .init("one is gone", ["DELETE FROM audit_event WHERE sequence = 5"], ["missing 5...5"]),
        .init(
            "the first are gone", ["DELETE FROM audit_event WHERE sequence < 4"],
            ["missing 1...3"]),
        .init(
            "the last are gone", ["DELETE FROM audit_event WHERE sequence > 8"], ["cut 9...10"]),
        .init("all are gone", ["DELETE FROM audit_event"], ["cut 1...10"]),
        .init(
            "one was put out of the chain",
            ["UPDATE audit_event SET sequence = NULL WHERE sequence = 5"], ["missing 5...5"]),
        .init(
            "one is gone, and the others closed up",
            [
                "DELETE FROM audit_event WHERE sequence = 9",
                "UPDATE audit_event SET sequence = 9 WHERE sequence = 10",
            ], ["changed 9", "cut 10...10"]),
        .init(
            "two changed places",
            [
                "UPDATE audit_event SET sequence = 100 WHERE sequence = 3",
                "UPDATE audit_event SET sequence = 3 WHERE sequence = 6",
                "UPDATE audit_event SET sequence = 6 WHERE sequence = 100",
            ], ["changed 3", "changed 4", "changed 6", "changed 7"]),
        .init(
            "one more at the end",
            [
                "INSERT INTO audit_event (account_id, event_id, at, event_name, record, sequence, "
                    + "seal) SELECT account_id, 'new', at, event_name, record, 11, seal FROM "
                    + "audit_event WHERE sequence = 10",
                "UPDATE audit_head SET sequence = 11",
            ], ["changed 11"]),
        .init(
            "the end of the chain",
            [
                "UPDATE audit_head SET seal = (SELECT seal FROM audit_event "
                    + "WHERE sequence = 3)"
            ], ["head"]),
    ]

    @Test("what was changed is found, and where", arguments: damages, engines)
    func damage(_ damage: Damage, _ engine: TestEngine) async throws {
        let service = try await Self.served(on: engine)
        try await Self.execute(damage.statements, service)
        let check = try await Self.check(service)
        #expect(check.faults.map(Self.words) == damage.found)
    }

    @Test("a record of another account is none of this one's")
    func otherAccount() async throws {
        let service = try await Self.served(on: .sqlite)
        try await Self.execute(
            [
                "UPDATE audit_event SET account_id = '999999999999' WHERE sequence = 10",
                """
                UPDATE audit_head SET sequence = 9, seal = (SELECT seal FROM audit_event
                WHERE sequence = 9)
                """,
                """
                INSERT INTO audit_head (account_id, sequence, seal)
                SELECT account_id, sequence, seal FROM audit_event WHERE sequence = 10
                """,
            ], service)
        let other = try await service.services.auditLog.check(
            AccountID("999999999999")!, in: service.services.database)  // twelve digits
        #expect(other.faults.map(Self.words) == ["missing 1...9"])
    }

    @Test("another server's key makes no seal of this one's")
    func otherKey() async throws {
        let service = try await Self.served(on: .sqlite)
        let other = try await Self.served(on: .sqlite)
        let check = try await other.services.auditLog.check(
            Self.account, in: service.services.database)
        #expect(check.faultCount == 10)
    }

    @Test("faults beyond a hundred are counted")
    func manyFaults() async throws {
        let service = try await TestService(engine: .sqlite)
        for _ in 0..<1_100 { try await service.run(IAM.ListUsers.self, .init()) }
        await service.services.afterwards.flush()
        try await Self.execute(["UPDATE audit_event SET at = 1 WHERE sequence > 3"], service)
        let check = try await Self.check(service)
        #expect((check.count, check.faultCount) == (1_100, 1_097))
        #expect(check.faults.count == AuditCheck.most)
        #expect(Self.words(check.faults[0]) == "changed 4")
    }

    @Test("records go on while they are checked")
    func goesOn() async throws {
        let service = try await Self.served(on: .sqlite)
        try await withThrowingTaskGroup { group in
            group.addTask {
                for number in 0..<50 { try await service.makeUser("more\(number)") }
            }
            group.addTask {
                for _ in 0..<50 {
                    let faults = try await Self.check(service).faults
                    #expect(faults == [])
                }
            }
            try await group.waitForAll()
        }
    }
}
