import Store

extension ChangeEmailPage {
    struct View {
        var email = ""
        var proof: RootProofView
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.document(
            page[.changeEmail], lead: page[.changeEmailLead],
            content: """
                \(page.summary(view.problems))
                <div class="card stack">
                \(page.provedForm(
                    Form.begin, to: page.current, view.proof, .saveChanges, .primary, view.problems,
                    another: { ChangeEmailPage(device: $0) },
                    page.field(
                        Field(
                            label: .newEmailAddress, name: "email", kind: .email, value: view.email,
                            autocomplete: "email", maximumLength: 254),
                        view.problems)))
                </div>
                """)
    }

    /// The second step: which addresses are confirmed, and a box for a code.
    static func render(
        _ change: EmailChange, _ problems: FormProblems, _ page: PageContext
    ) -> HTML {
        let places: [(Phrase, Bool)] = [
            (.presentEmail, change.presentCode == nil),
            (.newEmailAddress, change.newCode == nil),
        ]
        let rows = places.map { label, isConfirmed in
            (
                label,
                isConfirmed
                    ? page.badge(page[.confirmed], .good)
                    : page.badge(page[.waitsForCode], .warning)
            )
        }
        return page.document(
            page[.changeEmail], lead: page[.emailCodesLead],
            content: """
                \(page.summary(problems))
                <div class="card stack">
                <p>\(page[.emailCodesText(change.newEmail)])</p>
                \(page.facts(rows))
                \(page.form(Form.confirm, to: ChangeEmailPage(), class: "stack", """
                    \(page.field(.code(.verificationCode, name: "code", hasFocus: true), problems))
                    <div class="actions">\(page.button(.saveChanges, .primary))</div>
                    """))
                <hr class="rule">
                <p class="quiet small">\(page[.emailCodesEnd]) \(page.time(change.endsAt))</p>
                \(page.form(Form.cancel, to: ChangeEmailPage(), page.button(.cancelEmailChange)))
                </div>
                """)
    }

    static func renderNoMail(_ page: PageContext) -> HTML {
        page.document(
            page[.changeEmail],
            content: """
                <div class="card stack">\(page.noMail("gatehouse root set-email"))</div>
                """)
    }
}

// The words of ChangeEmailPage.
extension Phrase {
    static let changeEmail = Phrase("Change email", "이메일 변경")
    static let changeEmailLead = Phrase(
        "The root user signs in with this address, and whoever reads its mail can reset the "
            + "password.",
        "루트 사용자는 이 주소로 로그인하며, 이 주소의 메일을 읽는 사람은 암호를 재설정할 수 있습니다.")
    static let emailCodesLead = Phrase(
        "Both addresses have to be confirmed.", "두 주소를 모두 확인해야 합니다.")
    static let emailCodesEnd = Phrase("The codes can be used until", "코드 사용 기한:")
    static let presentEmail = Phrase("Present email address", "현재 이메일 주소")
    static let confirmed = Phrase("Confirmed", "확인됨")
    static let waitsForCode = Phrase("Waits for its code", "코드 대기 중")
    static let verificationCode = Phrase("Verification code", "확인 코드")
    static let cancelEmailChange = Phrase("Keep the present address", "현재 주소 유지")
    static let wrongEmailCode = Phrase(
        "This code is not right. Look at the newest message to each address.",
        "올바르지 않은 코드입니다. 각 주소로 온 가장 최근 메일을 확인하십시오.")
    static let emailChangeEnded = Phrase(
        "The codes are no longer good. Begin again.",
        "코드를 더 이상 사용할 수 없습니다. 처음부터 다시 시작하십시오.")

    static func emailCodesText(_ email: String) -> Phrase {
        Phrase(
            "We sent one code to the present address and another to \(email). Type them one after "
                + "the other, in any order.",
            "현재 주소와 \(email)(으)로 각각 코드를 보냈습니다. 순서에 관계없이 하나씩 입력하십시오.")
    }
}
