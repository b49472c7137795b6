import IAMIdentifiers
import Store

/// What a root user is told by mail because it happened. Who did not do it themselves learns of it
/// in time.
enum RootNotice: Sendable, Equatable {
    /// Who caused it.
    enum Origin: Sendable, Equatable {
        case address(String)
        case `operator`
    }

    case signedIn(isKnownBrowser: Bool)
    case accessKeyCreated(AccessKeyID)
    case deviceAssigned
    case deviceRemoved
    case passwordChanged
    case emailChanged(to: String)
    case accountClosed(erasedFrom: Timestamp)
    case accountReopened
    case transferOffered(to: String)
    case transferCancelled(to: String)
    case transferred(to: String)
}

extension Mail {
    /// Tells an account's root user, in the language of the account.
    /// - Parameters:
    ///   - origin: who caused it; by default whoever sent the request.
    ///   - other: a second address that gets the notice, after the root user's.
    func notify(
        _ notice: RootNotice, of account: Account, by origin: RootNotice.Origin? = nil,
        alsoTo other: String? = nil, _ facts: RequestFacts, in transaction: any Transaction
    ) throws {
        let message = MailMessage(
            notice, of: account.id, by: origin ?? .address(facts.sourceAddress), at: facts.now,
            Language(stored: account.language))
        for address in [account.email] + (other.map { [$0] } ?? []) {
            try send(message, to: account, address: address, at: facts.now, in: transaction)
        }
    }
}

extension MailMessage {
    init(
        _ notice: RootNotice, of account: AccountID, by origin: RootNotice.Origin,
        at now: Timestamp, _ language: Language
    ) {
        self.init(
            language, subject: notice.title(account),
            [
                .text(notice.happened(account) + origin.text(at: now)),
                .text(notice.advice),
            ])
    }
}

extension RootNotice.Origin {
    fileprivate func text(at now: Timestamp) -> BilingualText {
        let time = MailMessage.moment(now)
        return switch self {
        case .address(let address):
            BilingualText(
                "It was on \(time), from the address \(address).",
                "시간: \(time), 주소: \(address).")
        case .operator:
            BilingualText(
                "The operator of the server did it on \(time).", "\(time)에 서버 운영자가 실행했습니다.")
        }
    }
}

extension RootNotice {
    fileprivate func title(_ account: AccountID) -> BilingualText {
        switch self {
        case .signedIn(true):
            BilingualText("Root user sign-in to account \(account)", "계정 \(account)의 루트 사용자 로그인")
        case .signedIn(false):
            BilingualText(
                "Root user sign-in to account \(account) from a new device",
                "새 디바이스에서 계정 \(account)의 루트 사용자 로그인")
        case .accessKeyCreated:
            BilingualText(
                "The root user of account \(account) has a new access key",
                "계정 \(account)의 루트 사용자 액세스 키가 생성됨")
        case .deviceAssigned:
            BilingualText(
                "The root user of account \(account) has a new MFA device",
                "계정 \(account)의 루트 사용자에 MFA 디바이스가 할당됨")
        case .deviceRemoved:
            BilingualText(
                "An MFA device of the root user of account \(account) was removed",
                "계정 \(account)의 루트 사용자 MFA 디바이스가 제거됨")
        case .passwordChanged:
            BilingualText(
                "The root user's password of account \(account) was changed",
                "계정 \(account)의 루트 사용자 암호가 변경됨")
        case .emailChanged:
            BilingualText(
                "The root user's email address of account \(account) was changed",
                "계정 \(account)의 루트 사용자 이메일 주소가 변경됨")
        case .accountClosed:
            BilingualText("Account \(account) was closed", "계정 \(account)이(가) 해지됨")
        case .accountReopened:
            BilingualText("Account \(account) was reopened", "계정 \(account)이(가) 다시 열림")
        case .transferOffered:
            BilingualText(
                "Account \(account) was offered to another owner",
                "계정 \(account)의 소유권 이전이 시작됨")
        case .transferCancelled:
            BilingualText(
                "The transfer of account \(account) was cancelled",
                "계정 \(account)의 소유권 이전이 취소됨")
        case .transferred:
            BilingualText("Account \(account) has another owner", "계정 \(account)의 소유자가 변경됨")
        }
    }

