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

// What is said to who has no device.
extension Phrase {
    static let adviceNoMFA = Phrase(
        "The root user has no MFA device", "루트 사용자에게 MFA 디바이스가 없습니다")
    static let youHaveNoMFA = Phrase("You have no MFA device", "할당된 MFA 디바이스가 없습니다")
    static let youHaveNoMFAText = Phrase(
        "Whoever learns your password may do what you may. Assign a device now.",
        "암호를 알아낸 사람은 내가 할 수 있는 모든 작업을 할 수 있습니다. 지금 디바이스를 할당하십시오.")
    static let deviceNeeded = Phrase(
        "Assign an MFA device to continue", "계속하려면 MFA 디바이스를 할당하십시오")
    static let deviceNeededText = Phrase(
        "A root user must have one. Everything else is open again as soon as it is assigned.",
        "루트 사용자에게는 MFA 디바이스가 있어야 합니다. 할당하면 바로 다른 페이지를 사용할 수 있습니다.")
    static let deviceExpected = Phrase(
        "Your account asks you to use MFA", "계정에서 MFA 사용을 요구합니다")
    static let deviceExpectedText = Phrase(
        "Assign a device, then sign out and sign in with it. Until then you may do little.",
        "디바이스를 할당한 후 로그아웃하고 디바이스로 다시 로그인하십시오. 그때까지는 할 수 있는 작업이 "
            + "거의 없습니다.")
    static let notNow = Phrase("Not now", "나중에")

    static func deviceNeededFrom(_ date: String) -> Phrase {
        Phrase(
            "From \(date) on it cannot be used without one.",
            "\(date)부터는 MFA 디바이스 없이 사용할 수 없습니다.")
    }
}

// The words of MFADeviceList.
extension Phrase {
    static let assignDevice = Phrase("Assign MFA device", "MFA 디바이스 할당")
    static let resync = Phrase("Resync", "재동기화")
    static let mfaCode1 = Phrase("MFA code 1", "MFA 코드 1")
    static let mfaCode2 = Phrase("MFA code 2", "MFA 코드 2")
    static let assignedAt = Phrase("Assigned", "할당 시간")
    static let noDevices = Phrase(
        "There are no MFA devices. Whoever learns the password can sign in.",
        "MFA 디바이스가 없습니다. 암호를 알아낸 사람은 누구나 로그인할 수 있습니다.")
    static let eightDevicesAtMost = Phrase(
        "To assign another device, remove one of these first.",
        "새 디바이스를 할당하려면 먼저 기존 디바이스 중 하나를 제거하십시오.")
    static let removeDeviceQuestion = Phrase(
        "Remove this MFA device?", "이 MFA 디바이스를 제거하시겠습니까?")
    static let removeDeviceText = Phrase(
        "It is no longer asked for at sign-in. The other sessions of its owner end.",
        "로그인할 때 더 이상 요청하지 않습니다. 소유자의 다른 세션은 종료됩니다.")
    static let resyncTitle = Phrase("Resync MFA device", "MFA 디바이스 재동기화")
    static let resyncText = Phrase(
        "Enter two codes that the device shows one after the other.",
        "디바이스에 연속으로 표시되는 두 코드를 입력하십시오.")
}
