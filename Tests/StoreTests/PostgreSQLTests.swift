import Foundation
import IAMIdentifiers
import Store
import Synchronization
import TestSupport
import Testing

@testable import StorePostgreSQL

/// What several servers on one database need, beside what every engine does.
@Suite struct PostgreSQLTests {
    private static let alice = AccountID("111111111111")!  // twelve digits
    private static let bob = AccountID("222222222222")!  // twelve digits

    private final class Note: SnapshotPart {
        var text = ""
    }

    /// What is remembered of an account, in which a text is left for the next time.
    private func remembered(
        of account: AccountID, _ database: any Database
    ) async throws -> String? {
        try await database.lookUp(for: account) { transaction in
            let note = transaction.memory(of: account)?.part(Note.self)
            defer { note?.text = "read" }
            return note?.text
        }
    }

    @Test("what was read is remembered until the account changes, by whichever server")
    func memory() async throws {
        let directory = try TemporaryDirectory()
        let one = try await TestEngine.postgreSQL.database(in: directory)
        let other = try await TestEngine.postgreSQL.database(in: directory, isServer: false)
        for database in [one, other] {
            #expect(try await remembered(of: Self.alice, database) == "")
            #expect(try await remembered(of: Self.bob, database) == "")
        }
        for number in 1...20 {
            try await (number.isMultiple(of: 2) ? one : other).write { transaction in
                try transaction.recordChange(of: Self.alice, at: .init(seconds: 0), what: "Test")
            }
            for database in [one, other] {
                #expect(try await remembered(of: Self.alice, database) == "")
                #expect(try await remembered(of: Self.alice, database) == "read")
                #expect(try await remembered(of: Self.bob, database) == "read")
            }
        }
    }

    @Test("all servers have the database's clock")
    func clock() async throws {
        let database = try await TestEngine.postgreSQL.database()
        let clock = try #require(database.sharedClock)
        let before = Date()
        let moment = try await database.lookUp { try clock.moment(in: $0) }
        let now = Date(timeIntervalSince1970: moment / .seconds(1))
        #expect((before...Date()).contains(now))
    }

    @Test("of an account that was not asked for nothing is remembered")
    func memoryOfOthers() async throws {
        let database = try await TestEngine.postgreSQL.database()
        #expect(try await database.lookUp(for: Self.alice) { $0.memory(of: Self.bob) == nil })
        #expect(try await database.lookUp { $0.memory(of: Self.bob) == nil })
        #expect(try await database.write(for: Self.bob) { $0.memory(of: Self.bob) == nil })
    }

    @Test("a write whose connection is lost before it commits is made once more, and once")
    func lostConnection() async throws {
        let database = try await TestEngine.postgreSQL.database(
            migrations: StoreConformance.migrations)
        // So that the connection is one that was kept.
        try await database.write(for: Self.alice) { try StoreConformance.insert("a", $0) }
        let runs = Mutex(0)
        try await database.write(for: Self.alice) { transaction in
            let run = runs.withLock { runs in
                runs += 1
                return runs
            }
            try StoreConformance.insert("run \(run)", transaction)
            guard run == 1 else { return }
            try transaction.execute("SELECT pg_terminate_backend(pg_backend_pid())")
        }
        #expect(try await StoreConformance.names(database) == ["a", "run 2"])
    }

    @Test("a write that the server takes back for the sake of another is made again")
    func conflict() async throws {
        let database = try await TestEngine.postgreSQL.database(
            migrations: StoreConformance.migrations)
        let runs = Mutex(0)
        try await database.write(for: Self.alice) { transaction in
            let run = runs.withLock { runs in
                runs += 1
                return runs
            }
            try StoreConformance.insert("run \(run)", transaction)
            guard run < 3 else { return }
            try transaction.execute(
                """
                DO $$ BEGIN RAISE EXCEPTION 'as after a deadlock' USING ERRCODE = '40P01'; END $$
                """)
        }
        #expect(try await StoreConformance.names(database) == ["run 3"])
    }

