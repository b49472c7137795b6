import IAMIdentifiers
import Store
import TestSupport
import Testing

/// What a list says of each user, and what it is sorted by.
@Suite struct UserSummaryTableTests {
    private static let start = TableFixture.start
    private static let (ours, theirs) = (TableFixture.ours, TableFixture.theirs)

    private static func key(
        _ number: Int, of owner: UniqueID, age: Int, _ transaction: any Transaction
    ) throws -> AccessKey {
        let digit = String(number)
        let key = AccessKey(
            account: ours,
            id: try #require(AccessKeyID("AKIA" + String(repeating: "A", count: 15) + digit)),
            owner: owner, createdAt: start - .seconds(age))
        #expect(try AccessKeyTable(transaction).insert(key, sealedSecret: [1]))
        return key
    }

    private static func password(
        of user: UniqueID, age: Int, _ transaction: any Transaction
    ) throws {
        let profile = LoginProfile(
            account: ours, user: user, passwordHash: "hash", isResetRequired: false,
            createdAt: start - .seconds(1_000), changedAt: start - .seconds(age))
        #expect(try LoginProfileTable(transaction, of: ours).insert(profile))
    }

    /// Alice has everything, bob has a newer password and has signed in, carol has nothing.
    private func filled(
        _ body: @escaping @Sendable (UserSummaryTable) throws -> Void
    ) async throws {
        try await TableFixture().write { transaction in
            let users = UserTable(transaction, of: Self.ours)
            let (alice, bob) = (TableFixture.user("alice", 1), TableFixture.user("bob", 2))
            for user in [alice, bob, TableFixture.user("carol", 3)] {
                #expect(try users.insert(user))
            }
            let groups = GroupTable(transaction, of: Self.ours)
            for number in 1...2 {
                let group = TableFixture.group("g\(number)", number)
                #expect(try groups.insert(group))
                try groups.add(user: alice.id, to: group.id, at: Self.start)
                if number == 1 { try groups.add(user: bob.id, to: group.id, at: Self.start) }
            }
            try Self.password(of: alice.id, age: 500, transaction)
            try Self.password(of: bob.id, age: 20, transaction)
            try users.setPasswordLastUsed(of: bob.id, at: Self.start - .seconds(5))
            let oldest = try Self.key(2, of: alice.id, age: 900, transaction)
            try AccessKeyTable(transaction).setStatus(.inactive, of: oldest)
            let active = try Self.key(3, of: alice.id, age: 300, transaction)
            try AccessKeyTable(transaction).setLastUse(
                .init(at: Self.start - .seconds(9), service: "iam", region: "us-east-1"),
                of: active.id)
            let device = MFADevice(
                account: Self.ours, id: TableFixture.id(.mfaDevice, 1), kind: .virtual,
                serialNumber: "arn:aws:iam::\(Self.ours):mfa/phone", createdAt: Self.start,
                assignment: .init(owner: alice.id, enabledAt: Self.start),
                proof: .codes(.init(sealedSeed: [1])))
            #expect(try MFADeviceTable(transaction, of: Self.ours).insert(device))
            try body(UserSummaryTable(transaction, of: Self.ours))
            let others = UserSummaryTable(transaction, of: Self.theirs)
            #expect(
                try others.list(
                    .init(
                        holding: "", by: .name, descending: false, offset: 0,
                        limit: 9)
                ).isEmpty)
        }
    }

    @Test func eachUserHasWhatBelongsToIt() async throws {
        try await filled { table in
            let list = try table.list(
                ListSlice(holding: "", by: .name, descending: false, offset: 0, limit: 9))
            #expect(list.map(\.user.name) == ["alice", "bob", "carol"])
            #expect(list.map(\.groups) == [2, 1, 0])
            #expect(list.map(\.mfaDevices) == [1, 0, 0])
            let start = Self.start
            #expect(
                list.map(\.passwordChangedAt)
                    == [start - .seconds(500), start - .seconds(20), nil])
            // The older key is inactive: it does not count.
            #expect(list.map(\.oldestKeyAt) == [start - .seconds(300), nil, nil])
            #expect(
                list.map(\.lastActiveAt) == [start - .seconds(9), start - .seconds(5), nil])
        }
    }

    @Test(arguments: UserSummaryTable.Order.allCases)
    func theListIsSorted(by order: UserSummaryTable.Order) async throws {
        let expected =
            switch order {
            case .name, .path, .created: ["alice", "bob", "carol"]
            case .passwordLastUsed: ["alice", "carol", "bob"]
            case .groups: ["carol", "bob", "alice"]
            case .mfaDevices: ["bob", "carol", "alice"]
            case .passwordAge: ["carol", "bob", "alice"]
            case .keyAge: ["bob", "carol", "alice"]
            case .lastActive: ["carol", "alice", "bob"]
            }
        try await filled { table in
            let ascending = try table.list(
                ListSlice(holding: "", by: order, descending: false, offset: 0, limit: 9))
            #expect(ascending.map(\.user.name) == expected)
            let descending = try table.list(
                ListSlice(holding: "", by: order, descending: true, offset: 1, limit: 1))
            #expect(descending.map(\.user.name) == [expected[1]])
        }
    }
}
