// The words of SignInPage.
extension Phrase {
    static let accountIDOrAlias = Phrase("Account ID or alias", "계정 ID 또는 별칭")
    static let signInWithRootEmail = Phrase(
        "Sign in using root user email", "루트 사용자 이메일을 사용하여 로그인")
    static let signInTitle = Phrase("Sign in", "로그인")
    static let signInAsIAMUser = Phrase("Sign in as IAM user", "IAM 사용자로 로그인")
    static let signInLead = Phrase(
        "Gatehouse keeps the accounts, users and permissions of whoever runs this server.",
        "Gatehouse는 이 서버를 운영하는 곳의 계정과 사용자, 권한을 관리합니다.")
    static let signInHelp = Phrase("Help with signing in", "로그인 도움말")
    static let signInHelpText = Phrase(
        "An administrator of your account can set a new password for an IAM user.",
        "IAM 사용자의 새 암호는 계정 관리자가 설정할 수 있습니다.")
    static let signInAs = Phrase("Who is signing in", "로그인할 사용자")
    static let rootUserHint = Phrase(
        "The account owner, who may do everything. Only for tasks that need it.",
        "모든 작업을 할 수 있는 계정 소유자입니다. 꼭 필요한 작업에만 사용합니다.")
    static let iamUserHint = Phrase(
        "A user within the account, for everyday work.",
        "계정 안의 사용자입니다. 일상적인 작업에 사용합니다.")
    static let signInFailed = Phrase(
        "Your authentication information is incorrect. Please try again.",
        "인증 정보가 올바르지 않습니다. 다시 시도하십시오.")
    static let tooManyAttempts = Phrase(
        "There were too many attempts. Wait a minute, then try again.",
        "시도 횟수가 너무 많습니다. 잠시 기다린 후 다시 시도하십시오.")
    static let passwordExpired = Phrase(
        "Your password has expired. An administrator of the account must set a new one.",
        "암호가 만료되었습니다. 계정 관리자가 새 암호를 설정해야 합니다.")
    static let enterEmail = Phrase("Enter an email address.", "이메일 주소를 입력하십시오.")
    static let enterAccount = Phrase(
        "Enter the account ID or alias.", "계정 ID 또는 별칭을 입력하십시오.")
    static let enterUserName = Phrase("Enter a user name.", "사용자 이름을 입력하십시오.")
    static let enterPassword = Phrase("Enter a password.", "암호를 입력하십시오.")
    static let backToSignIn = Phrase("Back to sign in", "로그인으로 돌아가기")
    static let sessionEnded = Phrase(
        "Your session has ended. Sign in again.", "세션이 종료되었습니다. 다시 로그인하십시오.")
    static let newPassword = Phrase("New password", "새 암호")
    static let wrongPassword = Phrase(
        "The current password is not correct.", "현재 암호가 올바르지 않습니다.")
    static let noAccountYet = Phrase("No account yet?", "아직 계정이 없으십니까?")
}
