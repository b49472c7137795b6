import Credentials
import IAMIdentifiers
import Operations

/// The page that a link from mail opens. It tells what the waiting period is, and starts it when
/// its form is sent: mail programs open links by themselves.
struct RecoverMFAPage: PublicPage {
    static let description = PageDescription(.recoverMFA, title: .recoverMFATitle)
    static let address = PageAddress<Self>(["signin", "mfa", "recover"], [.text("token", \.token)])

    /// The token of the link.
    var token = ""

    enum Form: String { case start = "start-wait" }

    func answer(_ request: PublicRequest) async throws -> Reply {
        guard !token.isEmpty else { return .redirect(SignInPage()) }
        let lostDevice = request.console.lostDevice
        guard let token = RandomToken(token),
            let account = try await lostDevice.account(ofLink: token, at: request.facts.now)
        else { return Self.notValid(request.page) }
        switch request.form.flatMap(Form.init) {
        case .start:
            let wait = try await lostDevice.start(
                token, request.page.language, request.facts)
            guard let wait else { return Self.notValid(request.page) }
            return .page(Self.renderStarted(wait, request.page))
        case nil where request.form != nil:
            return .page(ErrorPages.malformed(request.page), status: 400)
        case nil:
            return .page(
                render(
                    account: account.description, waitHours: lostDevice.waitHours, request.page))
        }
    }

    private static func notValid(_ page: PageContext) -> Reply {
        .page(renderNotValid(page), status: 400)
    }

    func render(account: String, waitHours: Int, _ page: PageContext) -> HTML {
        page.gate(
            page[.recoverMFATitle],
            content: """
                <div class="card stack">
                <p>\(page[.startWaitQuestion(hours: waitHours, account: account)])</p>
                <p>\(page[.startWaitText])</p>
                \(page.form(Form.start, to: self, class: "stack", page.button(.startWait, .wide)))
                </div>
                """)
    }

    static func renderStarted(_ wait: LostDevice.Wait, _ page: PageContext) -> HTML {
        page.gate(
            page[.recoverMFATitle],
            content: """
                \(page.message(.good, page[.waitStarted]))
                <div class="card stack">
                <p>\(page[.lostDeviceRemovableFrom]) \(page.time(wait.endsAt))</p>
                <p>\(page[.waitStartedText])</p>
                <p><a href="\(SignInPage())">\(page[.backToSignIn])</a></p></div>
                """)
    }

    static func renderNotValid(_ page: PageContext) -> HTML {
        page.gate(
            page[.recoverMFATitle],
            content: """
                <div class="card stack"><p>\(page[.linkNotValid])</p>
                <p><a href="\(SignInPage())">\(page[.backToSignIn])</a></p></div>
                """)
    }
}
