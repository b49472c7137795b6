import Credentials
import IAMIdentifiers
import Operations

extension SignUpPage {
    /// - Parameter token: the setup link's; empty without one.
    static func answer(_ token: String, _ guest: Guest) async throws -> Reply {
        guard let authority = authority(token, guest) else {
            return .page(renderClosed(guest.page), status: 403)
        }
        var view = View(token: token)
        guard guest.form.flatMap(Form.init) == .signUp else {
            return .page(render(view, guest.page))
        }
        let password = Secret(guest.fields["password"])
        view.email = guest.fields.trimmed("email")
        view.accountName = guest.fields.trimmed("name")
        do {
            let details = try AccountDetails(name: view.accountName, email: view.email)
            let signUp = SignUp(guest.console.services)
            let request = SignUp.Request(details, password: password)
            if case .openSignUp = authority {
                try await signUp.makeForVisitor(request, guest.facts)
                return .page(renderDone(email: details.email, guest.page))
            }
            _ = try await signUp.make(request, by: authority, guest.facts)
        } catch let refusal as AccountRefusal {
            let (message, field, status) = problem(refusal, guest.page)
            view.problems = .one(message, at: field)
            return .page(render(view, guest.page), status: status)
        } catch PasswordHasherError.busy {
            view.problems = .one(guest.page[.tooManyAttempts])
            return .page(render(view, guest.page), status: 503)
        }
        switch try await guest.signIn(.root(email: view.email), password) {
        case .entered(let reply): return reply
        case .refused: return .redirect(.signIn(asRoot: true))
        }
    }

    private static func authority(_ token: String, _ guest: Guest) -> SignUp.Authority? {
        if let link = RandomToken(token) { return .setupLink(link) }
        return guest.console.isSignUpOpen ? .openSignUp : nil
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
        case .wrongPassword, .accountIDTaken, .noSuchAccount, .notRootUser:
            (page[.signUpClosedTitle], nil, 403)
        }
    }
}
