import IAMIdentifiers
import IAMModel
import IAMPolicy
@testable import Store
import TestSupport
import Testing

@testable import Operations

@Suite struct PrincipalPolicyCacheTests {
    private func mark(_ sequences: Int...) -> [ChangeMark] {
        sequences.map { ChangeMark(sequence: $0, nonce: 7) }
    }
    private func policies(_ textSize: Int, of letter: String = "a") -> PrincipalPolicies {
        PrincipalPolicies(identityBased: [
            SourcedPolicy(source: .named("p"), text: String(repeating: letter, count: textSize))
        ])
    }
    private func id(_ number: Int) -> PolicyHolder {
        PolicyHolder(UniqueID(stored: "AIDA\(number)"))
    }

    @Test("what is kept never exceeds the capacity, however many and however long")
    func bound() {
        let cache = PrincipalPolicyCache(capacity: 10_000)
        for number in 0..<200 {
            cache.keep(.empty, of: policies(number * 10), id(number), at: mark(1))
            #expect((1...10_000).contains(cache.bytes))
            #expect(cache.policies(of: id(number), at: mark(1)) != nil)
        }
        #expect(cache.count < 20)
        cache.keep(.empty, of: policies(10_000), id(1_000), at: mark(1))
        #expect(cache.policies(of: id(1_000), at: mark(1)) == nil, "too long to be kept at all")
        #expect(cache.policies(of: id(199), at: mark(1)) != nil, "others stay")
        // Who is asked again and again stays, whoever else comes.
        for number in 2_000..<2_100 {
            #expect(cache.policies(of: id(199), at: mark(1)) != nil)
            cache.keep(.empty, of: policies(100), id(number), at: mark(1))
        }
    }

    @Test("a change of any account that policies are in is felt")
    func severalAccounts() {
        let cache = PrincipalPolicyCache()
        cache.keep(.empty, of: policies(1), id(1), at: mark(1, 1))
        #expect(cache.policies(of: id(1), at: mark(1, 1)) != nil)
        for other in [mark(1, 2), mark(2, 1), mark(1), mark(1, 1, 1)] {
            #expect(cache.policies(of: id(1), at: other) == nil)
        }
    }

    @Test("a principal whose account changed is kept once, and found by the new mark alone")
    func again() {
        let cache = PrincipalPolicyCache()
        for sequence in 0..<100 {
            cache.keep(.empty, of: policies(100), id(1), at: mark(sequence))
        }
        #expect(cache.count == 1)
        #expect(cache.bytes == 100 + PrincipalPolicyCache.entrySize)
        #expect(cache.policies(of: id(1), at: mark(99)) != nil)
        #expect(cache.policies(of: id(1), at: mark(98)) == nil)
        #expect(cache.policies(of: id(1), at: [ChangeMark(sequence: 99, nonce: 8)]) == nil)
    }

    @Test("policies that a change left as they were are found by its mark, and no others")
    func unchanged() {
        let cache = PrincipalPolicyCache()
        cache.keep(.empty, of: policies(100), id(1), at: mark(1))
        #expect(cache.policies(of: id(1), holding: policies(100, of: "b"), at: mark(2)) == nil)
        #expect(cache.policies(of: id(2), holding: policies(100), at: mark(2)) == nil)
        #expect(cache.policies(of: id(1), at: mark(2)) == nil)
        #expect(cache.policies(of: id(1), holding: policies(100), at: mark(2)) != nil)
        #expect(cache.policies(of: id(1), at: mark(2)) != nil)
        #expect(cache.policies(of: id(1), at: mark(1)) == nil)
        let boundary = SourcedPolicy(source: .named("p"), text: "a")
        let bounded = PrincipalPolicies(
            identityBased: policies(100).identityBased, permissionsBoundary: boundary)
        #expect(cache.policies(of: id(1), holding: bounded, at: mark(3)) == nil)
    }

    @Test("requests without a change between them share one entry")
    func shared() async throws {
        let service = try await TestService(
            users: ["alice"], policies: ["alice": Policies.allow("iam:GetUser")])
        for _ in 0..<5 { try await service.run(IAM.GetUser.self, .init(), as: "alice") }
        #expect(service.services.principalPolicies.count == 1)
    }

    /// A way of giving or taking away a permission.
    struct Change: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let operation: String
        let parameters: [String: String]
        let isAllowed: Bool

