import Store

extension TransferOwnershipPage {
    struct View {
        var email = ""
        var proof: RootProofView
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.document(
            page[.transferOwnership], lead: page[.transferLead],
            content: """
                \(page.summary(view.problems))
                <div class="card stack">
                <p>\(page[.transferText])</p>
                \(page.provedForm(
                    Form.offer, to: page.current, view.proof, .transferOwnership, .danger,
                    view.problems, another: { TransferOwnershipPage(device: $0) },
                    page.field(
                        Field(
                            label: .newEmailAddress, name: "email", kind: .email, value: view.email,
                            hint: .newOwnerHint, maximumLength: 254),
                        view.problems)))
                </div>
                """)
    }

    /// The offer that stands.
    static func render(
        _ transfer: OwnershipTransfer, _ problems: FormProblems, _ page: PageContext
    ) -> HTML {
        page.document(
            page[.transferOwnership], lead: page[.transferLead],
            content: """
                \(page.summary(problems))
                <div class="card stack">\(offer(transfer, page))</div>
                """)
    }

    /// What has become of an offer, and what can be done about it.
    static func offer(_ transfer: OwnershipTransfer, _ page: PageContext) -> HTML {
        """
        <p>\(page[.transferWaits])</p>
        <dl class="facts-list">
        <div><dt>\(page[.offeredTo])</dt><dd>\(transfer.newEmail)</dd></div>
        <div><dt>\(page[.offeredAt])</dt><dd>\(page.moment(transfer.startedAt))</dd></div>
        <div><dt>\(page[.offerEnds])</dt><dd>\(page.time(transfer.endsAt))</dd></div></dl>
        <div class="actions">
        \(page.form(Form.sendAgain, to: TransferOwnershipPage(), page.button(.sendAgain)))
        \(page.form(Form.cancel, to: TransferOwnershipPage(), page.button(.cancelTransfer)))
        </div>
        """
    }

    static func renderNoMail(_ page: PageContext) -> HTML {
        page.document(
            page[.transferOwnership], lead: page[.transferLead],
            content: """
                <div class="card stack">
                \(page.noMail("gatehouse root set-email"))
                <p><code>gatehouse root reset-password</code></p>
                <p><code>gatehouse root remove-mfa --all</code></p></div>
                """)
    }
}

// The words of TransferOwnershipPage and AcceptOwnershipPage.
extension Phrase {
    static let transferOwnership = Phrase("Transfer ownership", "소유권 이전")
    static let transferLead = Phrase(
        "Gives the account to somebody else, with everything in it.",
        "계정과 그 안의 모든 것을 다른 사람에게 넘깁니다.")
    static let transferText = Phrase(
        "The new owner gets a link by mail, accepts, and chooses a password and an MFA device. At "
            + "that moment your password, MFA devices, root access keys and sessions end, and the "
            + "contacts are deleted. Users, groups and their keys stay. Until then you can cancel.",
        "새 소유자가 메일로 받은 링크에서 수락하고 암호와 MFA 디바이스를 직접 설정합니다. 그 순간 현재 암호, MFA "
            + "디바이스, 루트 액세스 키, 세션이 모두 종료되고 연락처가 삭제됩니다. 사용자, 그룹, 사용자의 키는 "
            + "유지됩니다. 수락하기 전에는 취소할 수 있습니다.")
    static let newOwnerHint = Phrase(
        "The new owner's, who has no account here with it.",
        "새 소유자의 주소입니다. 이 주소로 만든 다른 계정이 없어야 합니다.")
    static let transferWaits = Phrase(
        "The account was offered to another owner, who has not accepted yet. The link works for "
            + "15 minutes; send it again when the new owner is ready.",
        "다른 소유자에게 이전을 요청했으며 아직 수락하지 않았습니다. 링크는 15분 동안 사용할 수 있으니, 새 소유자가 "
            + "준비되면 다시 전송하십시오.")
    static let offeredTo = Phrase("Offered to", "받는 사람")
    static let offeredAt = Phrase("Offered", "요청 시간")
    static let offerEnds = Phrase("Ends", "종료 시간")
    static let sendAgain = Phrase("Send again", "다시 전송")
    static let cancelTransfer = Phrase("Cancel transfer", "이전 취소")

    // MARK: The page that the link opens
    static let acceptTitle = Phrase("You are offered an account", "계정 소유권 이전 요청")
    static let acceptOwnership = Phrase("Accept ownership", "소유권 수락")
    static let acceptText = Phrase(
        "Choose a password. You sign in as its root user with this email address, and assign an "
            + "MFA device at once. Then nobody else can sign in as root.",
        "암호를 설정하십시오. 이 이메일 주소로 루트 사용자로 로그인하여 바로 MFA 디바이스를 할당합니다. 그 후에는 "
            + "다른 사람이 루트로 로그인할 수 없습니다.")
    static let offerNotValid = Phrase(
        "This link is not valid. It was used, has ended, was taken back, or was followed by "
            + "another. Ask the owner of the account to send it again.",
        "유효하지 않은 링크입니다. 이미 사용했거나, 만료되었거나, 취소되었거나, 이후에 다른 링크를 보냈습니다. 계정 "
            + "소유자에게 다시 전송하도록 요청하십시오.")
}
