// The words of UnusedAccessPage.
extension Phrase {
    static let unusedAccess = Phrase("Unused access", "미사용 액세스")
    static let unusedAccessLead = Phrase(
        "Passwords, active access keys and roles that nobody has used. What is not needed is "
            + "safest deleted; a key can be deactivated first.",
        "아무도 사용하지 않은 암호, 활성 액세스 키, 역할입니다. 필요하지 않으면 삭제하는 것이 가장 안전하며, 키는 먼저 "
            + "비활성화할 수 있습니다.")
    static let nothingUnused = Phrase(
        "Everything was used in this time.", "이 기간 동안 모두 사용되었습니다.")
    static let unusedWhat = Phrase("What", "항목")
    static let unusedWhose = Phrase("User or role", "사용자 또는 역할")
    static let lastUsedColumn = Phrase("Last used", "마지막 사용")
    static let accessKeyWord = Phrase("Access key", "액세스 키")

    static func unusedDays(_ days: Int) -> Phrase { Phrase("\(days) days", "\(days)일") }
}
