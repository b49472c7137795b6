import IAMIdentifiers
import Store
import TestSupport
import Testing

@Suite struct AuditChainTablesTests {
    private static let alice = TableFixture.ours
    private static let bob = TableFixture.theirs

    private static func event(_ id: String, of account: AccountID) -> AuditEventTable.Event {
        .init(account: account, id: id, at: Timestamp(seconds: 1), name: "ListUsers", record: "{}")
    }

    @Test("records are read in the order of their places, a page at a time")
    func chain() async throws {
        try await TableFixture().write { transaction in
            let table = AuditEventTable(transaction)
            for (place, id) in [(2, "b"), (1, "c"), (4, "a")] {
                try table.append(
                    Self.event(id, of: Self.alice),
                    AuditLink(sequence: place, seal: [UInt8(place)]))
            }
            try table.append(Self.event("old", of: Self.alice), nil)
            try table.append(
                Self.event("b", of: Self.bob), AuditLink(sequence: 1, seal: [9]))
            func page(after place: Int, _ limit: Int) throws -> [String] {
                try table.chain(of: Self.alice, after: place, limit: limit).map {
                    "\($0.event.id)\($0.link.sequence)\($0.link.seal)"
                }
            }
            #expect(try page(after: 0, 2) == ["c1[1]", "b2[2]"])
            #expect(try page(after: 2, 2) == ["a4[4]"])
            #expect(try table.countOutsideChain(of: Self.alice) == 1)
            #expect(try table.countOutsideChain(of: Self.bob) == 0)
        }
    }

    @Test("an account has one record at a place")
    func places() async throws {
        let error = await #expect(throws: StoreError.self) {
            try await TableFixture().write { transaction in
                for id in ["a", "b"] {
                    try AuditEventTable(transaction).append(
                        Self.event(id, of: Self.alice), AuditLink(sequence: 1, seal: [1]))
                }
            }
        }
        guard case .duplicate(table: "audit_event", _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("the end of a chain is kept for each account")
    func heads() async throws {
        try await TableFixture().write { transaction in
            let heads = AuditHeadTable(transaction)
            #expect(try heads.find(Self.alice) == nil)
            try heads.set(AuditLink(sequence: 1, seal: [1]), of: Self.alice)
            try heads.set(AuditLink(sequence: 7, seal: [2, 0]), of: Self.bob)
            try heads.set(AuditLink(sequence: 2, seal: [3]), of: Self.alice)
            #expect(try heads.find(Self.alice) == AuditLink(sequence: 2, seal: [3]))
            #expect(try heads.find(Self.bob) == AuditLink(sequence: 7, seal: [2, 0]))
            #expect(try heads.accounts(after: nil, limit: 5) == [Self.alice, Self.bob])
            #expect(try heads.accounts(after: Self.alice, limit: 5) == [Self.bob])
            #expect(try heads.accounts(after: nil, limit: 1) == [Self.alice])
        }
    }
}
