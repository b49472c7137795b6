// The words of CredentialReportPage.
extension Phrase {
    static let credentialReport = Phrase("Credential report", "자격 증명 보고서")
    static let credentialReportLead = Phrase(
        "Every user of the account with their passwords, access keys, MFA and certificates.",
        "계정의 모든 사용자와 암호, 액세스 키, MFA, 인증서의 상태입니다.")
    static let downloadReport = Phrase("Download report (CSV)", "보고서 다운로드(CSV)")
    static let noReportYet = Phrase("There is no report now", "현재 보고서가 없습니다")
    static let noReportYetText = Phrase(
        "A report tells the state of one moment and holds for four hours.",
        "보고서는 만든 시점의 상태를 보여 주며 4시간 동안 유효합니다.")
    static let makeReport = Phrase("Create report", "보고서 생성")
    static let reportMade = Phrase("Made", "생성 시각")
    static let reportHolds = Phrase(
        "It tells the state of that moment. Four hours later another can be made.",
        "해당 시점의 상태입니다. 4시간이 지나면 새 보고서를 만들 수 있습니다.")
    static let passwordNextChange = Phrase("Password expires", "암호 만료")
    static let passwordWord = Phrase("Password", "암호")
    static let mfaWord = Phrase("MFA device", "MFA 디바이스")
    static let certificates = Phrase("Signing certificates", "서명 인증서")
    static let mfaOn = Phrase("Active", "활성")
    static let mfaOff = Phrase("None", "없음")
    static let lastUsedWord = Phrase("Last used:", "마지막 사용:")
    static let changedWord = Phrase("Changed:", "변경:")
    static let madeWord = Phrase("Created:", "생성:")

    static func accessKeyNumber(_ number: Int) -> Phrase {
        Phrase("Access key \(number)", "액세스 키 \(number)")
    }
}
