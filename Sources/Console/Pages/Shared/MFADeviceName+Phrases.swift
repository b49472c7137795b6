import IAMIdentifiers

// The words for MFA devices.
extension Phrase {
    static let mfaSection = Phrase(
        "Multi-factor authentication (MFA)", "멀티 팩터 인증(MFA)")
    static let authenticatorApp = Phrase("Authenticator app", "인증 관리자 앱")
    static let passkeyOrSecurityKey = Phrase("Passkey or security key", "패스키 또는 보안 키")
    static let hardwareToken = Phrase("Hardware TOTP token", "하드웨어 TOTP 토큰")

    static func kind(of kind: MFADeviceKind) -> Phrase {
        switch kind {
        case .virtual: .authenticatorApp
        case .hardware: .hardwareToken
        case .fido: .passkeyOrSecurityKey
        }
    }
}
