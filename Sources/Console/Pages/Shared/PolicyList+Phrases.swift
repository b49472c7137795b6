// The words of PolicyList.
extension Phrase {
    static let detach = Phrase("Detach", "연결 해제")
    static let inlinePolicy = Phrase("Inline policy", "인라인 정책")
    static let noPolicies = Phrase("No policies are attached.", "연결된 정책이 없습니다.")
    static let policyNameOrARN = Phrase("Policy name or ARN", "정책 이름 또는 ARN")
    static let policyNameOrARNHint = Phrase(
        "For example AdministratorAccess.", "예: AdministratorAccess")
    static let browsePolicies = Phrase("Browse policies", "정책 찾아보기")
    static let noSuchPolicy = Phrase(
        "There is no policy of that name.", "그 이름의 정책이 없습니다.")
}
