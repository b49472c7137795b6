// The words of DashboardPage.
extension Phrase {
    static let iamDashboard = Phrase("IAM Dashboard", "IAM 대시보드")
    static let identityAndAccessLead = Phrase(
        "Users, groups and the policies that say what they may do.",
        "사용자와 그룹, 그리고 이들이 무엇을 할 수 있는지 정하는 정책입니다.")
    static let iamResources = Phrase("IAM resources", "IAM 리소스")
    static let noAdvice = Phrase(
        "No security recommendations.", "보안 권장 사항이 없습니다.")
}
