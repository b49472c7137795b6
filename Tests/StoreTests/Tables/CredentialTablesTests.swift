import IAMIdentifiers
import Store
import TestSupport
import Testing

/// The tables of what proves who someone is, and of how often it was tried.
@Suite struct CredentialTablesTests {
    private static let (ours, theirs) = (TableFixture.ours, TableFixture.theirs)
    private static let (alice, bob) = (TableFixture.id(.user, 1), TableFixture.id(.user, 2))
    private static let start = TableFixture.start

    private static func key(_ letter: String, of owner: UniqueID) throws -> AccessKey {
        AccessKey(
            account: ours,
            id: try #require(AccessKeyID("AKIA" + String(repeating: letter, count: 16))),
            owner: owner, createdAt: start)
    }

    @Test("access keys are unique everywhere, and listed by owner in the order of their IDs")
    func accessKeys() async throws {
        try await TableFixture().write { transaction in
            let table = AccessKeyTable(transaction)
            for letter in ["C", "A", "B"] {
                #expect(
                    try table.insert(Self.key(letter, of: Self.alice), sealedSecret: [1, 2, 3]))
            }
            let taken = try Self.key("A", of: Self.bob)
            #expect(try !table.insert(taken, sealedSecret: [9]))
            let ids = try ["A", "B", "C"].map { try Self.key($0, of: Self.alice).id }
            #expect(
                try table.list(ownedBy: Self.alice, in: Self.ours, limit: 9).map(\.id) == ids)
            #expect(
                try table.list(
                    ownedBy: Self.alice, in: Self.ours, after: ids[0].description, limit: 1
                ).map(\.id) == [ids[1]])
            #expect(try table.count(ownedBy: Self.alice, in: Self.ours) == 3)
            #expect(try table.count(ownedBy: Self.alice, in: Self.theirs) == 0)
            #expect(try table.findWithSecret(ids[0])?.sealedSecret == [1, 2, 3])
            #expect(try table.findWithSecret(ids[0])?.key.owner == Self.alice)
            let key = try Self.key("A", of: Self.alice)
            try table.setStatus(.inactive, of: key)
            #expect(try table.find(key.id)?.status == .inactive)
            try table.delete(key)
            #expect(try table.find(key.id) == nil)
        }
    }

    @Test("the last use of a key is the latest, in whichever order uses arrive")
    func lastUse() async throws {
        try await TableFixture().write { transaction in
            let table = AccessKeyTable(transaction)
            let key = try Self.key("A", of: Self.alice)
            _ = try table.insert(key, sealedSecret: [])
            for (seconds, service) in [(5, "iam"), (9, "sts"), (7, "iam")] {
                try table.setLastUse(
                    .init(
                        at: Self.start + .seconds(seconds), service: service, region: "us-east-1"),
                    of: key.id)
            }
            let use = try table.find(key.id)?.lastUse
            #expect(use?.at == Self.start + .seconds(9) && use?.service == "sts")
        }
    }

    @Test("a user has one login profile")
    func loginProfiles() async throws {
        try await TableFixture().write { transaction in
            _ = try UserTable(transaction, of: Self.ours).insert(TableFixture.user("alice"))
            let table = LoginProfileTable(transaction, of: Self.ours)
            var profile = LoginProfile(
                account: Self.ours, user: Self.alice, passwordHash: "first", isResetRequired: true,
                createdAt: Self.start, changedAt: Self.start)
            #expect(try table.insert(profile))
            #expect(try !table.insert(profile))
            profile.passwordHash = "second"
            profile.isResetRequired = false
            profile.changedAt = Self.start + .seconds(1)
            try table.update(profile)
            #expect(try table.find(Self.alice) == profile)
            #expect(try LoginProfileTable(transaction, of: Self.theirs).find(Self.alice) == nil)
            try table.delete(Self.alice)
            #expect(try table.find(Self.alice) == nil)
        }
    }

    @Test("the latest passwords are remembered, up to the limit, and go with the user")
    func passwordHistory() async throws {
        try await TableFixture().write { transaction in
            let users = UserTable(transaction, of: Self.ours)
            _ = try users.insert(TableFixture.user("alice", 1))
            _ = try users.insert(TableFixture.user("bob", 2))
            let table = PasswordHistoryTable(transaction, of: Self.ours)
            let count = PasswordHistoryTable.kept + 3
            for number in 1...count { try table.append("\(number)", of: Self.alice) }
            try table.append("bob's", of: Self.bob)
            #expect(try table.latest(2, of: Self.alice) == ["\(count)", "\(count - 1)"])
            let all = try table.latest(100, of: Self.alice)
            #expect(all.count == PasswordHistoryTable.kept && all.last == "4")
            #expect(try table.latest(0, of: Self.alice).isEmpty)
            try users.delete(Self.alice)
            #expect(try table.latest(100, of: Self.alice).isEmpty)
            #expect(try table.latest(100, of: Self.bob) == ["bob's"])
        }
    }

    @Test("sessions come the newest first and end one by one, by age, or together")
    func webSessions() async throws {
        try await TableFixture().write { transaction in
            let table = WebSessionTable(transaction)
            for (hash, age) in [("b", 10), ("a", 10), ("new", 0), ("old", 2_000)] {
                try table.insert(TableFixture.session(hash, of: Self.alice, age: age))
            }
            try table.insert(TableFixture.session("bob", of: Self.bob))
            try table.insert(TableFixture.session("other", of: Self.alice, in: Self.theirs))
            func hashes() throws -> [String] {
                try table.list(of: Self.alice, in: Self.ours).map(\.tokenHash)
            }
            #expect(try hashes() == ["new", "a", "b", "old"])
            try table.deleteExpired(in: Self.ours, at: Self.start)
            #expect(try hashes() == ["new", "a", "b"])
            try table.setLastSeen(Self.start + .seconds(3), of: "a")
            #expect(try table.find("a")?.lastSeenAt == Self.start + .seconds(3))
            try table.insert(TableFixture.session("brought", of: Self.alice, isOwn: false))
            try table.keepNewest(2, .signedIn, of: Self.alice, in: Self.ours)
            #expect(try hashes() == ["new", "a"])
            #expect(try table.find("brought")?.ownGrant == TableFixture.grant)
            let other = WebSessionTable.Beginning.broughtBy(AccessKeyID("ASIAOTHEROTHEROTHER0")!)
            try table.keepNewest(0, other, of: Self.alice, in: Self.ours)
            #expect(try table.find("brought") != nil)
            let same = WebSessionTable.Beginning.broughtBy(TableFixture.grant.id)
            try table.keepNewest(1, same, of: Self.alice, in: Self.ours)
            #expect(try table.find("brought") != nil)
            try table.keepNewest(0, same, of: Self.alice, in: Self.ours)
            #expect(try table.find("brought") == nil)
            try table.insert(TableFixture.session("brought", of: Self.alice, isOwn: false))
            try table.keepNewest(0, .brought, of: Self.alice, in: Self.ours)
            #expect(try hashes() == ["new", "a"])
            #expect(try table.find("brought") == nil)
            try table.delete("new")
            try table.insert(TableFixture.session("kept", of: Self.alice))
            try table.deleteAll(of: Self.alice, in: Self.ours, keeping: "kept")
            #expect(try hashes() == ["kept"])
            try table.deleteAll(of: Self.alice, in: Self.ours)
            #expect(try hashes().isEmpty)
            #expect(try table.find("bob") == TableFixture.session("bob", of: Self.bob))
            try table.deleteAll(in: Self.ours)
            #expect(try table.find("bob") == nil)
            #expect(try table.find("other") != nil)
        }
    }

    @Test("of the places of a principal the latest are remembered")
    func signInPlaces() async throws {
        try await TableFixture().write { transaction in
            let table = SignInPlaceTable(transaction)
            func contains(_ place: Int) throws -> Bool {
                try table.contains("\(place)", of: Self.alice, in: Self.ours)
            }
            for place in 1...SignInPlaceTable.kept {
                try table.note("\(place)", of: Self.alice, in: Self.ours)
            }
            try table.note("1", of: Self.alice, in: Self.ours)
            #expect(try contains(2))
            try table.note("new", of: Self.alice, in: Self.ours)
            #expect(try contains(1) && !contains(2) && contains(3))
            #expect(try !table.contains("1", of: Self.bob, in: Self.ours))
            #expect(try !table.contains("1", of: Self.alice, in: Self.theirs))
            try table.deleteAll(of: Self.alice, in: Self.ours)
            #expect(try !contains(1))
        }
    }

    @Test("attempts are kept by kind and name, and forgotten by age and by number")
    func passwordAttempts() async throws {
        try await TableFixture().write { transaction in
            let table = PasswordAttemptTable(transaction)
            #expect(try table.newestMicroseconds() == nil)
            func entry(_ kind: String, _ name: String, _ last: Int) -> PasswordAttemptTable.Entry {
                .init(kind: kind, name: name, attempts: last, lastMicroseconds: last)
            }
            for number in 1...4 { try table.set(entry("pair", "\(number)", number)) }
            try table.set(entry("address", "1", 9))
            try table.set(entry("pair", "1", 5))
            #expect(try table.newestMicroseconds() == 9)
            #expect(
                try table.all() == [
                    entry("address", "1", 9), entry("pair", "1", 5), entry("pair", "2", 2),
                    entry("pair", "3", 3), entry("pair", "4", 4),
                ])
            try table.delete(kind: "pair", until: 2)
            try table.set(entry("pair", "?7", 99))
            try table.keepMostTried(2, kind: "pair")
            #expect(try table.all().map(\.name) == ["1", "1", "4"])
            #expect(try table.find(kind: "pair", name: "4") == entry("pair", "4", 4))
            #expect(try table.find(kind: "address", name: "4") == nil)
            try table.delete(kind: "pair", name: "1")
            #expect(try table.all().map(\.name) == ["1", "4"])
        }
    }

    @Test("the failures without a record are counted for each account")
    func unrecordedSignIns() async throws {
        try await TableFixture().write { transaction in
            let table = UnrecordedSignInTable(transaction)
            try table.set(0, of: Self.theirs)
            try table.set(3, of: Self.ours)
            try table.set(5, of: Self.ours)
            #expect(try table.all() == [Self.ours: 5])
            try table.set(0, of: Self.ours)
            #expect(try table.all().isEmpty)
        }
    }
}
