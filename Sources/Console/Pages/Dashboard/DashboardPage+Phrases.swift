import Operations

// The words of DashboardPage.
extension Phrase {
    static let iamDashboard = Phrase("IAM Dashboard", "IAM 대시보드")
    static let identityAndAccessLead = Phrase(
        "Users, groups and the policies that say what they may do.",
        "사용자와 그룹, 그리고 이들이 무엇을 할 수 있는지 정하는 정책입니다.")
    static let iamResources = Phrase("IAM resources", "IAM 리소스")
    static let rootSignIns = Phrase(
        "Latest sign-ins of the root user", "루트 사용자의 최근 로그인")
    static let noRootSignIns = Phrase(
        "The root user has not signed in.", "루트 사용자가 로그인한 적이 없습니다.")
    static let rootSignInsNotKnown = Phrase(
        "They need the permission cloudtrail:LookupEvents.",
        "보려면 cloudtrail:LookupEvents 권한이 필요합니다.")
    static let withMFA = Phrase("With MFA", "MFA 사용")
    static let withoutMFA = Phrase("Without MFA", "MFA 없음")
    static let signInRefused = Phrase("Failed", "실패")

    static func newInDays(_ count: Int) -> Phrase {
        Phrase(
            "+\(grouped(count)) in \(SecurityCheck.days) days",
            "\(SecurityCheck.days)일간 +\(grouped(count))")
    }
}
