// The words of CreatePolicyPage.
extension Phrase {
    static let policyDetails = Phrase("Policy details", "정책 세부 정보")
    static let descriptionOptional = Phrase("Description (optional)", "설명(선택 사항)")
}