    fileprivate func happened(_ account: AccountID) -> BilingualText {
        switch self {
        case .signedIn(let isKnownBrowser):
            BilingualText(
                "Somebody signed in as the root user of account \(account).",
                "계정 \(account)의 루트 사용자로 로그인했습니다.")
                + (isKnownBrowser
                    ? BilingualText("The browser has signed in before.", "이전에 로그인한 브라우저입니다.")
                    : BilingualText(
                        "The browser has not signed in before.", "처음 로그인하는 브라우저입니다."))
        case .accessKeyCreated(let id):
            BilingualText(
                "The access key \(id) was created for the root user of account \(account). It may "
                    + "do everything in the account.",
                "계정 \(account)의 루트 사용자 액세스 키 \(id)이(가) 생성되었습니다. 이 키는 계정에서 모든 작업을 할 수 "
                    + "있습니다.")
        case .deviceAssigned:
            BilingualText(
                "An MFA device was assigned to the root user of account \(account).",
                "계정 \(account)의 루트 사용자에 MFA 디바이스가 할당되었습니다.")
        case .deviceRemoved:
            BilingualText(
                "An MFA device was taken from the root user of account \(account).",
                "계정 \(account)의 루트 사용자에서 MFA 디바이스가 제거되었습니다.")
        case .passwordChanged:
            BilingualText(
                "The root user of account \(account) has another password. Its other sessions "
                    + "have ended.",
                "계정 \(account)의 루트 사용자 암호가 변경되었습니다. 다른 세션은 종료되었습니다.")
        case .emailChanged(let email):
            BilingualText(
                "The root user of account \(account) signs in as \(email) from now on.",
                "이제부터 계정 \(account)의 루트 사용자는 \(email)(으)로 로그인합니다.")
        case .accountClosed(let end):
            BilingualText(
                "Account \(account) was closed: nobody signs in, and its access keys are refused. "
                    + "Until \(MailMessage.moment(end)) it can be reopened; then everything in it "
                    + "is deleted.",
                "계정 \(account)이(가) 해지되었습니다. 아무도 로그인할 수 없으며 액세스 키는 거부됩니다. "
                    + "\(MailMessage.moment(end))까지 다시 열 수 있으며, 그 후에는 계정의 모든 내용이 "
                    + "삭제됩니다.")
        case .accountReopened:
            BilingualText(
                "Account \(account) was reopened. Its users sign in and its access keys work "
                    + "again.",
                "계정 \(account)을(를) 다시 열었습니다. 사용자가 로그인하고 액세스 키를 사용할 수 있습니다.")
        case .transferOffered(let email):
            BilingualText(
                "The ownership of account \(account) was offered to \(email). When it is "
                    + "accepted, your password, MFA devices, access keys and sessions end.",
                "계정 \(account)의 소유권을 \(email)(으)로 이전하기 시작했습니다. 수락하면 현재 암호, MFA "
                    + "디바이스, 액세스 키, 세션이 모두 종료됩니다.")
        case .transferCancelled(let email):
            BilingualText(
                "The ownership of account \(account) stays where it is. The link that was sent to "
                    + "\(email) works no longer.",
                "계정 \(account)의 소유권이 그대로 유지됩니다. \(email)(으)로 보낸 링크는 더 이상 사용할 수 "
                    + "없습니다.")
        case .transferred(let email):
            BilingualText(
                "The root user of account \(account) is \(email) from now on. The password, MFA "
                    + "devices, access keys and sessions of the owner before have ended.",
                "이제부터 계정 \(account)의 루트 사용자는 \(email)입니다. 이전 소유자의 암호, MFA 디바이스, "
                    + "액세스 키, 세션은 모두 종료되었습니다.")
        }
    }

    fileprivate var advice: BilingualText {
        switch self {
        case .signedIn:
            BilingualText(
                "If this was not you, change the password at once and end all other sessions. For "
                    + "everyday work, use an IAM user.",
                "본인이 아니라면 즉시 암호를 변경하고 다른 모든 세션을 종료하십시오. 일상적인 작업에는 IAM 사용자를 "
                    + "사용하십시오.")
        case .accessKeyCreated:
            BilingualText(
                "If this was not you, delete the key and change the password at once.",
                "본인이 아니라면 즉시 키를 삭제하고 암호를 변경하십시오.")
        case .accountReopened, .deviceAssigned, .deviceRemoved, .passwordChanged,
            .emailChanged, .transferred:
            BilingualText(
                "If this was not you, ask the operator of the server for help at once.",
                "본인이 아니라면 즉시 서버 운영자에게 도움을 요청하십시오.")
        case .accountClosed:
            BilingualText(
                "The root user reopens it on the page /reopen-account of the console, or the "
                    + "operator of the server does.",
                "다시 열려면 콘솔의 /reopen-account 페이지를 이용하거나 서버 운영자에게 요청하십시오.")
        case .transferOffered:
            BilingualText(
                "Until then it can be cancelled on the account page. If this was not you, cancel "
                    + "it and change the password at once.",
                "수락하기 전에는 계정 페이지에서 취소할 수 있습니다. 본인이 아니라면 즉시 취소하고 암호를 변경하십시오.")
        case .transferCancelled:
            BilingualText("There is nothing to be done.", "필요한 조치는 없습니다.")
        }
    }
}
