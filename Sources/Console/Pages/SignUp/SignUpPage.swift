import Credentials
import IAMIdentifiers
import Operations

/// Where an account and its root user are created.
struct SignUpPage: PublicPage {
    static let description = PageDescription(
        .signUp, title: .signUpTitle)
    static let address = PageAddress<Self>(["signup"], [.text("token", \.token)])

    /// The setup link's; empty without one.
    var token = ""

    func answer(_ request: PublicRequest) async throws -> Reply {
        guard let authority = Self.authority(token, request) else {
            return .page(Self.renderClosed(request.page), status: 403)
        }
        var view = View(token: token)
        guard request.form.flatMap(Form.init) == .signUp else {
            return .page(Self.render(view, request.page))
        }
        let password = Secret(request.fields["password"])
        view.email = request.fields.trimmed("email")
        view.accountName = request.fields.trimmed("name")
        do {
            let details = try AccountDetails(name: view.accountName, email: view.email)
            let signUp = SignUp(request.console.services)
            let wanted = SignUp.Request(details, password: password)
            if case .openSignUp = authority {
                try await signUp.makeForVisitor(wanted, request.facts)
                return .page(Self.renderDone(email: details.email, request.page))
            }
            _ = try await signUp.make(wanted, by: authority, request.facts)
        } catch let refusal as AccountRefusal {
            let (message, field, status) = Self.problem(refusal, request.page)
            view.problems = .one(message, at: field)
            return .page(Self.render(view, request.page), status: status)
        } catch PasswordHasherError.busy {
            view.problems = .one(request.page[.tooManyAttempts])
            return .page(Self.render(view, request.page), status: 503)
        }
        switch try await request.signIn(.root(email: view.email), password) {
        case .entered(let reply): return reply
        case .refused: return .redirect(SignInPage(asRoot: true))
        }
    }

    private static func authority(_ token: String, _ request: PublicRequest) -> SignUp.Authority? {
        if let link = RandomToken(token) { return .setupLink(link) }
        return request.console.isSignUpOpen ? .openSignUp : nil
    }

    /// A refusal as what the reader can do about it, the box it is about, and the status.
    private static func problem(
        _ refusal: AccountRefusal, _ page: PageContext
    ) -> (String, String?, Int) {
        switch refusal {
        case .emailNotValid: (page[.emailNotValid], "email", 400)
        case .emailTaken: (page[.emailTaken], "email", 409)
        case .nameNotValid: (page[.accountNameNotValid], "name", 400)
        case .passwordNotAccepted(let violation): (page[Phrase(violation)], "password", 400)
        case .tooManyAttempts: (page[.tooManyAttempts], nil, 429)
        case .setupLinkNotValid: (page[.setupLinkUsed], nil, 403)
        case .wrongPassword, .wrongCode, .notConfirmed, .noMail, .accountErased,
            .accountIDTaken, .noSuchAccount, .notRootUser:
            (page[.signUpClosedTitle], nil, 403)
        }
    }
}
