// The words of RolesPage.
extension Phrase {
    static let findRoles = Phrase("Search roles", "역할 검색")
    static let rolesLead = Phrase(
        "Permissions that someone takes on for a while.", "잠시 넘겨받아 쓰는 권한입니다.")
    static let noRoles = Phrase("There are no roles.", "역할이 없습니다.")

    static func andMore(_ count: Int) -> Phrase {
        Phrase("and \(count) more", "외 \(count)개")
    }
}
