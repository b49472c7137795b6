// The words of AccountPage.
extension Phrase {
    static let account = Phrase("Account", "계정")
    static let accountLead = Phrase(
        "Who owns this account, whom to reach about it, and where it may be used.",
        "이 계정의 소유자, 연락처, 사용할 수 있는 리전입니다.")
}
