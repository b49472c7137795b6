import IAMIdentifiers
import Store
import Testing

@Suite struct AuditDigestTableTests {
    private static func entry(
        _ number: Int, of account: AccountID, last: Int, at seconds: Int64 = 0
    ) -> AuditDigestTable.Entry {
        .init(
            account: account, number: number, lastSequence: last, at: .init(seconds: seconds),
            digest: "{\"digestNumber\":\(number)}", publicKey: [1, 2], signature: [3])
    }

    @Test("digests are read in their order")
    func order() async throws {
        try await TableFixture().write { transaction in
            let table = AuditDigestTable(transaction)
            #expect(try table.latest(of: TableFixture.ours) == nil)
            let entries = (1...12).map { Self.entry($0, of: TableFixture.ours, last: 10 * $0) }
            for entry in entries { try table.append(entry) }
            try table.append(Self.entry(1, of: TableFixture.theirs, last: 5))
            #expect(try table.latest(of: TableFixture.ours) == entries[11])
            #expect(
                try table.list(of: TableFixture.ours, after: 8, limit: 3)
                    == Array(entries[8...10]))
        }
    }

    @Test("due are accounts with new records and no digest of late")
    func due() async throws {
        try await TableFixture().write { transaction in
            let (table, heads) = (AuditDigestTable(transaction), AuditHeadTable(transaction))
            func due(before seconds: Int64, after: AccountID? = nil) throws -> [AccountID] {
                try table.due(before: .init(seconds: seconds), after: after, limit: 5)
            }
            #expect(try due(before: 0) == [])
            for account in [TableFixture.ours, TableFixture.theirs] {
                try heads.set(AuditLink(sequence: 7, seal: [1]), of: account)
            }
            #expect(try due(before: 100) == [TableFixture.ours, TableFixture.theirs])
            #expect(try due(before: 100, after: TableFixture.ours) == [TableFixture.theirs])
            // One of all records, and one of some, of the moment 50.
            try table.append(Self.entry(1, of: TableFixture.ours, last: 7, at: 50))
            try table.append(Self.entry(1, of: TableFixture.theirs, last: 6, at: 50))
            #expect(try due(before: 51) == [TableFixture.theirs])
            #expect(try due(before: 50) == [])
        }
    }
}
