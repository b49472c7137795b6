import IAMIdentifiers
import Operations

/// What the root user of a closed account comes to after every proof: the account can be opened
/// again here.
struct ReopenAccountPage: PublicPage {
    static let description = PageDescription(.reopenAccount, title: .reopenAccount)
    static let address = PageAddress<Self>(["signin", "account", "reopen"])

    enum Form: String { case reopen = "reopen-account" }

    func answer(_ request: PublicRequest) async throws -> Reply {
        guard let ticket = request.cookies[.ticket].map({ Secret($0) }),
            let account = try await request.console.signIn.closedAccount(ticket, request.facts)
        else { return .redirect(SignInPage(), .sessionEnded) }
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
        case .refused: return .redirect(SignInPage(), .sessionEnded)
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
                \(page.form(Form.reopen, to: ReopenAccountPage(), class: "stack",
                    page.button(.reopenAccount, .wide)))
                <p><a href="\(SignInPage())">\(page[.backToSignIn])</a></p></div>
                """)
    }
}

// The words of ReopenAccountPage.
extension Phrase {
    static let closedTitle = Phrase("This account is closed", "해지된 계정입니다")
    static let reopenAccount = Phrase("Reopen account", "계정 다시 열기")
    static let closedAt = Phrase("Closed", "해지 시간")
    static let erasedFrom = Phrase("Deleted from", "삭제 예정 시간")
    static let reopenText = Phrase(
        "If you reopen it, its users can sign in and its access keys work again.",
        "다시 열면 사용자가 로그인하고 액세스 키를 사용할 수 있습니다.")
}
