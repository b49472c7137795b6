import Credentials
import IAMIdentifiers
import Operations

/// What to do about a forgotten password. A root user is sent a link; an IAM user asks an
/// administrator. ``ResetPasswordPage`` is what the link opens.
struct ForgottenPasswordPage: PublicPage {
    static let description = PageDescription(.forgottenPassword, title: .forgottenTitle)
    static let address = PageAddress<Self>(["reset-password"])

    func answer(_ request: PublicRequest) async throws -> Reply {
        let services = request.console.services
        var view = View(sendsMail: services.mailDelivery.sendsMail)
        guard let form = request.form else { return .page(Self.render(view, request.page)) }
        guard Form(rawValue: form) == .send,
            let origin = services.mailDelivery.linkOrigin(asked: request.page.origin)
        else { return .page(ErrorPages.malformed(request.page), status: 400) }
        view.email = request.fields.trimmed("email")
        guard view.email.contains("@"), view.email.utf8.count <= 254 else {
            view.problems = .one(request.page[.enterEmail], at: "email")
            return .page(Self.render(view, request.page), status: 400)
        }
        let outcome = try await PasswordReset(services).sendLink(
            to: view.email, request.page.language, request.facts
        ) { token in
            origin + ResetPasswordPage(token: token.secret.reveal()).href
        }
        switch outcome {
        case .sent: return .page(Self.renderSent(view, request.page))
        case .tooMany:
            view.problems = .one(request.page[.tooManyAttempts])
            return .page(Self.render(view, request.page), status: 429)
        }
    }
}
