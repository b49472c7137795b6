import IAMIdentifiers
import Store
import TestSupport
import Testing

/// Changes of e-mail addresses and transfers that wait, and what is left of an erased account.
@Suite struct AccountLifeTablesTests {
    private static let (ours, theirs) = (TableFixture.ours, TableFixture.theirs)
    private static let start = TableFixture.start

    @Test("an account has one change of its address, which is read back as it was written")
    func emailChanges() async throws {
        try await TableFixture().write { transaction in
            let table = EmailChangeTable(transaction)
            #expect(try table.find(Self.ours) == nil)
            var change = EmailChange(
                account: Self.ours, newEmail: "a@example.com", presentCode: "p", newCode: "n",
                endsAt: Self.start)
            try table.set(change)
            #expect(try table.find(Self.ours) == change)
            change.presentCode = nil
            change.failedAttempts = 3
            try table.set(change)
            #expect(try table.find(Self.ours) == change)
            #expect(try table.find(Self.theirs) == nil)
            try table.delete(Self.theirs)
            #expect(try table.find(Self.ours) != nil)
            try table.delete(Self.ours)
            #expect(try table.find(Self.ours) == nil)
        }
    }

    @Test("an account is offered to one owner at most")
    func transfers() async throws {
        try await TableFixture().write { transaction in
            let table = OwnershipTransferTable(transaction)
            func transfer(_ email: String) -> OwnershipTransfer {
                OwnershipTransfer(
                    account: Self.ours, newEmail: email, language: "ko", startedAt: Self.start,
                    endsAt: Self.start + .seconds(5))
            }
            try table.set(transfer("a@example.com"))
            try table.set(transfer("b@example.com"))
            #expect(try table.find(Self.ours) == transfer("b@example.com"))
            #expect(try table.find(Self.theirs) == nil)
            try table.delete(Self.ours)
            #expect(try table.find(Self.ours) == nil)
        }
    }

    @Test("closed accounts are found by their day, once, and nothing is left in an erased row")
    func erasing() async throws {
        try await TableFixture().write { transaction in
            let table = AccountTable(transaction)
            let email = try #require(try table.find(Self.ours)).email
            try table.setLanguage("ko", of: Self.ours)
            try table.setTransferred(Self.ours, at: Self.start)
            try table.setStatus(.closed, of: Self.ours, at: Self.start + .seconds(5))
            #expect(try table.closed(until: Self.start + .seconds(4), limit: 9).isEmpty)
            let closed = try table.closed(until: Self.start + .seconds(5), limit: 9)
            #expect(closed.map(\.id) == [Self.ours])
            #expect(closed[0].language == "ko" && closed[0].transferredAt == Self.start)
            let later = Self.start + .seconds(6)
            #expect(try !table.erase(Self.ours, at: later))
            #expect(try !table.beginErasing(Self.ours, closedUntil: Self.start, at: later))
            #expect(try table.beginErasing(Self.ours, closedUntil: later, at: later))
            #expect(try table.find(Self.ours)?.erasingAt == later)
            #expect(try table.erase(Self.ours, at: later))
            #expect(try !table.erase(Self.ours, at: later))
            #expect(try !table.beginErasing(Self.ours, closedUntil: later, at: later))
            #expect(try table.closed(until: Self.start + .seconds(9), limit: 9).isEmpty)
            #expect(try table.find(email: email) == nil && table.find(email: "") == nil)
            let erased = try #require(try table.find(Self.ours))
            #expect(erased.erasedAt == Self.start + .seconds(6) && erased.passwordHash == "")
        }
    }
}
