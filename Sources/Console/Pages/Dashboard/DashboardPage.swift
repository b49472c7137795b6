import IAMModel
import Operations

/// The IAM dashboard: how well the account is secured, how much there is, and what to mend.
struct DashboardPage: SignedInPage {
    static let description = PageDescription(
        .dashboard, title: .identityAndAccess, navigationLabel: .dashboard,
        searchWords: [.identityAndAccess])
    static let address = PageAddress<Self>(["console", "iam"])

    func answer(_ request: SignedInRequest) async throws -> Reply {
        let account = try await AccountSummary.read(request)
        let view = View(
            principal: request.principal, users: account["Users"], groups: account["Groups"],
            policies: account["Policies"], check: try await request.securityCheck())
        return .page(Self.render(view, request.page))
    }
}

extension SignedInRequest {
    /// How well the account is secured, as far as the reader may know. An answer that is new is
    /// kept.
    func securityCheck() async throws -> SecurityCheck.Output {
        let check = try await run(SecurityCheck.self, .init())
        await pipeline.services.keep(check, of: principal.account, at: facts.now)
        return check
    }
}
