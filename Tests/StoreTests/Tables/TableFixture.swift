import IAMIdentifiers
import Store
import TestSupport

/// A store of the tests' engine in which two accounts are, and nothing else: to test tables on.
struct TableFixture: Sendable {
    static let ours = AccountID("111111111111")!  // twelve digits
    static let theirs = AccountID("222222222222")!  // twelve digits
    static let start = Timestamp(seconds: 1_790_000_000)

    let database: any Database

    /// - Parameter engine: nil for the one that the environment names.
    init(on engine: TestEngine? = nil) async throws {
        database = try await TestEngine.database(of: engine)
        try await database.write { transaction in
            for account in [Self.ours, Self.theirs] {
                _ = try AccountTable(transaction).insert(Self.account(account))
            }
        }
    }

    /// Runs one test in one transaction.
    func write(_ body: @escaping @Sendable (any Transaction) throws -> Void) async throws {
        try await database.write { try body($0) }
    }

    /// What a write throws; nil when it throws nothing.
    func error(
        _ body: @escaping @Sendable (any Transaction) throws -> Void
    ) async throws -> StoreError? {
        do {
            try await write(body)
            return nil
        } catch let error as StoreError {
            return error
        }
    }

    static func id(_ kind: UniqueID.Kind, _ number: Int) -> UniqueID {
        let digits = String(number)
        return UniqueID(
            stored: kind.rawValue + String(repeating: "A", count: 17 - digits.count) + digits)
    }

    static func account(_ id: AccountID, email: String? = nil) -> Account {
        Account(
            id: id, name: "Account", email: email ?? "root@\(id).example", passwordHash: "hash",
            passwordChangedAt: start, createdAt: start)
    }

    static func user(_ name: String, _ number: Int = 1, path: String = "/") -> User {
        User(
            account: ours, id: id(.user, number), name: name, path: EntityPath(stored: path),
            createdAt: start)
    }

    static func group(_ name: String, _ number: Int = 1, path: String = "/") -> Group {
        Group(
            account: ours, id: id(.group, number), name: name, path: EntityPath(stored: path),
            createdAt: start)
    }

    static func role(_ name: String, _ number: Int = 1, path: String = "/") -> Role {
        Role(
            account: ours, id: id(.role, number), name: name, path: EntityPath(stored: path),
            trustPolicy: "{}", createdAt: start)
    }

    static func instanceProfile(
        _ name: String, _ number: Int = 1, path: String = "/", role: UniqueID? = nil
    ) -> InstanceProfile {
        InstanceProfile(
            account: ours, id: id(.instanceProfile, number), name: name,
            path: EntityPath(stored: path), createdAt: start, role: role)
    }

    static func policy(_ name: String, _ number: Int = 1, path: String = "/") -> ManagedPolicy {
        ManagedPolicy(
            account: ours, id: id(.managedPolicy, number), name: name,
            path: EntityPath(stored: path), description: nil, defaultVersion: 1, latestVersion: 1,
            createdAt: start, updatedAt: start)
    }

    static func session(
        _ hash: String, of principal: UniqueID, age: Int = 0, in account: AccountID = ours,
        isOwn: Bool = true
    ) -> WebSession {
        WebSession(
            account: account, tokenHash: hash, principal: principal,
            createdAt: start - .seconds(age), lastSeenAt: start - .seconds(age),
            expiresAt: start + .seconds(1_000 - age), sourceAddress: "192.0.2.1",
            userAgent: "browser", ownGrant: isOwn ? nil : grant)
    }

    static let grant = WebSession.SealedGrant(
        id: AccessKeyID("ASIAIOSFODNN7EXAMPLE")!, sealed: [1, 2, 3])

    static func event(_ id: String, at seconds: Int = 0) -> AuditEventTable.Event {
        AuditEventTable.Event(
            account: ours, id: id, at: start + .seconds(seconds), name: "CreateUser", record: "{}")
    }
}
