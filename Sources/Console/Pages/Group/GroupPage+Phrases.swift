// The words of GroupPage.
extension Phrase {
    static let deleteGroup = Phrase("Delete group", "그룹 삭제")
    static let groupLead = Phrase(
        "Its users have what its policies allow.", "그룹의 사용자는 그룹의 정책이 허용하는 권한을 가집니다.")
    static let noMembers = Phrase("The group has no users.", "그룹에 사용자가 없습니다.")
    static let addUser = Phrase("Add user", "사용자 추가")
    static let deleteGroupText = Phrase(
        "Its users lose what it gave them. The users themselves stay. This cannot be undone.",
        "그룹의 사용자는 그룹이 준 권한을 잃습니다. 사용자는 남습니다. 되돌릴 수 없습니다.")

    static func deleteGroupQuestion(_ name: String) -> Phrase {
        Phrase("Delete group \(name)?", "그룹 \(name)을(를) 삭제하시겠습니까?")
    }
}
