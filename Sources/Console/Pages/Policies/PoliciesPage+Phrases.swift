// The words of PoliciesPage.
extension Phrase {
    static let findPolicies = Phrase("Search policies", "정책 검색")
    static let findPoliciesOrAction = Phrase(
        "Policy name, or an action such as s3:GetObject", "정책 이름 또는 작업(예: s3:GetObject)")
    static let policiesLead = Phrase(
        "What may be done, and to what. AWS's own policies cover most needs.",
        "무엇에 대해 무엇을 할 수 있는지 정합니다. 대부분은 AWS 관리형 정책으로 충분합니다.")
    static let allPolicies = Phrase("All", "전체")
    static let inUse = Phrase("In use", "사용 중")
    static let noPoliciesYet = Phrase("There are no policies here.", "정책이 없습니다.")
}
