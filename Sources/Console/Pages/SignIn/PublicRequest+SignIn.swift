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
                claim, password: password, device: device, facts)
            return try await attempt(outcome)
        } catch PasswordHasherError.busy {
            return .refused(.tooManyAttempts, status: 503)
        }
    }

    /// What the browser shows of earlier sign-ins.
    var device: Secret? { cookies[.device].map { Secret($0) } }

    /// The page that was asked for before signing in, read back as one of ours; else the first.
    private var destination: any ConsolePage {
        cookies[.destination].flatMap(RequestedPage.init(reading:))?.page ?? HomePage()
    }

    /// Turns an outcome into the cookies and the page that go with it.
    func attempt(_ outcome: SignIn.Outcome) async throws -> Attempt {
        switch outcome {
        case .session(let token, let session):
            let device = try console.signIn.device(
                of: session, adding: device)
            let next: any ConsolePage =
                try await console.signIn.expectsDevice(session)
                ? AssignDevicePage(isExpected: true) : destination
            var reply = try await entered(token, at: next)
            reply.cookies.append(cookies.set(.device, device.reveal(), isLasting: true))
            return .entered(reply)
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

extension PublicRequest {
    /// The session of somebody who came with the word of an identity provider or a broker.
    /// - Parameter destination: the address of the page that is shown first, as it was sent; it is
    ///   read back as one of ours, so that it leads nowhere else.
    func entered(_ token: RandomToken, destination: String) async throws -> Reply {
        let origin = page.origin
        let path =
            destination.begins(with: origin + "/")
            ? String(destination.dropFirst(origin.count)) : destination
        return try await entered(token, at: RequestedPage(reading: path)?.page ?? HomePage())
    }

    /// The first page of a session that begins. The browser forgets the session that it had, and
    /// what led to this one; so does the store.
    private func entered(
        _ token: RandomToken, at next: any ConsolePage
    ) async throws -> Reply {
        if let earlier = cookies[.session] {
            try await console.signIn.signOut(earlier, facts)
        }
        return .redirect(
            next,
            cookies: [
                cookies.set(.session, token.secret.reveal()), cookies.remove(.ticket),
                cookies.remove(.form), cookies.remove(.destination),
            ])
    }
}

extension SignInQuestion {
    /// The page that asks it.
    fileprivate var page: any ConsolePage {
        switch self {
        case .password: SignInPage()
        case .secondFactor: SecondFactorPage()
        case .newPassword: PasswordChangePage()
        case .reopening: ClosedAccountPage()
        }
    }
}
