/// The IAM dashboard: how much there is, where users sign in, and what to mend first.
struct DashboardPage: SignedInPage {
    static let description = PageDescription(
        .dashboard, title: .identityAndAccess, navigationLabel: .dashboard,
        searchWords: [.identityAndAccess])
    static let address = PageAddress<Self>(["console", "iam"])

    func answer(_ request: SignedInRequest) async throws -> Reply {
        let account = try await AccountSummary.read(request)
        let view = View(
            principal: request.principal, users: account["Users"], groups: account["Groups"],
            policies: account["Policies"], advice: account.advice(request.principal))
        return .page(Self.render(view, request.page))
    }
}
