// The words of GroupsPage.
extension Phrase {
    static let findGroups = Phrase("Search groups", "그룹 검색")
    static let groupsLead = Phrase(
        "Users who share permissions.", "권한을 함께 쓰는 사용자의 모음입니다.")
    static let groupNameHint = Phrase(
        "Up to 128 letters, digits and + = , . @ _ -",
        "최대 128자의 영문자, 숫자 및 + = , . @ _ -")
    static let noGroups = Phrase("There are no groups.", "그룹이 없습니다.")
}
