import IAMIdentifiers
import IAMModel
import Operations
import Store
import Testing
import TestSupport

@Suite struct StoreCopyTests {
    private static let directions = [
        (TestEngine.sqlite, TestEngine.ownedPostgreSQL), (.ownedPostgreSQL, .sqlite),
    ]

    /// A service whose store has something in many tables.
    private func service(on engine: TestEngine) async throws -> TestService {
        let service = try await TestService(
            users: ["alice", "한글"], policies: ["alice": Policies.allow("*")], engine: engine)
        _ = try await service.run(IAM.CreateAccessKey.self, .init(userName: "alice"))
        await service.services.afterwards.flush()
        return service
    }

    @Test("a copy has every row of its source, in whichever direction", arguments: directions)
    func isWhole(_ engines: (from: TestEngine, to: TestEngine)) async throws {
        let source = try await service(on: engines.from).services.database
        let destination = try await engines.to.database()
        let proofs = try await StoreCopy(from: source, to: destination).run()
        #expect(try await StoreContents(of: destination) == StoreContents(of: source))
        #expect(proofs.first { $0.table == "iam_user" }?.rows == 2)
        #expect(proofs.first { $0.table == "audit_event" }.map { $0.rows > 3 } == true)
        #expect(proofs.map(\.table).sorted() == StoreContents.tables.sorted())
        // It is one that a server takes.
        _ = try await destination.read { try Migrator().version(in: $0) }
    }

    @Test("whichever statement fails, nobody takes the copy, and the next run completes it")
    func goesOn() async throws {
        let source = try await service(on: .sqlite).services.database
        var statement = 1
        var hasFailed = true
        while hasFailed {
            let base = try await TestEngine.sqlite.database()
            let destination = FailingDatabase(base, failingAt: statement)
            do {
                _ = try await StoreCopy(from: source, to: destination).run()
            } catch {
                let isEmpty = try await base.read { try AccountTable($0).isEmpty() }
                if !isEmpty {
                    await #expect(throws: StoreError.unfinishedCopy) {
                        try await base.read { try Migrator().version(in: $0) }
                    }
                }
                _ = try await StoreCopy(from: source, to: base).run()
            }
            #expect(try await StoreContents(of: base) == StoreContents(of: source))
            hasFailed = destination.hasFailed
            statement += 7
        }
        #expect(statement > 100)
    }

    @Test("a store with rows of its own is not copied into, and keeps them")
    func notEmpty() async throws {
        let source = try await service(on: .sqlite).services.database
        let other = try await service(on: .sqlite).services.database
        let before = try await StoreContents(of: other)
        await #expect(throws: StoreCopy.Failure.notEmpty(table: "account")) {
            try await StoreCopy(from: source, to: other).run()
        }
        #expect(try await StoreContents(of: other) == before)
    }

    @Test("a row that is another in the copy is found")
    func differs() async throws {
        let source = try await service(on: .sqlite).services.database
        let destination = try await TestEngine.sqlite.database()
        let wrong = WrongCopy(destination)
        await #expect(throws: StoreCopy.Failure.differs(table: "iam_user")) {
            try await StoreCopy(from: source, to: wrong).run()
        }
        await #expect(throws: StoreError.unfinishedCopy) {
            try await destination.read { try Migrator().version(in: $0) }
        }
    }
}

/// A database that keeps other names of users than it is told.
private struct WrongCopy: Database {
    let base: any Database

    init(_ base: any Database) { self.base = base }

    func read<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await base.read(for: account, body)
    }

    func write<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await base.write(for: account) { transaction in
            let value = try body(transaction)
            try transaction.execute("UPDATE iam_user SET name = name || ' the other'")
            return value
        }
    }
}
