// The words of CreateGroupPage.
extension Phrase {
    static let groupDetails = Phrase("Group details", "그룹 세부 정보")
}
