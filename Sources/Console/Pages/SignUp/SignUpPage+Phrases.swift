// The words of SignUpPage.
extension Phrase {
    static let createAccount = Phrase("Create account", "계정 생성")
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
}
