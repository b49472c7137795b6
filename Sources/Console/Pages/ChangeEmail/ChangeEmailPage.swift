import IAMIdentifiers
import Operations
import Store

/// Where the root user gets another e-mail address. One code goes to the present address and one to
/// the new one, and both are typed here.
struct ChangeEmailPage: SignedInPage {
    static let description = PageDescription(
        .changeEmail, title: .changeEmail, within: AccountPage.self, searchWords: [.changeEmail],
        audience: .rootUser)
    static let address = PageAddress<Self>(
        ["console", "account", "email"], [.text("device", \.device)])

    enum Form: String {
        case begin = "begin-email-change"
        case confirm = "confirm-email-change"
        case cancel = "cancel-email-change"
    }

    /// The MFA device that is asked for; empty for the one used last.
    var device = ""

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard request.pipeline.services.mailDelivery.sendsMail else {
            return .page(Self.renderNoMail(request.page))
        }
        switch request.form.map(Form.init) {
        case .begin: return try await begin(request)
        case .confirm: return try await confirm(request)
        case .cancel:
            _ = try await request.rootUser.cancelEmailChange(as: request.caller, request.facts)
            return .redirect(AccountPage(), .emailChangeCancelled)
        case .some(nil): return .page(ErrorPages.malformed(request.page), status: 400)
        case nil:
            if let change = try await request.rootUser.emailChange(
                of: request.caller, at: request.facts.now)
            {
                return .page(Self.render(change, FormProblems(), request.page))
            }
            return .page(try await Self.render(view(request), request.page))
        }
    }

    private func view(_ request: SignedInRequest) async throws -> View {
        View(
            email: request.fields.trimmed("email"),
            proof: try await request.proofView(device: device))
    }

    private func begin(_ request: SignedInRequest) async throws -> Reply {
        var view = try await view(request)
        let refused = try await request.page.problems {
            try await request.rootUser.beginEmailChange(
                to: view.email, request.proof(view.proof), as: request.caller, request.facts)
        }
        guard let refused else { return .redirect(ChangeEmailPage()) }
        view.problems = refused.problems
        return .page(Self.render(view, request.page), status: refused.status)
    }

    private func confirm(_ request: SignedInRequest) async throws -> Reply {
        var outcome = RootUser.EmailConfirmation.ended
        let code = request.fields.code("code").reveal()
        let refused = try await request.page.problems {
            outcome = try await request.rootUser.confirmEmailChange(
                code, as: request.caller, request.facts)
        }
        if let refused {
            var view = try await view(request)
            view.problems = refused.problems
            return .page(Self.render(view, request.page), status: refused.status)
        }
        switch outcome {
        case .changed: return .redirect(AccountPage(), .emailChanged)
        case .oneMore: return .redirect(ChangeEmailPage(), .emailHalfConfirmed)
        case .wrong:
            let change = try await request.rootUser.emailChange(
                of: request.caller, at: request.facts.now)
            guard let change else { return .redirect(ChangeEmailPage()) }
            let problems = FormProblems.one(request.page[.wrongEmailCode], at: "code")
            return .page(Self.render(change, problems, request.page), status: 403)
        case .ended:
            var view = try await view(request)
            view.problems = .one(request.page[.emailChangeEnded])
            return .page(Self.render(view, request.page), status: 410)
        }
    }
}
