// The words of AccessKeyList.
extension Phrase {
    static let createNewAccessKey = Phrase("Create New Access Key", "새 액세스 키 생성")
    static let makeInactive = Phrase("Make Inactive", "비활성화")
    static let makeActive = Phrase("Make Active", "활성화")
    static let active = Phrase("Active", "활성")
    static let inactive = Phrase("Inactive", "비활성")
    static let lastUsed = Phrase("Last used", "마지막 사용")
    static let noAccessKeys = Phrase("There are no access keys.", "액세스 키가 없습니다.")
    static let twoKeysAtMost = Phrase(
        "To create another key, delete one of these first.",
        "새 키를 만들려면 먼저 기존 키 중 하나를 삭제하십시오.")
    static let notKnown = Phrase("Not known", "알 수 없음")
    static let keyUseNotKnown = Phrase(
        "You may not see whether it is used.", "사용 여부를 볼 권한이 없습니다.")
    static let keyNeverUsed = Phrase("It was never used.", "사용된 적이 없습니다.")
    static let deleteKeyQuestion = Phrase(
        "Delete this access key?", "이 액세스 키를 삭제하시겠습니까?")
    static let deleteKeyText = Phrase(
        "Whatever still uses it will be refused from the next request on. This cannot be undone.",
        "이 키를 사용하는 모든 것이 다음 요청부터 거부됩니다. 되돌릴 수 없습니다.")
}
