import IAMIdentifiers
import IAMModel
import Store
import TestSupport
import Testing

@testable import Operations

@Suite struct AuditAllowanceTests {
    private static let account = AccountID("123456789012")!  // twelve digits
    private static let identity = AuditIdentity(unknownIn: account)
    private let moment = Timestamp(seconds: 1_800_000_000)

    private func event(_ name: String, bytes: Int, at moment: Timestamp) -> AuditEventTable.Event {
        .init(
            account: Self.account, id: "e", at: moment, name: name,
            record: String(repeating: "r", count: bytes))
    }

    private func admits(
        _ allowance: AuditAllowance, _ name: String = "GetUser", bytes: Int = 100,
        by principal: String = "AIDA1", error: IAMError.Code? = .accessDenied,
        after seconds: Int = 0
    ) -> Bool {
        allowance.admits(
            event(name, bytes: bytes, at: moment + .seconds(seconds)),
            by: UniqueID(stored: principal), Self.identity, error: error)
    }

    @Test("beyond its bytes a principal's records are counted, by name and error")
    func counting() {
        let allowance = AuditAllowance(.init(refusals: 250, reads: 1_000))
        #expect((0..<2).allSatisfy { _ in admits(allowance) })
        #expect((0..<3).allSatisfy { _ in !admits(allowance) })
        #expect(!admits(allowance, "CreateUser"))
        #expect(!admits(allowance, "CreateUser", error: .invalidInput))
        // Others, and what this one may read, are not concerned.
        #expect(admits(allowance, by: "AIDA2"))
        #expect(admits(allowance, error: nil))
        #expect(allowance.summaries(at: moment + .seconds(59)).isEmpty)
        let summaries = allowance.summaries(at: moment + .seconds(60))
        #expect(summaries.map(\.name) == ["RecordsLeftOut"])
        for count in [
            #""GetUser AccessDenied":3"#, #""CreateUser AccessDenied":1"#,
            #""CreateUser InvalidInput":1"#,
        ] {
            #expect(summaries.first?.record.contains(count) == true, "\(count)")
        }
        // A window begins anew.
        #expect(admits(allowance, after: 60))
        #expect(allowance.summaries(at: moment + .seconds(120)).isEmpty)
    }

    @Test("the first record of a minute is written, however long")
    func first() {
        let allowance = AuditAllowance(.init(refusals: 10, reads: 10))
        #expect(admits(allowance, bytes: 1_000))
        #expect(!admits(allowance, bytes: 1))
    }

    @Test("names beyond a number are counted together, and the last summary has what is left")
    func kinds() {
        let allowance = AuditAllowance(.init(refusals: 1, reads: 1))
        #expect(admits(allowance))
        for number in 0..<AuditAllowance.kinds + 5 { #expect(!admits(allowance, "Op\(number)")) }
        let summary = allowance.summaries(at: moment, isLast: true).first
        #expect(summary?.record.contains(#""other":5"#) == true)
    }

    @Test("a clock that was set back ends a window")
    func clock() {
        let allowance = AuditAllowance(.init(refusals: 1, reads: 1))
        #expect(admits(allowance) && !admits(allowance))
        #expect(allowance.summaries(at: moment - .seconds(1)).count == 1)
    }

    @Test(
        "whoever may do nothing fills no disk: 600 KB of refusals a minute, and the rest as a count"
    )
    func flood() async throws {
        let service = try await TestService(users: ["lo"])
        let document = String(repeating: " ", count: 3_000) + Policies.allow("*")
        let lo = try await service.caller("lo")
        for _ in 0..<1_000 {
            let answer = try await service.call(
                "CreatePolicy", ["PolicyName": "p", "PolicyDocument": document], as: lo)
            #expect(answer.error?.code == .accessDenied)
        }
        let records = try await service.auditRecords().filter { $0.name == "CreatePolicy" }
        #expect((300..<1_000).contains(records.count))
        #expect(records.reduce(0) { $0 + $1.record.utf8.count } < 600_000)
        service.clock.advance(by: .seconds(60))
        let summary = try await service.auditRecords().first { $0.name == "RecordsLeftOut" }
        let expected = #""CreatePolicy AccessDenied":\#(1_000 - records.count)"#
        #expect(summary?.record.contains(expected) == true)
    }
}
