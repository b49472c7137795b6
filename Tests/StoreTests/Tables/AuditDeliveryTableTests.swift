import IAMIdentifiers
import Store
import Testing

@Suite struct AuditDeliveryTableTests {
    private static let (ours, theirs) = (TableFixture.ours, TableFixture.theirs)

    private static func moment(_ seconds: Int64) -> Timestamp { Timestamp(seconds: seconds) }

    @Test("due are accounts with records that the target does not have, and that nobody claimed")
    func due() async throws {
        try await TableFixture().write { transaction in
            let table = AuditDeliveryTable(transaction, to: "directory")
            func due(at seconds: Int64, after account: AccountID? = nil) throws -> [AccountID] {
                try table.due(at: Self.moment(seconds), after: account, limit: 5)
            }
            #expect(try due(at: 10) == [])
            for account in [Self.ours, Self.theirs] {
                try AuditHeadTable(transaction).set(
                    AuditLink(sequence: 7, seal: [1]), of: account)
            }
            #expect(try due(at: 10) == [Self.ours, Self.theirs])
            #expect(try due(at: 10, after: Self.ours) == [Self.theirs])
            #expect(
                try table.claim(Self.ours, at: Self.moment(10), until: Self.moment(20), from: 0))
            #expect(try due(at: 19) == [Self.theirs])
            #expect(try due(at: 20) == [Self.ours, Self.theirs])
            try table.settle(Self.ours, at: 6)
            #expect(try due(at: 10) == [Self.ours, Self.theirs])
            try table.settle(Self.ours, at: 7)
            #expect(try due(at: 10) == [Self.theirs])
            let other = AuditDeliveryTable(transaction, to: "syslog")
            #expect(
                try other.due(at: Self.moment(10), after: nil, limit: 1) == [Self.ours])
        }
    }

    @Test("one server claims an account at a time, and goes on where the last one was")
    func claims() async throws {
        try await TableFixture().write { transaction in
            let table = AuditDeliveryTable(transaction, to: "directory")
            func claim(at seconds: Int64) throws -> Bool {
                try table.claim(
                    Self.ours, at: Self.moment(seconds), until: Self.moment(seconds + 10), from: 3)
            }
            #expect(try table.find(Self.ours) == nil)
            #expect(try claim(at: 0))
            #expect(try table.find(Self.ours) == 3)
            #expect(try !claim(at: 9))
            #expect(try claim(at: 10))
            try table.settle(Self.ours, at: 5)
            #expect(try claim(at: 11))
            #expect(try table.find(Self.ours) == 5)
            #expect(try table.find(Self.theirs) == nil)
        }
    }
}
