// The words of ForgottenPasswordPage and ResetPasswordPage.
extension Phrase {
    static let forgottenTitle = Phrase("Forgot your password?", "암호를 잊으셨습니까?")
    static let forgottenMail = Phrase(
        "We send a link to the root user's email address. It lets you choose a new password, works "
            + "once and ends after 15 minutes. An MFA device is still asked for.",
        "루트 사용자의 이메일 주소로 링크를 보냅니다. 링크를 열어 새 암호를 설정할 수 있으며, 15분 동안 한 번만 "
            + "사용할 수 있습니다. MFA 디바이스는 그대로 필요합니다.")
    static let forgottenRoot = Phrase(
        "This server is not set up to send mail. Whoever operates it can set a new root password "
            + "with this command:",
        "이 서버에는 메일 전송이 설정되어 있지 않습니다. 서버 운영자가 다음 명령으로 새 루트 암호를 설정할 수 "
            + "있습니다.")
    static let forgottenUser = Phrase(
        "An administrator of your account can set a new password for you, on your user's page "
            + "under Security credentials.",
        "계정 관리자가 사용자 페이지의 보안 자격 증명에서 새 암호를 설정할 수 있습니다.")
    static let sendEmail = Phrase("Send email", "이메일 전송")
    static let resetLinkSentText = Phrase(
        "Open the link in the newest message within 15 minutes. If no message arrives, look among "
            + "unwanted mail, check the address, and ask again after some minutes.",
        "15분 안에 가장 최근 메일의 링크를 여십시오. 메일이 도착하지 않으면 스팸 메일함과 주소를 확인하고 몇 분 후 다시 "
            + "요청하십시오.")

    static func resetLinkSent(_ email: String) -> Phrase {
        Phrase(
            "If an account has the address \(email), a message is on its way.",
            "\(email) 주소의 계정이 있으면 메일이 곧 도착합니다.")
    }

    // MARK: The page that the link opens
    static let resetPasswordTitle = Phrase("Choose a new root password", "새 루트 암호 설정")
    static let resetPassword = Phrase("Reset password", "암호 재설정")
    static let resetPasswordText = Phrase(
        "All sessions of the root user end. MFA devices stay.",
        "루트 사용자의 모든 세션이 종료됩니다. MFA 디바이스는 유지됩니다.")
    static let resetLinkNotValid = Phrase(
        "This link is not valid. It was used, has ended, or was followed by another.",
        "유효하지 않은 링크입니다. 이미 사용했거나, 만료되었거나, 이후에 다른 링크를 요청했습니다.")
    static let askForAnotherLink = Phrase("Ask for another link", "다른 링크 요청")

    static func ofAccount(_ account: String) -> Phrase {
        Phrase("Account \(account)", "계정 \(account)")
    }
}
