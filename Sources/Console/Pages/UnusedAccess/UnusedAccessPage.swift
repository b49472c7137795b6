import IAMModel
import Operations

/// The passwords, access keys and roles that nobody has used for a while.
struct UnusedAccessPage: SignedInPage {
    static let description = PageDescription(
        .unusedAccess, title: .unusedAccess, within: DashboardPage.self,
        navigationLabel: .unusedAccess, searchWords: [.unusedAccess])
    static let address = PageAddress<Self>(
        ["console", "iam", "unused-access"], [.choice("days", \.period)])

    /// The times that can be asked about. AWS advises 90 days, the CIS benchmark 45.
    enum Period: String, Sendable, CaseIterable {
        case month = "30", fortyFive = "45", quarter = "90", half = "180", year = "365"

        var days: Int { Int(rawValue)! }  // each is a number
    }

    var period = Period.quarter

    func answer(_ request: SignedInRequest) async throws -> Reply {
        let found = try await request.run(UnusedAccess.self, .init(days: period.days))
        return .page(Self.render(View(period: period, found: found), request.page))
    }
}
