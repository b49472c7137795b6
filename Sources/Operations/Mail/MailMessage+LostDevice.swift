import IAMIdentifiers
import Store

// What mail says about a root user's lost MFA devices.
extension MailMessage {
    /// The link with which the waiting period is started.
    static func lostDeviceLink(
        _ address: String, of account: Account, waitHours: Int, _ language: Language
    ) -> MailMessage {
        MailMessage(
            language,
            subject: BilingualText(
                "A lost MFA device of account \(account.id)", "계정 \(account.id)의 MFA 디바이스 분실"),
            [
                .text(
                    BilingualText(
                        "Somebody who knows the password of the root user of account \(account.id) "
                            + "says that its MFA device is lost.",
                        "계정 \(account.id)의 루트 사용자 암호를 아는 사람이 MFA 디바이스를 "
                            + "분실했다고 알렸습니다.")),
                .text(
                    BilingualText(
                        "If that was you, open this page and start the waiting period. After "
                            + "\(waitHours) hours the device can be removed.",
                        "본인이라면 이 페이지를 열고 대기 기간을 시작하십시오. \(waitHours)시간이 지나면 "
                            + "디바이스를 제거할 수 있습니다.") + worksOnce),
                .link(address, label: BilingualText("Start the waiting period", "대기 기간 시작")),
                .text(
                    BilingualText(
                        "If it was not you, do not open the page, and change the password: "
                            + "somebody else knows it.",
                        "본인이 아니라면 페이지를 열지 말고 암호를 변경하십시오. 다른 사람이 암호를 알고 있습니다."
                    )),
            ])
    }

    /// The waiting period has begun.
    static func lostDeviceWait(_ recovery: MFARecovery) -> MailMessage {
        let (account, address) = (recovery.account, recovery.sourceAddress)
        let (start, end) = (moment(recovery.startedAt), moment(recovery.endsAt))
        return MailMessage(
            Language(stored: recovery.language),
            subject: BilingualText(
                "MFA devices of account \(account) can be removed from \(end)",
                "\(end)부터 계정 \(account)의 MFA 디바이스를 제거할 수 있음"),
            [
                .text(
                    BilingualText(
                        "On \(start) the waiting period for lost MFA devices of the root user of "
                            + "account \(account) was started, from the address \(address).",
                        "\(start)에 주소 \(address)에서 계정 \(account)의 루트 사용자가 분실한 MFA "
                            + "디바이스에 대한 대기 기간을 시작했습니다.")),
                .text(
                    BilingualText(
                        "From \(end), for seven days, whoever signs in with the root user's "
                            + "password can remove its MFA devices.",
                        "\(end)부터 7일 동안 루트 사용자의 암호로 로그인하는 사람이 MFA 디바이스를 "
                            + "제거할 수 있습니다.")),
                .text(
                    BilingualText(
                        "If this was not you, sign in before then and choose Cancel in the message "
                            + "on top of every page. Every user of the account can do so. Then "
                            + "change the password: somebody else knows it.",
                        "본인이 아니라면 그 전에 로그인하여 모든 페이지 위에 표시되는 메시지에서 취소를 "
                            + "선택하십시오. 계정의 모든 사용자가 취소할 수 있습니다. 그런 다음 암호를 "
                            + "변경하십시오. 다른 사람이 암호를 알고 있습니다.")),
            ])
    }

    /// The waiting period is over before its end.
    static func lostDeviceCancelled(
        _ recovery: MFARecovery, because cause: LostDevice.End
    ) -> MailMessage {
        let account = recovery.account
        return MailMessage(
            Language(stored: recovery.language),
            subject: BilingualText(
                "The MFA devices of account \(account) stay", "계정 \(account)의 MFA 디바이스가 유지됨"),
            [
                .text(cause.text),
                .text(
                    BilingualText(
                        "The waiting period for lost MFA devices of the root user of account "
                            + "\(account) has ended, and no device is removed. If a device is "
                            + "lost after all, sign in and ask again.",
                        "계정 \(account)의 루트 사용자가 분실한 MFA 디바이스에 대한 대기 기간이 "
                            + "종료되었으며 디바이스는 제거되지 않습니다. 디바이스를 실제로 분실했다면 "
                            + "로그인하여 다시 요청하십시오.")),
            ])
    }

    /// Devices were removed.
    /// - Parameter address: from where; nil for the operator.
    static func mfaDevicesRemoved(
        of account: AccountID, at now: Timestamp, from address: String?, _ language: Language
    ) -> MailMessage {
        let time = moment(now)
        let cause =
            address.map {
                BilingualText(
                    "On \(time) somebody who knows the password removed the lost MFA devices of "
                        + "the root user of account \(account), from the address \($0).",
                    "\(time)에 암호를 아는 사람이 주소 \($0)에서 계정 \(account)의 루트 사용자가 "
                        + "분실한 MFA 디바이스를 제거했습니다.")
            }
            ?? BilingualText(
                "On \(time) the operator of the server removed MFA devices of the root user of "
                    + "account \(account).",
                "\(time)에 서버 운영자가 계정 \(account)의 루트 사용자의 MFA 디바이스를 제거했습니다.")
        return MailMessage(
            language,
            subject: BilingualText(
                "MFA devices of account \(account) were removed",
                "계정 \(account)의 MFA 디바이스가 제거됨"),
            [
                .text(cause),
                .text(
                    BilingualText(
                        "Sign in as the root user and assign a new MFA device. If this was not "
                            + "you, ask the operator of the server for help at once.",
                        "루트 사용자로 로그인하여 새 MFA 디바이스를 할당하십시오. 본인이 아니라면 즉시 서버 "
                            + "운영자에게 도움을 요청하십시오.")),
            ])
    }

    /// What messages with a link say of it.
    static let worksOnce = BilingualText(
        "The link works once, for 15 minutes.", "링크는 15분 동안 한 번만 사용할 수 있습니다.")

    static func moment(_ moment: Timestamp) -> String {
        moment.iso8601.prefix(16).replacing("T", with: " ") + " UTC"
    }
}

extension LostDevice.End {
    fileprivate var text: BilingualText {
        switch self {
        case .cancelled(let name, let address):
            BilingualText(
                "\(name) cancelled the removal of the MFA devices, from the address \(address).",
                "\(name)이(가) 주소 \(address)에서 MFA 디바이스 제거를 취소했습니다.")
        case .deviceUsed(let address):
            BilingualText(
                "The root user signed in with an MFA device, from the address \(address).",
                "루트 사용자가 주소 \(address)에서 MFA 디바이스로 로그인했습니다.")
        }
    }
}
