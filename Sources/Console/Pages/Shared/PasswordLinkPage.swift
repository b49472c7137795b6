import Credentials
import IAMIdentifiers
import Operations

/// What a link in a mail opens where somebody chooses a root user's password. Looking at the page
/// changes nothing, since mail programs look at links by themselves.
protocol PasswordLinkPage: PublicPage {
    /// What the link is about.
    associatedtype Subject: Sendable

    /// The page that is shown where the address has no token.
    static var withoutToken: any ConsolePage { get }
    /// What is said when it is done, on the page for signing in.
    static var done: Notice { get }
    var token: String { get }

    /// Nil when the link is not valid any more.
    func subject(_ link: RandomToken, _ request: PublicRequest) async throws -> Subject?

    /// Takes the password. The link is used up.
    /// - Returns: false when the link is not valid any more.
    /// - Throws: ``AccountRefusal``, which leaves the link as it is.
    func take(
        _ password: Secret, _ link: RandomToken, _ request: PublicRequest
    ) async throws -> Bool

    func render(_ subject: Subject, _ problems: FormProblems, _ page: PageContext) -> HTML

    static func renderNotValid(_ page: PageContext) -> HTML
}

/// The form of a ``PasswordLinkPage``.
enum PasswordLinkForm: String { case choose = "choose-password" }

extension PasswordLinkPage {
    func answer(_ request: PublicRequest) async throws -> Reply {
        guard !token.isEmpty else { return .redirect(Self.withoutToken) }
        let page = request.page
        let notValid = Reply.page(Self.renderNotValid(page), status: 410)
        guard let link = RandomToken(token), let subject = try await subject(link, request) else {
            return notValid
        }
        guard let form = request.form else { return .page(render(subject, .none, page)) }
        guard PasswordLinkForm(rawValue: form) == .choose else {
            return .page(ErrorPages.malformed(page), status: 400)
        }
        let problems = page.newPasswordProblems(request.fields)
        guard problems.isEmpty else {
            return .page(render(subject, problems, page), status: 400)
        }
        var isDone = false
        let refused = try await page.problems {
            isDone = try await take(Secret(request.fields["new"]), link, request)
        }
        if let refused {
            return .page(render(subject, refused.problems, page), status: refused.status)
        }
        return isDone ? .redirect(SignInPage(asRoot: true), Self.done) : notValid
    }

    /// The form with the two boxes.
    func passwordForm(_ label: Phrase, _ problems: FormProblems, _ page: PageContext) -> HTML {
        page.form(
            PasswordLinkForm.choose, to: self, class: "stack",
            """
            \(page.newPasswordFields(problems))
            \(page.button(label, .wide))
            """)
    }
}
