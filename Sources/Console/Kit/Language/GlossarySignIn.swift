/// The glossary, continued: the sentences on the way in, and those about one's own credentials.
extension Phrase {
    // MARK: Sign-in
    static let signInTitle = Phrase("Sign in", "로그인")
    static let signInAsIAMUser = Phrase("Sign in as IAM user", "IAM 사용자로 로그인")
    static let rootSignInTitle = Phrase("Root user sign in", "루트 사용자 로그인")
    static let signInAs = Phrase("Who is signing in", "로그인할 사용자")
    static let rootUserHint = Phrase(
        "The account owner, who may do everything. Only for tasks that need it.",
        "모든 작업을 할 수 있는 계정 소유자입니다. 꼭 필요한 작업에만 사용합니다.")
    static let iamUserHint = Phrase(
        "A user within the account, for everyday work.",
        "계정 안의 사용자입니다. 일상적인 작업에 사용합니다.")
    static let differentAccount = Phrase("Use another email address", "다른 이메일 주소 사용")
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

    // MARK: A password that must be replaced, or is forgotten
    static let newPasswordTitle = Phrase("Choose a new password", "새 암호 설정")
    static let mustChangePassword = Phrase(
        "You must change your password before you continue.",
        "계속하려면 먼저 암호를 변경해야 합니다.")
    static let currentPassword = Phrase("Current password", "현재 암호")
    static let newPassword = Phrase("New password", "새 암호")
    static let retypePassword = Phrase("Retype new password", "새 암호 다시 입력")
    static let confirmPasswordChange = Phrase("Confirm password change", "암호 변경 확인")
    static let changePassword = Phrase("Change password", "암호 변경")
    static let passwordsDiffer = Phrase(
        "The new passwords are not the same.", "새 암호가 서로 다릅니다.")
    static let wrongPassword = Phrase(
        "The current password is not correct.", "현재 암호가 올바르지 않습니다.")
    static let passwordChanged = Phrase(
        "Your password was changed. Your other sessions have ended.",
        "암호를 변경했습니다. 다른 세션은 종료되었습니다.")
    static let forgottenTitle = Phrase("Forgot your password?", "암호를 잊으셨습니까?")
    static let forgottenRoot = Phrase(
        "Whoever operates this server can set a new root password with this command:",
        "이 서버의 운영자가 다음 명령으로 새 루트 암호를 설정할 수 있습니다.")
    static let forgottenUser = Phrase(
        "An administrator of your account can set a new password for you, on your user's page "
            + "under Security credentials.",
        "계정 관리자가 사용자 페이지의 보안 자격 증명에서 새 암호를 설정할 수 있습니다.")
    static let signOutQuestion = Phrase(
        "Do you want to end this session?", "이 세션을 종료하시겠습니까?")

    // MARK: Sign-up
    static let signUpTitle = Phrase("Create an account", "새 계정 만들기")
    static let signUpLead = Phrase(
        "An account owns everything in it. You will be its root user: keep that for the first "
            + "steps, and make an IAM user for everyday work.",
        "계정은 그 안의 모든 것을 소유합니다. 여러분은 계정의 루트 사용자가 됩니다. 루트 사용자는 "
            + "처음 설정에만 쓰고, 일상적인 작업에는 IAM 사용자를 만들어 사용하십시오.")
    static let signUpEmailHint = Phrase(
        "You sign in with this address.", "이 주소로 로그인합니다.")
    static let accountNameHint = Phrase(
        "Shown in the console; it can be changed.", "콘솔에 표시되며 나중에 바꿀 수 있습니다.")
    static let rootPasswordHint = Phrase(
        "At least 8 characters, of at least three kinds: upper case, lower case, numbers, symbols.",
        "8자 이상이어야 하며 대문자, 소문자, 숫자, 기호 중 세 종류 이상을 포함해야 합니다.")
    static let emailTaken = Phrase(
        "Another account uses this address.", "다른 계정에서 사용 중인 주소입니다.")
    static let emailNotValid = Phrase(
        "Enter an address such as name@example.com.", "name@example.com과 같은 주소를 입력하십시오.")
    static let accountNameNotValid = Phrase(
        "Enter 1 to 50 characters.", "1~50자를 입력하십시오.")
    static let setupLinkUsed = Phrase(
        "This setup link has been used or replaced.", "이미 사용되었거나 교체된 설정 링크입니다.")
    static let noAccountYet = Phrase("No account yet?", "아직 계정이 없으십니까?")
    static let haveAccount = Phrase("Already have an account?", "이미 계정이 있으십니까?")
    static let signUpDoneTitle = Phrase("Sign in to continue", "로그인하여 계속")
    static let signUpDone = Phrase(
        "If no account had this email address, yours has been created. "
            + "Sign in as its root user with the password you have just chosen.",
        "이 이메일 주소를 쓰는 계정이 없었다면 새 계정이 생성되었습니다. "
            + "방금 정한 암호를 사용하여 루트 사용자로 로그인하십시오.")
    static let signUpDoneElse = Phrase(
        "If an account had it already, nothing has changed. Sign in with the password of that "
            + "account.",
        "이미 계정이 있었다면 바뀐 것이 없습니다. 기존 계정의 암호로 로그인하십시오.")
    static let signUpClosedTitle = Phrase("Sign-up is closed", "가입이 닫혀 있습니다")
    static let signUpClosed = Phrase(
        "New accounts are made by whoever operates this server, with this command:",
        "새 계정은 이 서버의 운영자가 다음 명령으로 만듭니다.")