    /// Has the database do something while it commits a row of `parent`.
    private static func whenCommitting(
        _ action: SQL, _ transaction: any Transaction
    ) throws(StoreError) {
        try transaction.execute(
            "CREATE FUNCTION when_committing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                + action + "; RETURN NULL; END $$")
        try transaction.execute(
            """
            CREATE CONSTRAINT TRIGGER when_committing AFTER INSERT ON parent
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION when_committing()
            """)
    }

    @Test(
        "what becomes of a commit that is interrupted is not known, and it is not made again",
        arguments: [
            "PERFORM pg_terminate_backend(pg_backend_pid())",
            // As when somebody ends the waiting for a standby.
            "RAISE WARNING 'the standby may not have it'",
        ] as [SQL])
    func uncertainCommit(_ action: SQL) async throws {
        let database = try await TestEngine.postgreSQL.database(
            migrations: StoreConformance.migrations)
        try await database.write { try Self.whenCommitting(action, $0) }
        let runs = Mutex(0)
        let error = await #expect(throws: StoreError.self) {
            try await database.write(for: Self.alice) { transaction in
                runs.withLock { $0 += 1 }
                try StoreConformance.insert("a", transaction)
            }
        }
        guard case .uncertain = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(runs.withLock { $0 } == 1)
        // The next write has another connection.
        try await database.write(for: Self.alice) { try $0.execute("DELETE FROM parent") }
    }

    @Test("of two servers one makes the schema, and both serve")
    func schema() async throws {
        let directory = try TemporaryDirectory()
        try await withThrowingTaskGroup { group in
            for isServer in [true, false, true, false] {
                group.addTask {
                    let database = try await TestEngine.postgreSQL.database(
                        in: directory, isServer: isServer)
                    #expect(try await database.read { try AccountTable($0).isEmpty() })
                }
            }
            try await group.waitForAll()
        }
    }

    @Test("values are numbered in their order")
    func numbers() {
        let sql: SQL = "SELECT \(1), \("?") WHERE x = \(2)"
        #expect(sql.numberedText == "SELECT $1, $2 WHERE x = $3")
    }

    @Test(
        "an address shows neither user nor password, and a wrong one is not repeated",
        arguments: [
            ("postgresql://carol:swordfish@db.example.com:5433/ids", "db.example.com/ids"),
            ("postgres://carol@a,b/ids?password=swordfish", "a,b/ids"),
            ("postgresql:///ids?host=/run/postgresql&password=swordfish", "/run/postgresql/ids"),
            ("postgresql:///ids", "this machine/ids"),
        ])
    func address(_ url: String, _ description: String) throws {
        let address = try DatabaseAddress(Secret(url))
        #expect(address.description == description)
        #expect(!"\(address) \(String(reflecting: address))".contains("swordfish"))
    }

    @Test(
        "what is no URL of PostgreSQL's is refused",
        arguments: [
            "", "swordfish", "host=db password=swordfish", "mysql://carol:swordfish@db/ids",
            "postgresql://carol:swordfish@[db/ids", "postgresql://db/ids?swordfish=1",
        ])
    func notAnAddress(_ url: String) {
        let error = #expect(throws: StoreError.self) { try DatabaseAddress(Secret(url)) }
        #expect(error.map { !"\($0)".contains("swordfish") } == true)
    }

    @Test(
        "a server on another machine has to prove who it is, unless the URL says otherwise",
        arguments: [
            ("postgresql://db.example.com/ids", true), ("postgresql://10.0.0.1/ids", true),
            ("postgresql://localhost,db.example.com/ids", true),
            ("postgresql://db.example.com/ids?host=localhost", false),
            ("postgresql://localhost/ids", false), ("postgresql://127.0.0.1:5433/ids", false),
            ("postgresql://[::1]/ids", false), ("postgresql:///ids?host=/run/postgresql", false),
        ])
    func encryption(_ url: String, _ isVerified: Bool) throws {
        let defaults = try DatabaseAddress(Secret(url)) { _ in nil }.defaults
        #expect(defaults.contains { $0 == ("sslmode", "verify-full") } == isVerified)
    }

    @Test(
        "so does one that the environment names",
        arguments: [
            (["PGHOST": "db.example.com"], true), (["PGHOSTADDR": "10.0.0.1"], true),
            (["PGSERVICE": "ids"], true), (["PGHOST": "/run/postgresql"], false),
            (["PGHOST": "db.example.com", "PGSSLMODE": "require"], false),
        ] as [([String: String], Bool)])
    func encryptionByEnvironment(_ variables: [String: String], _ isVerified: Bool) throws {
        let url = Secret("postgresql:///ids")
        let defaults = try DatabaseAddress(url) { variables[$0] }.defaults
        #expect(defaults.contains { $0 == ("sslmode", "verify-full") } == isVerified)
    }

    @Test("what the server says of a value is not kept")
    func valuesAreNotRepeated() async throws {
        let database = try await TestEngine.postgreSQL.database()
        let error = await #expect(throws: StoreError.self) {
            try await database.read { try $0.rows("SELECT \("swordfish")::text::bigint AS n") }
        }
        guard case .invalidRow(let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(!reason.contains("swordfish"))
    }
}
