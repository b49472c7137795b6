// The words of KeyRotation.
extension Phrase {
    static let rotateKeys = Phrase("Rotate the access key", "액세스 키 교체")
    static let rotateKeysText = Phrase(
        "Exchange a key for a new one, and nothing that uses it stops in between.",
        "키를 사용하는 작업을 중단하지 않고 새 키로 바꿉니다.")
    static let rotationCreate = Phrase("Create a second key", "두 번째 키 생성")
    static let rotationUse = Phrase(
        "Use the new key wherever the old one is used", "기존 키를 쓰는 모든 곳에서 새 키 사용")
    static let rotationDeactivate = Phrase("Deactivate the old key", "기존 키 비활성화")
    static let rotationDelete = Phrase("Delete the old key", "기존 키 삭제")
    static let rotationCreateText = Phrase(
        "The old key keeps working. The secret of the new one is shown once.",
        "기존 키는 계속 작동합니다. 새 키의 보안 액세스 키는 한 번만 표시됩니다.")
    static let createSecondKey = Phrase("Create the second key", "두 번째 키 만들기")
    static let newKey = Phrase("New key", "새 키")
    static let oldKey = Phrase("Old key", "기존 키")
    static let notUsedYet = Phrase("It was not used yet.", "아직 사용되지 않았습니다.")
    static let rotationUseText = Phrase(
        "Put it into every program that has the old key, then look again. Do not deactivate the "
            + "old key before.",
        "기존 키가 있는 모든 프로그램에 새 키를 넣은 다음 다시 확인하십시오. 그 전에는 기존 키를 비활성화하지 "
            + "마십시오.")
    static let rotationUseUnknown = Phrase(
        "Put it into every program that has the old key. Deactivate the old key when you know "
            + "that the new one is used.",
        "기존 키가 있는 모든 프로그램에 새 키를 넣으십시오. 새 키가 사용되는 것을 확인한 다음 기존 키를 "
            + "비활성화하십시오.")
    static let newKeyInactive = Phrase(
        "The new key is inactive. Activate it to go on.",
        "새 키가 비활성 상태입니다. 계속하려면 활성화하십시오.")
    static let activateNewKey = Phrase("Activate the new key", "새 키 활성화하기")
    static let lookAgain = Phrase("Look again", "다시 확인")
    static let deactivateOldKey = Phrase("Make the old key inactive", "기존 키를 비활성 상태로 전환")
    static let oldKeyStillUsed = Phrase(
        "The old key was used after the new one", "기존 키가 새 키보다 나중에 사용되었습니다")
    static let oldKeyStillUsedText = Phrase(
        "Something still has it. Find that first: it is refused as soon as the key is inactive.",
        "아직 기존 키를 쓰는 곳이 있습니다. 먼저 찾으십시오. 키를 비활성화하면 바로 거부됩니다.")
    static let rotationDeactivateText = Phrase(
        "The new key is in use. An inactive key is refused, and can be made active again.",
        "새 키가 사용되고 있습니다. 비활성 키는 거부되며 다시 활성화할 수 있습니다.")
    static let rotationDeleteText = Phrase(
        "Wait until you are sure that nothing misses it. If something does, make it active again.",
        "문제가 없는지 충분히 기다리십시오. 문제가 있으면 다시 활성화하십시오.")
    static let deleteOldKey = Phrase("Delete the old key…", "기존 키 삭제하기")
    static let activateOldKey = Phrase("Make the old key active again", "기존 키 다시 활성화")
}
