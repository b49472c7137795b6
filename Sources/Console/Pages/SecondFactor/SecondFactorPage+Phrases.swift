// The words of SecondFactorPage.
extension Phrase {
    static let secondFactorTitle = Phrase("Additional verification required", "추가 인증 필요")
    static let mfaCode = Phrase("MFA code", "MFA 코드")
    static let submit = Phrase("Submit", "제출")
    static let tryAnotherDevice = Phrase("Try another MFA device", "다른 MFA 디바이스 사용")
    static let chooseDevice = Phrase(
        "Choose the MFA device to use.", "사용할 MFA 디바이스를 선택하십시오.")
    static let enterCode = Phrase("Enter the MFA code.", "MFA 코드를 입력하십시오.")
    static let usePasskey = Phrase("Use passkey", "패스키 사용")
    static let usePasskeyText = Phrase(
        "Your browser asks for the passkey or security key of this account.",
        "브라우저가 이 계정의 패스키 또는 보안 키를 요청합니다.")
    static let askAdministrator = Phrase(
        "If you lost your device, ask an administrator of the account to remove it.",
        "디바이스를 분실했다면 계정 관리자에게 제거를 요청하십시오.")

    static func enterCodeOf(_ device: String) -> Phrase {
        Phrase(
            "Enter the code that your device \(device) shows now.",
            "디바이스 \(device)에 지금 표시된 코드를 입력하십시오.")
    }
}
