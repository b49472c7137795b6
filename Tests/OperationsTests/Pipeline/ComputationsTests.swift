import AWSWire
import IAMIdentifiers
import IAMModel
import Store
import Synchronization
import TestSupport
import Testing
import Workers

@testable import Operations

/// Long work is done outside of transactions, and policies are compiled outside of them.
@Suite struct ComputationsTests {
    /// Operations that compute for as long as their caller chooses.
    private static let computing: [any Handler.Type] = [
        IAM.SimulateCustomPolicy.self, IAM.SimulatePrincipalPolicy.self,
        IAM.GetContextKeysForCustomPolicy.self, IAM.GetContextKeysForPrincipalPolicy.self,
        AccessAnalyzer.ValidatePolicy.self,
    ]

    private static let computingNames = computing.map { $0.name }

    @Test("what computes for long does so outside of its transaction", arguments: computingNames)
    func outside(_ name: String) async throws {
        let scenario = try #require(Scenario.all.first { $0.operation == name })
        let open = OpenTransactions()
        let service = try await TestService(wrapping: { CountingDatabase($0, open) })
        let prepared = try await PreparedAccount(service)
        // Whoever has the account's line keeps others of the account from computing.
        let gate = Gate()
        let pool = service.services.computations
        async let held: Void = pool.run(for: prepared.account) { _ in gate.wait() }
        await gate.entered()
        let root = try await service.caller()
        async let answer = service.call(name, prepared.filled(scenario.parameters), as: root)
        while pool.waitingCount == 0 { await Task.yield() }
        #expect(open.count == 0)
        // Another account computes meanwhile, and this one does everything else.
        let other = AccountID("210987654321")!  // twelve digits
        #expect(try await pool.run(for: other) { _ in true })
        #expect(try await service.call("ListUsers", as: root).error == nil)
        gate.open()
        try await held
        #expect(try await answer.error == nil)
    }

    @Test("more computations of one account than may wait are throttled")
    func throttled() async throws {
        let service = try await TestService()
        let gate = Gate()
        let pool = service.services.computations
        async let held: Void = pool.run(for: service.account.id) { _ in gate.wait() }
        await gate.entered()
        let root = try await service.caller()
        let simulate = [
            "PolicyInputList.member.1": Policies.allow("s3:*"),
            "ActionNames.member.1": "s3:GetObject",
        ]
        let answers = try await withThrowingTaskGroup(of: IAMError?.self) { group in
            for _ in 0..<44 {
                group.addTask {
                    try await service.call("SimulateCustomPolicy", simulate, as: root).error
                }
            }
            var refused: [IAMError?] = []
            while refused.count < 12 { refused.append(try await group.next() ?? nil) }
            gate.open()
            var done: [IAMError?] = []
            for try await error in group { done.append(error) }
            #expect(done.allSatisfy { $0 == nil })
            return refused
        }
        #expect(answers.allSatisfy { $0?.code == .throttling && $0?.code.status == 400 })
        try await held
    }

    @Test("what nobody waits for any more is not computed")
    func cancelled() async throws {
        let service = try await TestService()
        let gate = Gate()
        let pool = service.services.computations
        async let held: Void = pool.run(for: service.account.id) { _ in gate.wait() }
        await gate.entered()
        let root = try await service.caller()
        let simulation = Task {
            try await service.pipeline.run(
                IAM.SimulateCustomPolicy.self,
                .init(
                    policyInputList: [Policies.allow("s3:*")], actionNames: ["s3:GetObject"]),
                as: root, service.facts())
        }
        while pool.waitingCount == 0 { await Task.yield() }
        simulation.cancel()
        await #expect(throws: IAMError.serviceUnavailable) { try await simulation.value }
        #expect(pool.waitingCount == 0)
        gate.open()
        try await held
    }

    @Test("a write compiles no policies: they are compiled before it is tried again")
    func writes() async throws {
        let service = try await TestService(
            users: ["alice"], policies: ["alice": Policies.allow("iam:*")])
        let alice = try await service.caller("alice")
        let facts = service.facts()
        let services = service.services
        // In the transaction itself there is nothing but the news that they are to be compiled.
        await #expect(throws: PoliciesNotCompiled.self) {
            try await services.database.write { transaction in
                let call = try Call(alice, facts, services, in: transaction)
                try call.authorize("iam:CreateUser", on: .whole(alice.account))
            }
        }
        #expect(try await service.call("CreateUser", ["UserName": "bob"], as: alice).error == nil)
        #expect(try await service.call("CreateUser", ["UserName": "eve"], as: alice).error == nil)
        #expect(service.services.principalPolicies.count == 1)
    }

    @Test("policies too long to be compiled at once wait in the account's line")
    func longPolicies() async throws {
        let service = try await TestService(users: ["alice"])
        for number in 0..<10 {
            let actions = (0..<250).map { "\"s3:Get\(number)x\($0)\"" }.joined(separator: ",")
            let policy = try await service.run(
                IAM.CreatePolicy.self,
                .init(
                    policyName: "p\(number)",
                    policyDocument: #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","#
                        + #""Resource":"*","Action":["iam:GetUser",\#(actions)]}}"#)
            ).policy
            try await service.run(
                IAM.AttachUserPolicy.self,
                .init(userName: "alice", policyArn: policy?.arn ?? ""))
        }
        let gate = Gate()
        let pool = service.services.computations
        async let held: Void = pool.run(for: service.account.id) { _ in gate.wait() }
        await gate.entered()
        let alice = try await service.caller("alice")
        async let answer = service.call("GetUser", as: alice)
        while pool.waitingCount == 0 { await Task.yield() }
        gate.open()
        try await held
        #expect(try await answer.error == nil)
    }
}

/// How many transactions are open.
private final class OpenTransactions: Sendable {
    private let number = Atomic(0)

    var count: Int { number.load(ordering: .sequentiallyConsistent) }

    func during<Value>(_ body: () throws -> Value) rethrows -> Value {
        number.add(1, ordering: .sequentiallyConsistent)
        defer { number.subtract(1, ordering: .sequentiallyConsistent) }
        return try body()
    }
}

private struct CountingDatabase: Database {
    private let database: any Database
    private let transactions: OpenTransactions

    init(_ database: any Database, _ transactions: OpenTransactions) {
        self.database = database
        self.transactions = transactions
    }

    func read<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await database.read(for: account) { [transactions] transaction in
            try transactions.during { try body(transaction) }
        }
    }

    func write<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await database.write(for: account) { [transactions] transaction in
            try transactions.during { try body(transaction) }
        }
    }
}
