import IAMIdentifiers
import Store
import TestSupport
import Testing

/// The tables of what belongs to an entity by its unique ID: policies, tags and memberships.
@Suite struct PolicyTablesTests {
    private static let ours = TableFixture.ours
    private static let (alice, bob) = (TableFixture.id(.user, 1), TableFixture.id(.user, 2))

    @Test("inline policies are told apart without case, by owner, and put again in place")
    func inlinePolicies() async throws {
        try await TableFixture().write { transaction in
            let table = InlinePolicyTable(transaction, of: Self.ours)
            for name in ["b", "A", "c"] {
                try table.put(.init(name: name, document: "{\"é\":\"\(name)\"}"), in: Self.alice)
            }
            try table.put(.init(name: "a", document: "{}"), in: Self.bob)
            try table.put(.init(name: "B", document: "new"), in: Self.alice)
            #expect(try table.list(of: Self.alice).map(\.name) == ["A", "B", "c"])
            #expect(try table.list(of: Self.alice, after: "a", limit: 1).map(\.name) == ["B"])
            #expect(try table.list(of: Self.alice, after: "c").isEmpty)
            #expect(try table.find(named: "b", of: Self.alice)?.document == "new")
            #expect(try table.find(named: "c", of: Self.alice)?.document == "{\"é\":\"c\"}")
            try table.delete(named: "C", from: Self.alice)
            #expect(try table.find(named: "c", of: Self.alice) == nil)
            #expect(try table.list(of: Self.bob).map(\.name) == ["a"])
            let other = InlinePolicyTable(transaction, of: TableFixture.theirs)
            #expect(try other.list(of: Self.alice).isEmpty)
        }
    }

    @Test("a managed policy has numbered versions, which go with it")
    func versions() async throws {
        try await TableFixture().write { transaction in
            let table = ManagedPolicyTable(transaction, of: Self.ours)
            var policy = TableFixture.policy("Readers")
            _ = try table.insert(policy)
            for number in [1, 3, 2] {
                try table.insert(
                    .init(number: number, document: "v\(number)", createdAt: TableFixture.start),
                    of: policy.id)
            }
            #expect(try table.versions(of: policy.id).map(\.number) == [3, 2, 1])
            #expect(try table.version(2, of: policy.id)?.document == "v2")
            try table.deleteVersion(2, of: policy.id)
            #expect(try table.version(2, of: policy.id) == nil)
            #expect(try table.countOfVersions() == 2)
            policy.defaultVersion = 3
            policy.latestVersion = 7
            policy.updatedAt = TableFixture.start + .seconds(1)
            try table.update(policy)
            #expect(try table.find(named: "readers") == policy)
            try table.delete(policy.id)
            #expect(try table.countOfVersions() == 0)
        }
    }

    @Test("attachments keep their order and happen once")
    func attachments() async throws {
        try await TableFixture().write { transaction in
            let table = PolicyAttachmentTable(transaction, of: Self.ours)
            let start = TableFixture.start
            for (seconds, arn) in ["z", "a", "m"].enumerated() {
                try table.attach(arn, to: Self.alice, at: start + .seconds(seconds))
            }
            try table.attach("z", to: Self.alice, at: start + .seconds(9))
            try table.attach("z", to: Self.bob, at: start)
            #expect(try table.arns(of: Self.alice) == ["z", "a", "m"])
            #expect(try table.count(of: Self.alice) == 3)
            #expect(try table.detach("z", from: Self.alice))
            #expect(try !table.detach("z", from: Self.alice))
            #expect(try table.arns(of: Self.alice) == ["a", "m"])
            #expect(try table.arns(of: Self.bob) == ["z"])
            let other = PolicyAttachmentTable(transaction, of: TableFixture.theirs)
            #expect(try other.count(of: Self.alice) == 0)
        }
    }

    @Test("an identity has one boundary, the latest")
    func boundaries() async throws {
        try await TableFixture().write { transaction in
            let table = PermissionsBoundaryTable(transaction, of: Self.ours)
            #expect(try table.find(Self.alice) == nil)
            try table.put("first", on: Self.alice)
            try table.put("second", on: Self.alice)
            try table.put("first", on: Self.bob)
            #expect(try table.find(Self.alice) == "second")
            try table.delete(Self.alice)
            try table.delete(Self.alice)
            #expect(try table.find(Self.alice) == nil)
            #expect(try table.find(Self.bob) == "first")
            let other = PermissionsBoundaryTable(transaction, of: TableFixture.theirs)
            #expect(try other.find(Self.bob) == nil)
        }
    }

