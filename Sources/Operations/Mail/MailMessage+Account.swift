import IAMIdentifiers
import Store

// The messages by which a root user's password, e-mail address and owner are changed.
extension MailMessage {
    /// The link with which a forgotten password is replaced.
    static func passwordReset(
        _ address: String, of account: Account, _ language: Language
    ) -> MailMessage {
        MailMessage(
            language,
            subject: BilingualText(
                "A new root password for account \(account.id)",
                "계정 \(account.id)의 루트 사용자 암호 재설정"),
            [
                .text(
                    BilingualText(
                        "Somebody asked for a new password of the root user of account "
                            + "\(account.id). If that was you, open this page and choose one.",
                        "계정 \(account.id)의 루트 사용자 암호를 재설정하려는 요청이 있었습니다. 본인이라면 이 "
                            + "페이지를 열고 새 암호를 선택하십시오.") + worksOnce),
                .link(address, label: BilingualText("Reset password", "암호 재설정")),
                .text(
                    BilingualText(
                        "If it was not you, there is nothing to be done: without this message "
                            + "nobody changes the password.",
                        "본인이 아니라면 아무것도 하지 않아도 됩니다. 이 메일 없이는 아무도 암호를 변경할 수 없습니다.")
                ),
            ])
    }

    /// The code that confirms a change of the e-mail address.
    /// - Parameter newEmail: the address that is to be the root user's.
    static func emailCode(
        _ code: String, of account: Account, to newEmail: String, _ language: Language
    ) -> MailMessage {
        MailMessage(
            language,
            subject: BilingualText(
                "The verification code for account \(account.id)", "계정 \(account.id)의 확인 코드"),
            [
                .text(
                    BilingualText(
                        "The email address of the root user of account \(account.id) is to be "
                            + "changed to \(newEmail). Type this code on the page that asks for "
                            + "it, within 15 minutes:",
                        "계정 \(account.id)의 루트 사용자 이메일 주소를 \(newEmail)(으)로 변경하려고 합니다. "
                            + "15분 안에 코드를 요구하는 페이지에 다음 코드를 입력하십시오.")),
                .code(code),
                .text(
                    BilingualText(
                        "If this was not you, tell nobody the code. If you own the account, change "
                            + "its password: somebody else knows it.",
                        "본인이 아니라면 코드를 아무에게도 알려 주지 마십시오. 계정 소유자라면 암호를 변경하십시오. "
                            + "다른 사람이 암호를 알고 있습니다.")),
            ])
    }

    /// An address cannot be given to an account: another account has it. Only whoever reads
    /// its mail learns that.
    static func addressTaken(_ language: Language) -> MailMessage {
        MailMessage(
            language,
            subject: BilingualText(
                "This email address already has an account", "이 이메일 주소의 계정이 이미 있음"),
            [
                .text(
                    BilingualText(
                        "Somebody wants to make this address the root user's of another account. "
                            + "An address has one account, and yours has one already, so nothing "
                            + "was changed.",
                        "이 주소를 다른 계정의 루트 사용자 이메일로 사용하려는 요청이 있었습니다. 주소 하나에는 계정 "
                            + "하나만 둘 수 있으며 이미 계정이 있으므로 변경하지 않았습니다."))
            ])
    }

    /// The link with which another owner takes an account.
    static func ownershipTransfer(
        _ address: String, of account: Account, _ language: Language
    ) -> MailMessage {
        MailMessage(
            language,
            subject: BilingualText(
                "You are offered account \(account.id)", "계정 \(account.id)의 소유권 이전 요청"),
            [
                .text(
                    BilingualText(
                        "The owner of account \(account.id) offers it to you. If you accept, you "
                            + "become its root user: you choose a password and an MFA device, and "
                            + "nobody else can sign in as root any more.",
                        "계정 \(account.id)의 소유자가 소유권을 이전하려고 합니다. 수락하면 루트 사용자가 되어 암호와 "
                            + "MFA 디바이스를 직접 설정하며, 다른 사람은 더 이상 루트로 로그인할 수 없습니다.")
                        + worksOnce),
                .link(address, label: BilingualText("Look at the offer", "요청 보기")),
                .text(
                    BilingualText(
                        "If you know nothing of it, do nothing. The account stays where it is.",
                        "모르는 요청이라면 아무것도 하지 마십시오. 계정은 그대로 유지됩니다.")),
            ])
    }
}
