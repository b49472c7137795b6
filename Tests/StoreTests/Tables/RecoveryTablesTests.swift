import IAMIdentifiers
import Store
import TestSupport
import Testing

/// Mail, the tokens of its links, and waiting periods.
@Suite struct RecoveryTablesTests {
    private static let (ours, theirs) = (TableFixture.ours, TableFixture.theirs)
    private static let start = TableFixture.start

    private static func mail(_ id: Int, in account: AccountID = ours, at seconds: Int) -> QueuedMail
    {
        QueuedMail(
            account: account, id: id, recipient: "a@example.com", sender: "gatehouse@localhost",
            subject: "Subject \(id)", sealedText: [1], sealedHTML: [2], language: "ko",
            createdAt: start + .seconds(seconds))
    }

    @Test("mail is read back as it was written, the newest of all accounts first")
    func mail() async throws {
        try await TableFixture().write { transaction in
            let table = MailTable(transaction)
            let mail = [
                Self.mail(1, at: 0), Self.mail(1, in: Self.theirs, at: 1), Self.mail(2, at: 2),
                Self.mail(3, at: 2),
            ]
            for message in mail { try table.append(message) }
            #expect(try table.newest(10) == mail.reversed())
            #expect(try table.newest(2) == [mail[3], mail[2]])
            #expect(try table.nextID(in: Self.ours) == 4)
            #expect(try table.nextID(in: Self.theirs) == 2)
            try table.keepNewest(3)
            #expect(try table.newest(10) == [mail[3], mail[2], mail[1]])
            try table.keepNewest(3)
            #expect(try table.newest(10).count == 3)
        }
    }

    @Test("how mail is sent is one row, or none")
    func sender() async throws {
        try await TableFixture().write { transaction in
            let table = MailSenderTable(transaction)
            #expect(try table.find() == nil)
            for address in ["a@example.com", "b@example.com"] {
                let sender = MailSender(address: address, linkOrigin: "https://id.example.com")
                try table.set(sender)
                #expect(try table.find() == sender)
            }
            try table.set(nil)
            #expect(try table.find() == nil)
        }
    }

    @Test("an account has one token for each purpose, and a token is for one purpose until its end")
    func tokens() async throws {
        try await TableFixture().write { transaction in
            let table = MailTokenTable(transaction)
            let end = Self.start + .seconds(10)
            try table.set("one", for: "a", until: end, of: Self.ours)
            try table.set("other", for: "b", until: end, of: Self.ours)
            try table.set("theirs", for: "a", until: end, of: Self.theirs)
            #expect(try table.account(of: "one", for: "a", at: Self.start) == Self.ours)
            #expect(try table.account(of: "theirs", for: "a", at: Self.start) == Self.theirs)
            #expect(try table.account(of: "one", for: "b", at: Self.start) == nil)
            #expect(try table.account(of: "one", for: "a", at: end) == nil)
            try table.set("two", for: "a", until: end, of: Self.ours)
            #expect(try table.account(of: "one", for: "a", at: Self.start) == nil)
            #expect(try table.account(of: "two", for: "a", at: Self.start) == Self.ours)
            try table.delete(for: "a", of: Self.ours)
            #expect(try table.account(of: "two", for: "a", at: Self.start) == nil)
            #expect(try table.account(of: "other", for: "b", at: Self.start) == Self.ours)
            #expect(try table.account(of: "theirs", for: "a", at: Self.start) == Self.theirs)
        }
    }

    @Test("an account has one waiting period at most")
    func recoveries() async throws {
        try await TableFixture().write { transaction in
            let table = MFARecoveryTable(transaction)
            func recovery(_ seconds: Int, _ account: AccountID = Self.ours) -> MFARecovery {
                MFARecovery(
                    account: account, startedAt: Self.start + .seconds(seconds),
                    endsAt: Self.start + .seconds(seconds + 9), sourceAddress: "192.0.2.1",
                    userAgent: "browser", language: "en")
            }
            #expect(try table.find(Self.ours) == nil)
            try table.set(recovery(1))
            try table.set(recovery(2))
            try table.set(recovery(3, Self.theirs))
            #expect(try table.find(Self.ours) == recovery(2))
            try table.delete(Self.ours)
            #expect(try table.find(Self.ours) == nil)
            #expect(try table.find(Self.theirs) == recovery(3, Self.theirs))
        }
    }
}
