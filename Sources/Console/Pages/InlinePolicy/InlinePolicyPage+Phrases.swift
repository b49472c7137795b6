// The words of InlinePolicyPage.
extension Phrase {
    static let createInlinePolicy = Phrase("Create inline policy", "인라인 정책 생성")
    static let inlinePolicyOf = Phrase("Inline policy of", "인라인 정책이 있는 곳:")
    static let inlinePolicyOfUser = Phrase(
        "A policy of one user alone. It is deleted with the user.",
        "한 사용자에게만 있는 정책입니다. 사용자와 함께 삭제됩니다.")
    static let inlinePolicyOfGroup = Phrase(
        "A policy of one group alone. It is deleted with the group.",
        "한 그룹에만 있는 정책입니다. 그룹과 함께 삭제됩니다.")
    static let inlinePolicyOfRole = Phrase(
        "A policy of one role alone. It is deleted with the role.",
        "한 역할에만 있는 정책입니다. 역할과 함께 삭제됩니다.")
    static let policyNameTaken = Phrase(
        "There is an inline policy of that name already. Choose another name.",
        "이 이름의 인라인 정책이 이미 있습니다. 다른 이름을 선택하십시오.")
}
