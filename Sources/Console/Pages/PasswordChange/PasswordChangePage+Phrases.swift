// The words of PasswordChangePage.
extension Phrase {
    static let newPasswordTitle = Phrase("Choose a new password", "새 암호 설정")
    static let mustChangePassword = Phrase(
        "You must change your password before you continue.",
        "계속하려면 먼저 암호를 변경해야 합니다.")
    static let currentPassword = Phrase("Current password", "현재 암호")
    static let retypePassword = Phrase("Retype new password", "새 암호 다시 입력")
    static let confirmPasswordChange = Phrase("Confirm password change", "암호 변경 확인")
    static let passwordsDiffer = Phrase(
        "The new passwords are not the same.", "새 암호가 서로 다릅니다.")
}
