import Operations
import Store
import TestSupport
import Testing

/// The store failing at each statement of each operation in turn: nothing is changed, nothing is
/// said to have been, and the client learns that it failed and no more.
@Suite struct CatalogFailingStoreTests {
    @Test("whichever statement fails, the store stays as it was", arguments: Scenario.all)
    func failing(_ scenario: Scenario) async throws {
        let log = LogRecorder()
        let stage = try await Stage(log)
        let before = try await StoreContents(of: stage.database)
        var statement = 0
        var answer: TestAnswer
        repeat {
            statement += 1
            try #require(statement < 200)
            stage.database.fail(at: statement)
            answer = try await stage.call(scenario)
            let hasFailed = stage.database.hasFailed
            stage.database.fail(at: .max)
            #expect(hasFailed == (answer.error?.code != scenario.error), "statement \(statement)")
            guard hasFailed else { break }
            #expect(answer.error == .serviceFailure)
            #expect(answer.document.isEmpty)
            // A read is given a transaction that cannot write.
            guard scenario.changes else { continue }
            #expect(try await StoreContents(of: stage.database) == before)
        } while answer.error != nil
        #expect(statement > 3)

        let failures = log.lines.filter { $0.contains("an operation failed") }
        #expect(failures.count == statement - 1, "each failure is logged once")
        #expect(!log.lines.contains { $0.contains(PreparedAccount.password) })
        let records = try await stage.service.auditRecords()
            .filter { $0.name == scenario.operation && $0.record.contains(stage.carolID) }
        let failed = records.filter { $0.record.contains(#""errorCode":"ServiceFailure""#) }
        #expect(failed.count == statement - 1)
        #expect(records.count == statement, "and the one that did not fail")
    }

    @Test("a store that is too busy asks the client to come again")
    func busy() async throws {
        let stage = try await Stage(LogRecorder(), failingWith: .busy)
        stage.database.fail(at: 1)
        let answer = try await stage.service.call(
            "CreateUser", ["UserName": "dave"], as: stage.carol)
        #expect(answer.error == .throttling)
    }

    /// A prepared account on a store that fails when it is told to, and its administrator.
    private struct Stage {
        let service: TestService
        let database: FailingDatabase
        let prepared: PreparedAccount
        let carol: Caller

        var carolID: String { #""principalId":"\#(carol.principalID)""# }

        init(_ log: LogRecorder, failingWith error: StoreError = .other("injected")) async throws {
            var made: FailingDatabase?
            service = try await TestService(logger: log.logger) { base in
                let database = FailingDatabase(base, with: error)
                made = database
                return database
            }
            database = try #require(made)
            prepared = try await PreparedAccount(service)
            try await service.permit(Scenario.caller, Policies.allow("*"))
            carol = try await service.caller(Scenario.caller)
            await service.services.afterwards.flush()
        }

        func call(_ scenario: Scenario) async throws -> TestAnswer {
            try await service.call(
                scenario.operation, prepared.filled(scenario.parameters), as: carol)
        }
    }
}
