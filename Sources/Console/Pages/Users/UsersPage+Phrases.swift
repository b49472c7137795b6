// The words of UsersPage.
extension Phrase {
    static let findUsers = Phrase("Search users", "사용자 검색")
    static let usersLead = Phrase(
        "People and programs with credentials of their own in this account.",
        "이 계정에서 고유한 자격 증명을 가진 사람과 프로그램입니다.")
    static let noUsers = Phrase("There are no users.", "사용자가 없습니다.")
}
