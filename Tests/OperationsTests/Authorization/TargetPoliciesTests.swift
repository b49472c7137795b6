import IAMIdentifiers
import IAMPolicy
import Store
import TestSupport
import Testing

@testable import Operations

/// A target that has policies of its own, and one that is another account's, are decided as AWS
/// decides them.
@Suite struct TargetPoliciesTests {
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        /// What alice's own policy says; nil for none.
        let own: String?
        /// What the target's policy says of alice; nil for none.
        let targets: String?
        let isOfOtherAccount: Bool
        let isAllowed: Bool
    }

    static let cases = [
        Case(
            testDescription: "nobody allows", own: nil, targets: nil, isOfOtherAccount: false,
            isAllowed: false),
        Case(
            testDescription: "the target's policy allows alone", own: nil, targets: "Allow",
            isOfOtherAccount: false, isAllowed: true),
        Case(
            testDescription: "the target's policy denies", own: "Allow", targets: "Deny",
            isOfOtherAccount: false, isAllowed: false),
        Case(
            testDescription: "the user's policy denies", own: "Deny", targets: "Allow",
            isOfOtherAccount: false, isAllowed: false),
        Case(
            testDescription: "another account's target allows alone", own: nil, targets: "Allow",
            isOfOtherAccount: true, isAllowed: false),
        Case(
            testDescription: "the user's policy alone, on another account's target", own: "Allow",
            targets: nil, isOfOtherAccount: true, isAllowed: false),
        Case(
            testDescription: "both, on another account's target", own: "Allow", targets: "Allow",
            isOfOtherAccount: true, isAllowed: true),
    ]

    @Test(arguments: cases) func isDecided(_ c: Case) async throws {
        let service = try await TestService(users: ["alice"])
        if let own = c.own {
            try await service.permit(
                "alice", own == "Allow" ? Policies.allow("*") : Policies.deny("*"))
        }
        let caller = try await service.caller("alice")
        let (services, facts) = (service.services, service.facts())
        let owner = try #require(
            c.isOfOtherAccount ? AccountID("210987654321") : TestService.accountID)
        let isAllowed = try await services.withCompiledPolicies {
            try await services.database.read { transaction in
                let call = try Call(caller, facts, services, in: transaction)
                let policies = c.targets.map { effect in
                    SourcedPolicy(
                        source: .resource("role/target"),
                        text: """
                            {"Version":"2012-10-17","Statement":[{"Effect":"\(effect)",
                            "Action":"sts:AssumeRole",
                            "Principal":{"AWS":"\(call.principal.arn)"}}]}
                            """)
                }
                let target = Target<Void>(
                    "arn:aws:iam::\(owner):role/target", of: owner,
                    attachment: .trust(policies), .success(()))
                do {
                    try call.authorize("sts:AssumeRole", on: target)
                    return true
                } catch is AuthorizationRefusal {
                    return false
                }
            }
        }
        #expect(isAllowed == c.isAllowed)
    }
}
