// The words about lost MFA devices.
extension Phrase {
    static let lostDeviceTitle = Phrase("Lost your MFA device?", "MFA 디바이스를 분실하셨습니까?")
    static let sendLink = Phrase("Send link", "링크 전송")
    static let linkSent = Phrase(
        "A link is on its way to the root user's email address.",
        "루트 사용자의 이메일 주소로 링크를 보냈습니다.")
    static let linkSentText = Phrase(
        "Open it within 15 minutes. It works once, and an earlier link no longer works.",
        "15분 안에 여십시오. 한 번만 사용할 수 있으며, 이전 링크는 더 이상 사용할 수 없습니다.")
    static let lostDeviceOperator = Phrase(
        "This server is not set up to send mail. Whoever operates it can remove the lost device "
            + "with this command:",
        "이 서버에는 메일 전송이 설정되어 있지 않습니다. 서버 운영자가 다음 명령으로 분실한 디바이스를 제거할 수 "
            + "있습니다.")
    static let lostDeviceWaiting = Phrase(
        "The waiting period for your lost device goes on. Sign in again when it has ended.",
        "분실한 디바이스에 대한 대기 기간이 진행 중입니다. 종료된 후 다시 로그인하십시오.")
    static let lostDeviceRemovableFrom = Phrase("Devices can be removed from", "디바이스 제거 가능 시간")
    static let lostDeviceRemovableUntil = Phrase(
        "Devices can be removed until", "디바이스 제거 가능 기한")
    static let lostDeviceRemoval = Phrase(
        "The waiting period for your lost device has ended. All MFA devices of the root user are "
            + "removed, its other sessions end, and you can assign a new device.",
        "분실한 디바이스에 대한 대기 기간이 끝났습니다. 루트 사용자의 모든 MFA 디바이스가 제거되고 다른 세션이 "
            + "종료되며, 새 디바이스를 할당할 수 있습니다.")
    static let removeLostDevices = Phrase(
        "Remove the lost devices and continue", "분실한 디바이스를 제거하고 계속")

    static func lostDeviceText(hours: Int) -> Phrase {
        Phrase(
            "A link is sent to the root user's email address. It starts a waiting period of "
                + "\(hours) hours, which every user of the account sees and can cancel. After it "
                + "you sign in with your password and can remove the lost device.",
            "루트 사용자의 이메일 주소로 링크를 보냅니다. 링크를 열면 \(hours)시간의 대기 기간을 시작할 수 있으며, "
                + "계정의 모든 사용자가 이를 보고 취소할 수 있습니다. 그 후 암호로 로그인하여 분실한 디바이스를 "
                + "제거할 수 있습니다.")
    }

    // MARK: The page that the link opens
    static let recoverMFATitle = Phrase("Lost MFA device", "분실한 MFA 디바이스")
    static let linkNotValid = Phrase(
        "This link is not valid. It was used, has ended, or was followed by another. Sign in and "
            + "ask for a new one.",
        "유효하지 않은 링크입니다. 이미 사용했거나, 만료되었거나, 이후에 다른 링크를 요청했습니다. 로그인하여 새 "
            + "링크를 요청하십시오.")
    static let startWaitText = Phrase(
        "Until then every user of the account sees who asked and can cancel it. Signing in with "
            + "an MFA device ends the waiting period, too.",
        "그때까지 계정의 모든 사용자가 요청 정보를 보고 취소할 수 있습니다. MFA 디바이스로 로그인해도 대기 기간이 "
            + "종료됩니다.")
    static let startWait = Phrase("Start the waiting period", "대기 기간 시작")
    static let waitStarted = Phrase("The waiting period has begun.", "대기 기간이 시작되었습니다.")
    static let waitStartedText = Phrase(
        "Sign in with your password when it has ended, within seven days. You get a message with "
            + "the date.",
        "대기 기간이 끝난 후 7일 안에 암호로 로그인하십시오. 날짜를 메일로 알려 드립니다.")

    static func startWaitQuestion(hours: Int, account: String) -> Phrase {
        Phrase(
            "The MFA devices of the root user of account \(account) can be removed with the "
                + "password alone after \(hours) hours.",
            "\(hours)시간이 지나면 암호만으로 계정 \(account)의 루트 사용자의 MFA 디바이스를 제거할 수 있습니다.")
    }

    // MARK: The message in every session
    static let lostDeviceAlarm = Phrase(
        "The MFA devices of the root user are going to be removed.",
        "루트 사용자의 MFA 디바이스가 제거될 예정입니다.")
    static let lostDeviceAlarmNow = Phrase(
        "The MFA devices of the root user can be removed now.",
        "지금 루트 사용자의 MFA 디바이스를 제거할 수 있습니다.")
    static let lostDeviceAlarmText = Phrase(
        "Somebody with the root user's password and access to its mail says that the device is "
            + "lost.",
        "루트 사용자의 암호를 알고 메일에 액세스할 수 있는 사람이 디바이스를 분실했다고 알렸습니다.")
    static let lostDeviceAlarmAdvice = Phrase(
        "Cancel this unless you know that it was the owner of the account.",
        "계정 소유자의 요청이 확실하지 않다면 취소하십시오.")
    static let lostDeviceAsked = Phrase("Asked for", "요청 시간")
    static let lostDeviceAddress = Phrase("From the address", "요청 주소")
}
