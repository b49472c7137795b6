// The words of ForgottenPasswordPage.
extension Phrase {
    static let forgottenTitle = Phrase("Forgot your password?", "암호를 잊으셨습니까?")
    static let forgottenRoot = Phrase(
        "Whoever operates this server can set a new root password with this command:",
        "이 서버의 운영자가 다음 명령으로 새 루트 암호를 설정할 수 있습니다.")
    static let forgottenUser = Phrase(
        "An administrator of your account can set a new password for you, on your user's page "
            + "under Security credentials.",
        "계정 관리자가 사용자 페이지의 보안 자격 증명에서 새 암호를 설정할 수 있습니다.")
}