        init(
            _ testDescription: String, _ operation: String, _ parameters: [String: String],
            isAllowed: Bool
        ) {
            self.testDescription = testDescription
            self.operation = operation
            self.parameters = parameters
            self.isAllowed = isAllowed
        }
    }

    private static let policy = "arn:aws:iam::123456789012:policy/p"
    private static let allow = Policies.allow("iam:GetUser")

    /// In the order in which they are made.
    static let changes = [
        Change("nothing yet", "CreateUser", ["UserName": "bob"], isAllowed: false),
        Change(
            "an inline policy", "PutUserPolicy",
            ["UserName": "alice", "PolicyName": "i", "PolicyDocument": allow], isAllowed: true),
        Change(
            "the inline policy replaced", "PutUserPolicy",
            ["UserName": "alice", "PolicyName": "i", "PolicyDocument": Policies.allow("s3:*")],
            isAllowed: false),
        Change(
            "a managed policy made", "CreatePolicy",
            ["PolicyName": "p", "PolicyDocument": allow], isAllowed: false),
        Change(
            "the managed policy attached", "AttachUserPolicy",
            ["UserName": "alice", "PolicyArn": policy], isAllowed: true),
        Change(
            "another version in force", "CreatePolicyVersion",
            [
                "PolicyArn": policy, "PolicyDocument": Policies.deny("iam:GetUser"),
                "SetAsDefault": "true",
            ], isAllowed: false),
        Change(
            "the first version again", "SetDefaultPolicyVersion",
            ["PolicyArn": policy, "VersionId": "v1"], isAllowed: true),
        Change(
            "the policy detached", "DetachUserPolicy",
            ["UserName": "alice", "PolicyArn": policy], isAllowed: false),
        Change("a group", "CreateGroup", ["GroupName": "g"], isAllowed: false),
        Change(
            "the group's policy", "PutGroupPolicy",
            ["GroupName": "g", "PolicyName": "i", "PolicyDocument": allow], isAllowed: false),
        Change(
            "a member of the group", "AddUserToGroup", ["GroupName": "g", "UserName": "alice"],
            isAllowed: true),
        Change(
            "the group's policy taken away", "DeleteGroupPolicy",
            ["GroupName": "g", "PolicyName": "i"], isAllowed: false),
        Change(
            "a policy attached to the group", "AttachGroupPolicy",
            ["GroupName": "g", "PolicyArn": policy], isAllowed: true),
        Change(
            "a member no longer", "RemoveUserFromGroup", ["GroupName": "g", "UserName": "alice"],
            isAllowed: false),
    ]

    @Test("each change of what a user may do is felt by the user's next request")
    func changes() async throws {
        let service = try await TestService(users: ["alice"])
        let root = try await service.caller()
        let alice = try await service.caller("alice")
        for change in Self.changes {
            let made = try await service.call(change.operation, change.parameters, as: root)
            #expect(made.error == nil, "\(change)")
            let answer = try await service.call("GetUser", as: alice)
            #expect((answer.error == nil) == change.isAllowed, "\(change)")
        }
    }

    @Test("a read that began before a change is decided by the policies of its beginning")
    func snapshot() async throws {
        let service = try await TestService(
            users: ["alice"], policies: ["alice": Policies.allow("iam:GetUser")])
        let caller = try await service.caller("alice")
        let services = service.services
        let facts = service.facts()
        @Sendable func mayGetUser(_ transaction: any Transaction) throws -> Bool {
            let call = try Call(caller, facts, services, in: transaction)
            do {
                try call.authorize(
                    "iam:GetUser",
                    on: Target(
                        "arn:aws:iam::123456789012:user/alice", of: TestService.accountID))
                return true
            } catch is AuthorizationRefusal {
                return false
            } catch let missing as PoliciesNotCompiled {
                services.principalPolicies.keep(
                    PolicySet(missing.policies.layers), of: missing.policies, missing.principal,
                    at: missing.marks)
                return try mayGetUser(transaction)
            }
        }
        // A write that is rolled back fills the cache for a state that never was.
        struct Undone: Error {}
        await #expect(throws: Undone.self) {
            try await services.database.write { transaction in
                try InlinePolicyTable(transaction, of: caller.account)
                    .delete(named: "test", from: caller.principalID)
                try transaction.recordChange(of: caller.account, at: facts.now, what: "test")
                #expect(try !mayGetUser(transaction))
                throw Undone()
            }
        }
        #expect(try await services.database.read { try mayGetUser($0) })
    }
}
