import Credentials
import IAMIdentifiers
import Operations

/// What the link of a forgotten password opens.
struct ResetPasswordPage: PasswordLinkPage {
    static let description = PageDescription(.resetPassword)
    static let address = PageAddress<Self>(["reset-password", "new"], [.text("token", \.token)])

    static let done = Notice.rootPasswordReset
    static var withoutToken: any ConsolePage { ForgottenPasswordPage() }

    var token = ""

    func subject(_ link: RandomToken, _ request: PublicRequest) async throws -> AccountID? {
        try await PasswordReset(request.console.services).account(
            ofLink: link, at: request.facts.now)
    }

    func take(
        _ password: Secret, _ link: RandomToken, _ request: PublicRequest
    ) async throws -> Bool {
        try await PasswordReset(request.console.services).reset(link, to: password, request.facts)
    }

    func render(_ account: AccountID, _ problems: FormProblems, _ page: PageContext) -> HTML {
        page.gate(
            page[.resetPasswordTitle],
            content: """
                \(page.summary(problems))
                <div class="card stack">
                <p><strong>\(page[.ofAccount(account.description)])</strong></p>
                <p>\(page[.resetPasswordText])</p>
                \(passwordForm(.resetPassword, problems, page))</div>
                """)
    }

    static func renderNotValid(_ page: PageContext) -> HTML {
        page.gate(
            page[.resetPasswordTitle],
            content: """
                <div class="card stack"><p>\(page[.resetLinkNotValid])</p>
                <p><a href="\(ForgottenPasswordPage())">\(page[.askForAnotherLink])</a></p></div>
                """)
    }
}
