// The words of SecurityCredentialsPage.
extension Phrase {
    static let continueToSecurityCredentials = Phrase(
        "Continue to Security Credentials", "보안 크레덴셜으로 계속")
    static let accessKeysSection = Phrase(
        "Access keys (access key ID and secret access key)",
        "액세스 키(액세스 키 ID 및 보안 액세스 키)")
    static let showAccessKey = Phrase("Show Access Key", "액세스 키 표시")
    static let downloadKeyFile = Phrase("Download Key File", "키 파일 다운로드")
    static let close = Phrase("Close", "닫기")
    static let changePassword = Phrase("Change password", "암호 변경")
    static let rootWarningTitle = Phrase(
        "You are accessing the security credentials of your account",
        "계정의 보안 크레덴셜에 액세스하고 있습니다")
    static let rootWarningText = Phrase(
        "These credentials give unlimited access to everything in the account, and no policy can "
            + "restrict them.",
        "이 크레덴셜은 계정의 모든 것에 무제한으로 액세스할 수 있으며 어떤 정책으로도 제한할 수 "
            + "없습니다.")
    static let rootWarningAdvice = Phrase(
        "For everyday work, use an IAM user with the permissions it needs.",
        "일상적인 작업에는 필요한 권한만 가진 IAM 사용자를 사용하십시오.")
    static let getStartedWithUsers = Phrase("Get started with IAM users", "IAM 사용자로 시작하기")
    static let rootCredentialsLead = Phrase(
        "The password, MFA devices and access keys of the account's root user.",
        "계정 루트 사용자의 암호, MFA 디바이스, 액세스 키입니다.")
    static let userCredentialsLead = Phrase(
        "Your own password, MFA devices and access keys.",
        "내 암호, MFA 디바이스, 액세스 키입니다.")
    static let mfaText = Phrase(
        "A second proof beside the password: who learns the password alone cannot sign in. Assign "
            + "two, so that you can sign in when one is lost.",
        "암호 외에 요구하는 두 번째 인증입니다. 암호만 알아낸 사람은 로그인할 수 없습니다. 하나를 "
            + "분실해도 로그인할 수 있도록 두 개를 할당하십시오.")
    static let adviceRootKeys = Phrase(
        "The root user has access keys", "루트 사용자에게 액세스 키가 있습니다")
    static let adviceRootKeysText = Phrase(
        "Whoever has such a key can do everything in the account. Use an IAM user's key instead "
            + "and delete these.",
        "이 키를 가진 사람은 계정의 모든 것을 할 수 있습니다. 대신 IAM 사용자의 키를 사용하고 "
            + "루트 키는 삭제하십시오.")
    static let sessions = Phrase("Sessions", "세션")
    static let sessionsText = Phrase(
        "Browsers in which you are signed in now.", "현재 로그인되어 있는 브라우저입니다.")
    static let browser = Phrase("Browser", "브라우저")
    static let address = Phrase("Address", "주소")
    static let signedInAt = Phrase("Signed in", "로그인 시간")
    static let thisSession = Phrase("This session", "이 세션")
    static let endSession = Phrase("End session", "세션 종료")
    static let endOtherSessions = Phrase("End all other sessions", "다른 모든 세션 종료")
    static let accountDetails = Phrase("Account details", "계정 세부 정보")
    static let changePasswordText = Phrase(
        "Changing your password ends your other sessions.",
        "암호를 변경하면 다른 세션이 종료됩니다.")
    static let accessKeysText = Phrase(
        "Access keys sign requests from the command line and from programs. You may have two at "
            + "most, inactive ones included. A key in a repository gives everyone who reads it "
            + "what you may do.",
        "액세스 키는 명령줄과 프로그램의 요청에 서명합니다. 비활성 키를 포함하여 두 개까지 가질 수 "
            + "있습니다. 저장소에 올린 키는 그것을 읽는 모든 사람에게 내 권한을 줍니다.")
    static let createAccessKeyTitle = Phrase("Create access key", "액세스 키 생성")
    static let keyCreated = Phrase(
        "Your access key has been created", "액세스 키를 생성했습니다")
    static let onlyOnce = Phrase(
        "This is the only time the secret access key can be viewed or downloaded.",
        "보안 액세스 키를 보거나 다운로드할 수 있는 것은 이번 한 번뿐입니다.")
    static let onlyOnceText = Phrase(
        "You cannot recover it later. If it is lost, delete the key and create a new one.",
        "나중에는 조회할 수 없습니다. 잃어버리면 키를 삭제하고 새로 만들어야 합니다.")
}
