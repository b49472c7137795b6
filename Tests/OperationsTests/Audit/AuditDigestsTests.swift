import Crypto
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// Digests that are signed of audit records: when, of what, and what they tell later.
@Suite struct AuditDigestsTests {
    private static let account = TestService.accountID

    private static func served() async throws -> TestService {
        let service = try await TestService(engine: .sqlite)
        for number in 1...5 { try await service.makeUser("user\(number)") }
        return service
    }

    private static func digests(_ service: TestService) async throws -> [SignedDigest] {
        try await AuditDigests(service.services).list(of: account)
    }

    private static func check(
        _ service: TestService, against kept: [SignedDigest] = []
    ) async throws -> AuditCheck {
        try await service.services.auditLog.check(
            account, in: service.services.database, against: kept)
    }

    private static func execute(_ service: TestService, _ statements: SQL...) async throws {
        try await service.services.database.write { transaction in
            for statement in statements { try transaction.execute(statement) }
        }
    }

    @Test("one is signed an hour after the last, if there are new records")
    func hours() async throws {
        let service = try await Self.served()
        let digests = AuditDigests(service.services)
        try await digests.signDue()
        #expect(try await Self.digests(service).map(\.number) == [1])
        try await service.makeUser("more")
        service.clock.advance(by: .seconds(3_599))
        try await digests.signDue()
        #expect(try await Self.digests(service).count == 1)
        service.clock.advance(by: .seconds(2))
        try await digests.signDue()
        try await digests.signDue()
        #expect(try await Self.digests(service).map(\.number) == [1, 2])
        service.clock.advance(by: .seconds(7_200))
        try await digests.signDue()
        #expect(try await Self.digests(service).count == 2)
        let check = try await Self.check(service)
        #expect(check.faults == [] && check.digests == 2)
    }

    @Test("others check a digest by the public key, and the records by their hash")
    func others() async throws {
        let service = try await Self.served()
        try await AuditDigests(service.services).sign(Self.account)
        let entry = try await service.services.database.read {
            try #require(try AuditDigestTable($0).latest(of: Self.account))
        }
        let key = try Curve25519.Signing.PublicKey(rawRepresentation: entry.publicKey)
        #expect(key.isValidSignature(entry.signature, for: Array(entry.digest.utf8)))
        var text: [String] = []
        try await service.services.auditLog.export(
            Self.account, 1...entry.lastSequence, from: service.services.database
        ) { text += $0.map { $0.record + "\n" } }
        let hash = SHA256.hash(data: Array(text.joined().utf8))
        #expect(entry.digest.contains(#""recordsHashValue":"\#(Hexadecimal.text(of: hash))""#))
        #expect(entry.digest.contains(#""firstRecord":1,"lastRecord":5,"#))
        #expect(text.count == 5 && text[0].contains("user1"))
    }

    @Test("an export is a part of the chain, in its order")
    func export() async throws {
        let service = try await Self.served()
        for (places, users) in [(2...3, ["user2", "user3"]), (5...9, ["user5"]), (6...7, [])] {
            var found: [String] = []
            try await service.services.auditLog.export(
                Self.account, places, from: service.services.database
            ) { records in
                for record in records.map(\.record) {
                    found += (1...5).map { "user\($0)" }.filter { record.contains("\"\($0)\"") }
                }
            }
            #expect(found == users)
        }
    }

    @Test("records that are not what was written are not signed")
    func damaged() async throws {
        for damage in [
            "UPDATE audit_event SET record = '{}' WHERE sequence = 3",
            "DELETE FROM audit_event WHERE sequence = 5", "DELETE FROM audit_event",
        ] as [SQL] {
            let log = LogRecorder()
            let service = try await TestService(logger: log.logger, engine: .sqlite)
            for number in 1...5 { try await service.makeUser("user\(number)") }
            try await Self.execute(service, damage)
            try await AuditDigests(service.services).sign(Self.account)
            #expect(try await Self.digests(service).isEmpty)
            #expect(log.lines.contains { $0.contains("gatehouse audit verify") })
        }
    }

    /// What an operator of a service has kept, and the data as it was then.
    private static func kept() async throws -> (TestService, [SignedDigest]) {
        let service = try await served()
        try await AuditDigests(service.services).sign(account)
        let lines = try await digests(service).map(\.line)
        return (service, try lines.map { try #require(SignedDigest(line: $0)) })
    }

    @Test("an end that was put back is found by a digest, that of the store or one kept elsewhere")
    func putBack() async throws {
        for isGone in [false, true] {
            let (service, kept) = try await Self.kept()
            // As whoever cuts the end off, and makes it good with what stood there before.
            try await Self.execute(
                service, "DELETE FROM audit_event WHERE sequence > 3",
                """
                UPDATE audit_head SET sequence = 3,
                    seal = (SELECT seal FROM audit_event WHERE sequence = 3)
                """)
            if isGone { try await Self.execute(service, "DELETE FROM audit_digest") }
            #expect(try await Self.check(service).faultCount == (isGone ? 0 : 1))
            let check = try await Self.check(service, against: kept)
            guard case .cut(4...5, .some)? = check.faults.first, check.faultCount == 1 else {
                Issue.record("\(check.faults)")
                continue
            }
        }
    }

    @Test("other records in the place of those that were signed are found")
    func otherRecords() async throws {
        let (service, kept) = try await Self.kept()
        // The data of an earlier moment, after which other things were done.
        try await Self.execute(
            service, "DELETE FROM audit_event WHERE sequence > 3", "DELETE FROM audit_digest",
            """
            UPDATE audit_head SET sequence = 3,
                seal = (SELECT seal FROM audit_event WHERE sequence = 3)
            """)
        for name in ["mallory", "trudy", "eve"] { try await service.makeUser(name) }
        #expect(try await Self.check(service).faults == [])
        #expect(
            try await Self.check(service, against: kept).faults
                == [.otherThanDigest(5, number: 1)])
    }

    @Test("a digest that was changed, taken out or moved is found")
    func damagedDigests() async throws {
        func faults(_ statements: SQL...) async throws -> [AuditFault] {
            let service = try await Self.served()
            for number in 1...3 {
                try await AuditDigests(service.services).sign(Self.account)
                try await service.makeUser("more\(number)")
            }
            #expect(try await Self.check(service).digests == 3)
            for statement in statements { try await Self.execute(service, statement) }
            return try await Self.check(service).faults
        }
        #expect(
            try await faults(
                "UPDATE audit_digest SET digest = replace(digest, '2026', '2025') WHERE number = 3")
                == [.digest(number: 3)])
        #expect(
            try await faults("UPDATE audit_digest SET digest = '{' WHERE number = 1")
                == [.digest(number: 1), .missingDigest(before: 2)])
        #expect(
            try await faults("DELETE FROM audit_digest WHERE number = 2")
                == [.missingDigest(before: 3)])
        #expect(
            try await faults("DELETE FROM audit_digest WHERE number = 1")
                == [.missingDigest(before: 2)])
        #expect(
            try await faults("UPDATE audit_digest SET number = 4 WHERE number = 3")
                == [.digest(number: 4)])
    }

    @Test("a digest of another server says nothing")
    func stranger() async throws {
        let (_, kept) = try await Self.kept()
        let service = try await Self.served()
        #expect(try await Self.check(service, against: kept).faults == [.digest(number: 1)])
    }

    @Test(
        "what is no digest is not read as one",
        arguments: ["", "{}", "[]", #"{"digest":"{}","publicKey":"00","signature":"00"}"#, "x"])
    func notADigest(_ line: String) {
        #expect(SignedDigest(line: line) == nil)
    }
}
