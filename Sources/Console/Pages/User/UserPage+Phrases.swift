// The words of UserPage.
extension Phrase {
    static let deleteUser = Phrase("Delete user", "사용자 삭제")
    static let addTag = Phrase("Add tag", "태그 추가")
    static let userLead = Phrase("An IAM user.", "IAM 사용자입니다.")
    static let inNoGroup = Phrase("The user is in no group.", "속한 그룹이 없습니다.")
    static let addToGroup = Phrase("Add to group", "그룹에 추가")
    static let consoleAccessOn = Phrase(
        "The user can sign in to the console with a password.",
        "사용자가 암호로 콘솔에 로그인할 수 있습니다.")
    static let consoleAccessOff = Phrase(
        "The user has no password and cannot sign in to the console.",
        "사용자에게 암호가 없어 콘솔에 로그인할 수 없습니다.")
    static let enableConsoleAccess = Phrase("Enable console access", "콘솔 액세스 활성화")
    static let disableConsoleAccess = Phrase("Disable console access", "콘솔 액세스 비활성화")
    static let disableConsoleAccessText = Phrase(
        "The password is deleted and the user's sessions end. Access keys keep working.",
        "암호가 삭제되고 사용자의 세션이 종료됩니다. 액세스 키는 계속 작동합니다.")
    static let noTags = Phrase("There are no tags.", "태그가 없습니다.")
    static let deleteUserText = Phrase(
        "The user, its password, access keys and inline policies are deleted. Whatever uses them "
            + "is refused from the next request on. This cannot be undone.",
        "사용자와 암호, 액세스 키, 인라인 정책이 삭제됩니다. 이를 사용하는 모든 것이 다음 요청부터 "
            + "거부됩니다. 되돌릴 수 없습니다.")
    static let setNewPassword = Phrase("Set new password", "새 암호 설정")
    static let mustChangeAtNextSignIn = Phrase(
        "User must create a new password at next sign-in",
        "사용자는 다음 로그인 시 새 암호를 생성해야 함")

    static func fromGroup(_ group: String) -> Phrase {
        Phrase("From group \(group)", "그룹 \(group)에서 상속")
    }

    static func deleteUserQuestion(_ name: String) -> Phrase {
        Phrase("Delete user \(name)?", "사용자 \(name)을(를) 삭제하시겠습니까?")
    }
}
