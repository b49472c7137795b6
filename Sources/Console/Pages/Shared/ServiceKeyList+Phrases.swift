// The words of ServiceKeyList and of the page that shows a new password.
extension Phrase {
    static let serviceKeysSection = Phrase(
        "Keys and certificates for services", "서비스용 키 및 인증서")
    static let sshPublicKeys = Phrase("SSH public keys", "SSH 퍼블릭 키")
    static let sshPublicKey = Phrase("SSH public key", "SSH 퍼블릭 키")
    static let sshPublicKeysLead = Phrase(
        "By one of these the user signs in to CodeCommit over SSH.",
        "SSH를 통해 CodeCommit에 로그인하는 데 사용합니다.")
    static let sshPublicKeyHint = Phrase(
        "An RSA key of 2,048 bits or more, in ssh-rsa format or PEM.",
        "2,048비트 이상의 RSA 키를 ssh-rsa 형식 또는 PEM으로 입력하십시오.")
    static let uploadSSHPublicKey = Phrase("Upload SSH public key", "SSH 퍼블릭 키 업로드")
    static let signingCertificate = Phrase("X.509 certificate", "X.509 인증서")
    static let signingCertificatesLead = Phrase(
        "Some services take requests that are signed with the key of one of these.",
        "일부 서비스는 이 인증서의 키로 서명한 요청을 받습니다.")
    static let signingCertificateHint = Phrase(
        "The certificate in PEM, without its private key.",
        "프라이빗 키 없이 인증서만 PEM으로 입력하십시오.")
    static let uploadCertificate = Phrase("Upload certificate", "인증서 업로드")
    static let serviceCredentials = Phrase(
        "Credentials for single services", "서비스별 자격 증명")
    static let serviceCredentialsLead = Phrase(
        "A name with a password, or an API key, that one service takes.",
        "한 서비스에서만 사용하는 이름과 암호 또는 API 키입니다.")
    static let expires = Phrase("Expires", "만료")
    static let expired = Phrase("Expired", "만료됨")
    static let credentialID = Phrase("Credential ID", "자격 증명 ID")
    static let generateCredentials = Phrase("Generate credentials", "자격 증명 생성")
    static let newPasswordFor = Phrase("Reset password", "암호 재설정")
    static let daysUntilItEnds = Phrase("Days until it expires", "만료까지의 일수")
    static let daysUntilItEndsHint = Phrase(
        "For API keys alone. Leave it empty for one that never expires.",
        "API 키에만 해당합니다. 만료되지 않게 하려면 비워 두십시오.")
    static let daysNotANumber = Phrase(
        "The number of days is not a number.", "일수가 숫자가 아닙니다.")
    static let noneYet = Phrase("There are none.", "없습니다.")
    static let noMoreOfThese = Phrase(
        "To add another one, delete one of these first.",
        "추가하려면 먼저 기존 항목 중 하나를 삭제하십시오.")
    static let deleteServiceKeyQuestion = Phrase(
        "Delete this credential?", "이 자격 증명을 삭제하시겠습니까?")
    static let deleteServiceKeyText = Phrase(
        "Services refuse it from now on. This cannot be undone.",
        "이제부터 서비스에서 거부됩니다. 되돌릴 수 없습니다.")
    static let servicePasswordTitle = Phrase(
        "Credentials for a service", "서비스 자격 증명")
    static let servicePasswordMade = Phrase(
        "The credentials have been created.", "자격 증명이 생성되었습니다.")
    static let apiKey = Phrase("API key", "API 키")
    static let apiKeyName = Phrase("API key name", "API 키 이름")
    static let showServicePassword = Phrase("Show password", "암호 표시")
    static let showAPIKey = Phrase("Show API key", "API 키 표시")
    static let servicePasswordOnce = Phrase(
        "This page shows it once. Nobody can see it again; it can be reset.",
        "이 페이지에서 한 번만 표시됩니다. 다시 볼 수 없으며 재설정할 수 있습니다.")
}
