import IAMIdentifiers
import Store
import TestSupport
import Testing

/// Whom the trust policies of an account's roles name.
@Suite struct TrustedPrincipalTableTests {
    private static let ours = TableFixture.ours
    private static let theirs = TableFixture.theirs
    private static let role = TableFixture.id(.role, 1)

    private static func named(
        _ name: String, _ kind: UniqueID.Kind, _ number: Int, of account: AccountID = ours
    ) -> TrustedPrincipal {
        TrustedPrincipal(
            writtenName: name, account: account, id: TableFixture.id(kind, number))
    }

    /// What is known of the principals that the role names: as what each was written, and its ARN
    /// now.
    private static func known(_ transaction: any Transaction) throws -> [String: String] {
        let known = try TrustedPrincipalTable(transaction, of: ours).list(of: [role])
        return [String: String](
            known[role, default: []].map {
                ($0.principal.writtenName, $0.arn?.description ?? "gone")
            }, uniquingKeysWith: { first, _ in first })
    }

    /// A store with the user alice, and two roles of which the first is to name principals.
    private static func fixture() async throws -> TableFixture {
        let fixture = try await TableFixture()
        try await fixture.write { transaction in
            _ = try UserTable(transaction, of: ours).insert(TableFixture.user("alice"))
            _ = try RoleTable(transaction, of: ours).insert(TableFixture.role("first"))
            _ = try RoleTable(transaction, of: ours).insert(
                TableFixture.role("second", 2, path: "/team/"))
        }
        return fixture
    }

    @Test("a principal has the ARN of today, and none when it is gone")
    func names() async throws {
        try await Self.fixture().write { transaction in
            try TrustedPrincipalTable(transaction, of: Self.ours).put(
                [Self.named("a", .user, 1), Self.named("b", .role, 2), Self.named("c", .user, 9)],
                of: Self.role)
            #expect(
                try Self.known(transaction) == [
                    "a": "arn:aws:iam::111111111111:user/alice",
                    "b": "arn:aws:iam::111111111111:role/team/second", "c": "gone",
                ])
            _ = try UserTable(transaction, of: Self.ours).update(
                TableFixture.user("alicia", path: "/team/"))
            try RoleTable(transaction, of: Self.ours).delete(TableFixture.id(.role, 2))
            #expect(
                try Self.known(transaction) == [
                    "a": "arn:aws:iam::111111111111:user/team/alicia", "b": "gone", "c": "gone",
                ])
        }
    }

    @Test("a principal of the same ID in another account is another one")
    func accounts() async throws {
        try await Self.fixture().write { transaction in
            try TrustedPrincipalTable(transaction, of: Self.ours).put(
                [Self.named("a", .user, 1, of: Self.theirs)], of: Self.role)
            #expect(try Self.known(transaction) == ["a": "gone"])
        }
    }

    @Test("a new policy's principals replace those of the old one, and a role takes its own along")
    func replacement() async throws {
        try await Self.fixture().write { transaction in
            let table = TrustedPrincipalTable(transaction, of: Self.ours)
            try table.put([Self.named("a", .user, 1)], of: Self.role)
            try table.put([Self.named("b", .user, 1)], of: Self.role)
            #expect(try Self.known(transaction).keys.sorted() == ["b"])
            try RoleTable(transaction, of: Self.ours).delete(Self.role)
            #expect(try Self.known(transaction).isEmpty)
        }
    }

    @Test("the account of a unique ID is found, whoever has it")
    func byID() async throws {
        try await Self.fixture().write { transaction in
            let accounts = try [(UniqueID.Kind.user, 1), (.role, 2), (.user, 2)].map {
                try TrustedPrincipalTable.account(of: TableFixture.id($0, $1), in: transaction)
            }
            #expect(accounts == [Self.ours, Self.ours, nil])
        }
    }
}