    // MARK: The root user's warning
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

    // MARK: One's own credentials
    static let rootCredentialsLead = Phrase(
        "The password and access keys of the account's root user.",
        "계정 루트 사용자의 암호와 액세스 키입니다.")
    static let userCredentialsLead = Phrase(
        "Your own password and access keys.", "내 암호와 액세스 키입니다.")
    static let sessions = Phrase("Sessions", "세션")
    static let sessionsText = Phrase(
        "Browsers in which you are signed in now.", "현재 로그인되어 있는 브라우저입니다.")
    static let browser = Phrase("Browser", "브라우저")
    static let address = Phrase("Address", "주소")
    static let signedInAt = Phrase("Signed in", "로그인 시간")
    static let thisSession = Phrase("This session", "이 세션")
    static let endSession = Phrase("End session", "세션 종료")
    static let sessionClosed = Phrase("The session was ended.", "세션을 종료했습니다.")
    static let accountDetails = Phrase("Account details", "계정 세부 정보")
    static let changePasswordText = Phrase(
        "Changing your password ends your other sessions.",
        "암호를 변경하면 다른 세션이 종료됩니다.")
    static let noPassword = Phrase("You have no password.", "암호가 없습니다.")
    static let accessKeysText = Phrase(
        "Access keys sign requests from the command line and from programs. You may have two at "
            + "most, inactive ones included. A key in a repository gives everyone who reads it "
            + "what you may do.",
        "액세스 키는 명령줄과 프로그램의 요청에 서명합니다. 비활성 키를 포함하여 두 개까지 가질 수 "
            + "있습니다. 저장소에 올린 키는 그것을 읽는 모든 사람에게 내 권한을 줍니다.")
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
    static let createAccessKeyTitle = Phrase("Create access key", "액세스 키 생성")
    static let keyCreated = Phrase(
        "Your access key has been created", "액세스 키를 생성했습니다")
    static let onlyOnce = Phrase(
        "This is the only time the secret access key can be viewed or downloaded.",
        "보안 액세스 키를 보거나 다운로드할 수 있는 것은 이번 한 번뿐입니다.")
    static let onlyOnceText = Phrase(
        "You cannot recover it later. If it is lost, delete the key and create a new one.",
        "나중에는 조회할 수 없습니다. 잃어버리면 키를 삭제하고 새로 만들어야 합니다.")
    static let keyDeleted = Phrase("The access key was deleted.", "액세스 키를 삭제했습니다.")
    static let keyActivated = Phrase(
        "The access key is active again.", "액세스 키를 다시 활성화했습니다.")
    static let keyDeactivated = Phrase(
        "The access key is inactive. Requests signed with it are refused.",
        "액세스 키를 비활성화했습니다. 이 키로 서명한 요청은 거부됩니다.")
}
