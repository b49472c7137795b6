import AWSWire
import Credentials
import IAMIdentifiers
import Operations

extension PublicRequest {
    /// Where an attempt to sign in led, as a page sees it.
    enum Attempt {
        /// On to the console, or to the page that asks for what is still missing.
        case entered(Reply)
        case refused(Phrase, status: Int)
    }

    /// Tries a password.
    func signIn(_ claim: SignInClaim, _ password: Secret) async throws -> Attempt {
        do {
            let outcome = try await console.signIn.signIn(
                claim, password: password, device: cookies[.device].map { Secret($0) }, facts)
            if case .session = outcome, let earlier = cookies[.session] {
                // The browser forgets the session it had; so does the store.
                try await console.signIn.signOut(earlier, facts)
            }
            return try attempt(outcome)
        } catch PasswordHasherError.busy {
            return .refused(.tooManyAttempts, status: 503)
        }
    }

    /// The page that was asked for before signing in, read back as one of ours; else the first.
    private var destination: any ConsolePage {
        cookies[.destination].flatMap(RequestedPage.init(reading:))?.page ?? HomePage()
    }

    /// Turns an outcome into the cookies and the page that go with it.
    func attempt(_ outcome: SignIn.Outcome) throws -> Attempt {
        switch outcome {
        case .session(let token, let session):
            let device = try console.signIn.device(
                of: session, adding: cookies[.device].map { Secret($0) })
            return .entered(
                .redirect(
                    destination,
                    cookies: [
                        cookies.set(.session, token.secret.reveal()), cookies.remove(.ticket),
                        cookies.set(.device, device.reveal(), isLasting: true),
                        cookies.remove(.form), cookies.remove(.destination),
                    ]))
        case .asks(let question, let ticket):
            return .entered(
                .redirect(question.page, cookies: [cookies.set(.ticket, ticket.reveal())]))
        case .passwordExpired: return .refused(.passwordExpired, status: 403)
        case .wrongCredentials: return .refused(.signInFailed, status: 401)
        case .tooManyAttempts: return .refused(.tooManyAttempts, status: 429)
        case .ticketNotValid: return .refused(.sessionEnded, status: 403)
        }
    }
}

extension SignInQuestion {
    /// The page that asks it.
    fileprivate var page: any ConsolePage {
        switch self {
        case .password: SignInPage()
        case .newPassword: PasswordChangePage()
        }
    }
}

extension RootPasswordPage {
    func answer(_ request: PublicRequest) async throws -> Reply {
        guard request.form.flatMap(Form.init) == .signIn else {
            return .redirect(SignInPage(asRoot: true))
        }
        var view = View(email: request.fields.trimmed("email"))
        guard !request.fields["password"].isEmpty else {
            view.problems = .one(request.page[.enterPassword], at: "password")
            return .page(Self.render(view, request.page), status: 400)
        }
        switch try await request.signIn(
            .root(email: view.email), Secret(request.fields["password"]))
        {
        case .entered(let reply): return reply
        case .refused(let phrase, let status):
            view.problems = .one(request.page[phrase])
            return .page(Self.render(view, request.page), status: status)
        }
    }
}

extension PasswordChangePage {
    func answer(_ request: PublicRequest) async throws -> Reply {
        guard let ticket = request.cookies[.ticket] else { return .redirect(SignInPage()) }
        var view = View()
        guard request.form != nil else { return .page(Self.render(view, request.page)) }
        view.problems = Self.problems(in: request.fields, request.page)
        guard view.problems.isEmpty else {
            return .page(Self.render(view, request.page), status: 400)
        }
        do {
            let outcome = try await request.console.signIn.replacePassword(
                Secret(ticket), old: Secret(request.fields["current"]),
                new: Secret(request.fields["new"]), request.facts)
            switch try request.attempt(outcome) {
            case .entered(let reply): return reply
            case .refused(let phrase, let status):
                view.problems = .one(request.page[phrase])
                return .page(Self.render(view, request.page), status: status)
            }
        } catch let error as IAMError where error.code != .serviceFailure {
            view.problems = .one(error.message, at: "new")
            return .page(Self.render(view, request.page), status: error.code.status)
        }
    }

    /// What is wrong with the three boxes before anything is asked of anyone.
    static func problems(in fields: FormFields, _ page: PageContext) -> FormProblems {
        var problems = FormProblems()
        if fields["current"].isEmpty { problems.add(page[.enterPassword], at: "current") }
        if fields["new"].isEmpty { problems.add(page[.enterPassword], at: "new") }
        if fields["new"] != fields["again"] { problems.add(page[.passwordsDiffer], at: "again") }
        return problems
    }
}

extension SignOutPage {
    func answer(_ request: PublicRequest) async throws -> Reply {
        guard request.form.flatMap(Form.init) == .signOut else {
            return .page(Self.render(request.page))
        }
        if let token = request.cookies[.session] {
            try await request.console.signIn.signOut(token, request.facts)
        }
        return .redirect(
            SignInPage(), cookies: [request.cookies.remove(.session)])
    }
}
