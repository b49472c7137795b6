import IAMIdentifiers
import Operations

/// Where the root user of a closed account says who they are, in order to reopen it. The page for
/// signing in knows of no closed accounts, and this one of no others: a wrong answer tells nobody
/// which there are.
struct ReopenAccountPage: PublicPage {
    static let description = PageDescription(.reopenAccount, title: .reopenAccount)
    static let address = PageAddress<Self>(["reopen-account"])

    enum Form: String { case signIn = "sign-in-to-reopen" }

    struct View {
        var email = ""
        var problems = FormProblems()
    }

    func answer(_ request: PublicRequest) async throws -> Reply {
        var view = View(email: request.fields.trimmed("email"))
        guard let form = request.form else { return .page(Self.render(view, request.page)) }
        guard Form(rawValue: form) == .signIn else {
            return .page(ErrorPages.malformed(request.page), status: 400)
        }
        switch try await request.signIn(
            .rootOfClosed(email: view.email), Secret(request.fields["password"]))
        {
        case .entered(let reply): return reply
        case .refused(let phrase, let status):
            view.problems = .one(request.page[phrase])
            return .page(Self.render(view, request.page), status: status)
        }
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.gate(
            page[.reopenAccount],
            content: """
                \(page.summary(view.problems))
                <div class="card stack"><p>\(page[.reopenLead])</p>
                \(page.form(Form.signIn, to: ReopenAccountPage(), class: "stack", """
                    \(page.field(
                        Field(
                            label: .rootEmail, name: "email", kind: .email, value: view.email,
                            autocomplete: "username", maximumLength: 254),
                        view.problems))
                    \(page.field(
                        Field(
                            label: .password, name: "password", kind: .password,
                            autocomplete: "current-password", maximumLength: 128),
                        view.problems))
                    \(page.button(.next, .wide))
                    """))
                <p><a href="\(SignInPage())">\(page[.backToSignIn])</a></p></div>
                """)
    }
}

/// What the root user of a closed account comes to after every proof.
struct ClosedAccountPage: PublicPage {
    static let description = PageDescription(.closedAccount, title: .closedTitle)
    static let address = PageAddress<Self>(["reopen-account", "confirm"])

    enum Form: String { case reopen = "reopen-account" }

    func answer(_ request: PublicRequest) async throws -> Reply {
        guard let ticket = request.cookies[.ticket].map({ Secret($0) }),
            let account = try await request.console.signIn.closedAccount(ticket, request.facts)
        else { return .redirect(ReopenAccountPage(), .sessionEnded) }
        guard let form = request.form else { return .page(Self.render(account, request.page)) }
        guard Form(rawValue: form) == .reopen else {
            return .page(ErrorPages.malformed(request.page), status: 400)
        }
        let outcome = try await request.console.signIn.reopenAccount(
            ticket, device: request.device, request.facts)
        switch try await request.attempt(outcome) {
        case .entered(var reply):
            reply.notice = .accountReopened
            return reply
        case .refused: return .redirect(ReopenAccountPage(), .sessionEnded)
        }
    }

    static func render(_ account: ClosedAccount, _ page: PageContext) -> HTML {
        page.gate(
            page[.closedTitle],
            content: """
                <div class="card stack">
                \(page.facts([
                    (.accountName, "\(account.name)"),
                    (.accountID, "<code>\(account.account.description)</code>"),
                    (.closedAt, page.moment(account.closedAt)),
                    (.erasedFrom, page.time(account.erasedFrom)),
                ]))
                <p>\(page[.reopenText])</p>
                \(page.form(Form.reopen, to: ClosedAccountPage(), class: "stack",
                    page.button(.reopenAccount, .wide)))
                <p><a href="\(SignInPage())">\(page[.backToSignIn])</a></p></div>
                """)
    }
}

// The words of these pages.
extension Phrase {
    static let closedTitle = Phrase("This account is closed", "해지된 계정입니다")
    static let reopenAccount = Phrase("Reopen account", "계정 다시 열기")
    static let reopenClosed = Phrase("Reopen a closed account", "해지한 계정 다시 열기")
    static let reopenLead = Phrase(
        "For 90 days after it was closed, an account can be reopened by its root user.",
        "해지 후 90일 동안 루트 사용자가 계정을 다시 열 수 있습니다.")
    static let closedAt = Phrase("Closed", "해지 시간")
    static let erasedFrom = Phrase("Deleted from", "삭제 예정 시간")
    static let reopenText = Phrase(
        "If you reopen it, its users can sign in and its access keys work again.",
        "다시 열면 사용자가 로그인하고 액세스 키를 사용할 수 있습니다.")
}