    @Test("who uses a policy is counted by use and listed by kind, path and page")
    func uses() async throws {
        try await TableFixture().write { transaction in
            let attachments = PolicyAttachmentTable(transaction, of: Self.ours)
            let boundaries = PermissionsBoundaryTable(transaction, of: Self.ours)
            for (number, name) in ["Zoe", "adam"].enumerated() {
                let user = TableFixture.user(name, number, path: "/u/")
                _ = try UserTable(transaction, of: Self.ours).insert(user)
                try attachments.attach("p", to: user.id, at: TableFixture.start)
                try boundaries.put(number == 0 ? "p" : "q", on: user.id)
            }
            let group = TableFixture.group("zebras")
            _ = try GroupTable(transaction, of: Self.ours).insert(group)
            try attachments.attach("p", to: group.id, at: TableFixture.start)

            let table = PolicyUseTable(transaction, of: Self.ours)
            let counts = try table.counts(of: "p")
            #expect(counts.attachments == 3 && counts.boundaries == 1)
            let all = try table.counts(of: ["p", "q"])
            #expect(all["p"] == counts && all.count == 2)
            #expect(all["q"]?.attachments == 0 && all["q"]?.boundaries == 1)
            #expect(try table.counts(of: "none") == PolicyUseTable.Counts())
            let some = try table.counts(of: ["p", "none"])
            #expect(some.count == 1 && some["p"] == counts)
            #expect(try table.arns(beginningWith: "p", usedAs: .permissions) == ["p"])
            #expect(try table.arns(beginningWith: "", usedAs: .boundary) == ["p", "q"])
            #expect(try table.arns(beginningWith: "q", usedAs: .boundary) == ["q"])
            #expect(try table.arns(beginningWith: "r", usedAs: .boundary).isEmpty)
            func names(
                _ uses: Set<PolicyUseTable.Use> = [.permissions],
                _ kinds: Set<UniqueID.Kind> = [.user, .group], prefix: String = "/",
                after: String = "", limit: Int = 9
            ) throws -> [String] {
                try table.users(
                    of: "p", as: uses, kinds: kinds, pathPrefix: prefix, after: after, limit: limit
                ).map(\.name)
            }
            #expect(try names() == ["zebras", "adam", "Zoe"])
            #expect(try names([.boundary]) == ["Zoe"])
            #expect(try names([.permissions, .boundary], [.user]) == ["adam", "Zoe"])
            #expect(try names([]).isEmpty)
            #expect(try names([.permissions], []).isEmpty)
            #expect(try names(prefix: "/u/") == ["adam", "Zoe"])
            #expect(try names(limit: 1) == ["zebras"])
            #expect(try names(after: "1 zebras", limit: 1) == ["adam"])
            #expect(try names(after: "2 zoe").isEmpty)
            let other = PolicyUseTable(transaction, of: TableFixture.theirs)
            #expect(try other.counts(of: ["p", "q"]).isEmpty)
            #expect(try other.arns(beginningWith: "", usedAs: .permissions).isEmpty)
        }
    }

    struct TagOwner: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var id: UniqueID
        var keys: [String]
    }

    static let tagOwners = [
        TagOwner(
            testDescription: "a user's tag keys are told apart without case",
            id: TableFixture.id(.user, 1), keys: ["B", "C"]),
        TagOwner(
            testDescription: "a managed policy's with case",
            id: TableFixture.id(.managedPolicy, 1), keys: ["B", "C", "b"]),
    ]

    @Test(arguments: tagOwners) func tags(_ owner: TagOwner) async throws {
        try await TableFixture().write { transaction in
            let table = TagTable(transaction, of: Self.ours)
            for key in ["b", "C", "B"] { try table.set(Tag(key: key, value: key), on: owner.id) }
            try table.set(Tag(key: "other", value: ""), on: Self.bob)
            let found = try table.list(of: owner.id)
            #expect(found.map(\.key) == owner.keys)
            #expect(found.map(\.value) == owner.keys)
            #expect(try table.count(of: owner.id) == owner.keys.count)
            #expect(try table.list(of: owner.id, limit: 1).map(\.key) == [owner.keys[0]])
            try table.remove(key: "C", from: owner.id)
            try table.remove(key: "absent", from: owner.id)
            #expect(try table.count(of: owner.id) == owner.keys.count - 1)
            try table.removeAll(from: owner.id)
            #expect(try table.list(of: owner.id).isEmpty)
            #expect(try table.count(of: Self.bob) == 1)
        }
    }

    @Test("membership is listed from both sides, page by page")
    func members() async throws {
        try await TableFixture().write { transaction in
            let users = UserTable(transaction, of: Self.ours)
            let groups = GroupTable(transaction, of: Self.ours)
            for (number, name) in ["Zoe", "adam", "Bob"].enumerated() {
                _ = try users.insert(TableFixture.user(name, number))
                _ = try groups.insert(TableFixture.group("of" + name, number))
                try groups.add(
                    user: TableFixture.id(.user, number), to: TableFixture.id(.group, 0),
                    at: TableFixture.start)
                try groups.add(
                    user: TableFixture.id(.user, 0), to: TableFixture.id(.group, number),
                    at: TableFixture.start)
            }
            let (user, group) = (TableFixture.id(.user, 0), TableFixture.id(.group, 0))
            func members(_ after: String, _ limit: Int) throws -> [String] {
                try groups.members(of: group, after: after, limit: limit).map(\.name)
            }
            #expect(try members("", 9) == ["adam", "Bob", "Zoe"])
            #expect(try members("adam", 1) == ["Bob"])
            #expect(
                try groups.groups(of: user, after: "ofadam", limit: 9).map(\.name)
                    == ["ofBob", "ofZoe"])
            #expect(try groups.contains(user: user, in: group))
            for _ in 0..<2 {
                try groups.remove(user: user, from: group)
                #expect(try !groups.contains(user: user, in: group))
            }
            #expect(try members("", 9) == ["adam", "Bob"])
        }
    }
}
