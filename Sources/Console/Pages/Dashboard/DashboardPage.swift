extension DashboardPage {
    static func load(_ visit: Visit) async throws -> Reply {
        let account = try await AccountSummary.read(visit)
        let view = View(
            reader: visit.reader, users: account["Users"], groups: account["Groups"],
            policies: account["Policies"], advice: account.advice(visit.reader))
        return .page(render(view, visit.page))
    }
}
