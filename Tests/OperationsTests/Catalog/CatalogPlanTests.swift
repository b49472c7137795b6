import Operations
import Store
import TestSupport
import Testing

/// Operations find their rows by indexes, so that they cost the same whatever other accounts have,
/// and, if they are not about the whole account, whatever else it has itself.
@Suite struct CatalogPlanTests {
    @Test(
        "no operation goes through a table, or through all that an account has",
        arguments: Scenario.all)
    func operations(_ scenario: Scenario) async throws {
        var made: PlanningDatabase?
        let service = try await TestService(
            engine: .sqlite,
            wrapping: { base in
                let database = PlanningDatabase(base)
                made = database
                return database
            })
        let database = try #require(made)
        let prepared = try await PreparedAccount(service)
        try await service.permit(Scenario.caller, Policies.allow("*"))
        let carol = try await service.caller(Scenario.caller)
        _ = database.steps()
        let answer = try await service.call(
            scenario.operation, prepared.filled(scenario.parameters), as: carol)
        #expect(answer.error?.code == scenario.error)
        await service.services.afterwards.flush()
        let steps = database.steps()
        #expect(steps.keys.contains { $0.hasPrefix("SEARCH") })
        let isWholeAccounts = Self.isAboutTheWholeAccount(scenario.operation)
        for (step, statements) in steps
        where Self.readsTable(step) || Self.readsAccount(step) && !isWholeAccounts {
            for statement in statements where !Self.countsForQuota(statement) {
                Issue.record("\(step): \(statement)")
            }
        }
    }

    /// Whether a step costs the more, the more accounts there are. The rows that a statement makes
    /// up, and those of a part of it that searches, are few.
    private static func readsTable(_ step: String) -> Bool {
        guard step.hasPrefix("SCAN") else { return false }
        let scanned = step.dropFirst("SCAN ".count)
        return !["CONSTANT ROW", "used", "identity", "policy_use"].contains(
            where: scanned.hasPrefix)
    }

    /// Tables of which an account may have thousands of rows.
    private static let large = [
        "iam_user", "iam_group", "iam_role", "managed_policy", "policy_version",
        "policy_attachment", "permissions_boundary", "group_member", "inline_policy", "access_key",
        "login_profile", "tag", "mfa_device", "service_use", "audit_event", "web_session", "u ",
        "m ", "g ",
    ]

    /// Whether a step costs the more, the more the account has.
    private static func readsAccount(_ step: String) -> Bool {
        guard step.hasPrefix("SEARCH"), step.hasSuffix("(account_id=?)") else { return false }
        return large.contains(where: step.dropFirst("SEARCH ".count).hasPrefix)
    }

    private static func countsForQuota(_ statement: String) -> Bool {
        statement.hasPrefix("SELECT count(*) AS n") && !statement.contains("JOIN")
    }

    private static func isAboutTheWholeAccount(_ operation: String) -> Bool {
        operation.hasPrefix("List")
            || [
                "GetAccountAuthorizationDetails", "GenerateCredentialReport", "GetCredentialReport",
            ]
            .contains(operation)
    }
}
