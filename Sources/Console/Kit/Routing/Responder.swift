import AWSWire
import Credentials
import IAMIdentifiers
import IAMModel
import Operations

/// Answers one request: finds out who asks, checks a form's token, and asks the page.
struct Responder: Sendable {
    let console: Console
    let request: WireRequest
    /// Nil when nothing is at the address.
    let requested: RequestedPage?
    let cookies: Cookies
    let facts: RequestFacts

    /// - Throws: only what is a failure of ours.
    func reply() async throws -> Reply {
        let signedIn: SignedIn?
        if let token = cookies[.session] {
            signedIn = try await console.signIn.signedIn(token, at: facts.now)
        } else {
            signedIn = nil
        }
        let (secret, madeCookies) = formSecret(isSignedIn: signedIn != nil)
        var page = PageContext(
            language: language, theme: theme, current: requested?.page ?? HomePage(),
            formToken: AntiForgery.token(for: secret, signedIn?.actorID), now: facts.now,
            origin: origin)
        page.principal = try await principal(of: signedIn)
        page.keyAccess = keyAccess
        if let hidden = cookies[.columns] {
            page.hiddenUserColumns = UserColumn.hidden(in: hidden)
        }
        page.deviceNeed = signedIn?.deviceNeed ?? .none
        if let roles = cookies[.roles] { page.shortcuts = RoleShortcuts(roles) }
        if page.principal?.isRoot == true, page.deviceNeed != .now,
            let account = signedIn?.caller.account
        {
            page.administrator = try await console.services.administrator(of: account)
        }
        if let account = signedIn?.caller.account {
            page.lostDeviceWait = try await console.lostDevice.wait(of: account, at: facts.now)
        }
        page.notice = request.method == "GET" ? cookies[.notice].flatMap(Notice.init) : nil
        var reply: Reply
        do {
            reply = try await answer(page, signedIn, secret)
        } catch let error as IAMError where error.code != .serviceFailure {
            reply = refusal(error, page)
        }
        reply.cookies += madeCookies
        if let notice = reply.notice {
            reply.cookies.append(cookies.set(.notice, notice.rawValue))
        } else if page.notice != nil {
            reply.cookies.append(cookies.remove(.notice))
        }
        return reply
    }

    /// The page's answer, once a form's token was found right.
    private func answer(
        _ page: PageContext, _ signedIn: SignedIn?, _ secret: Secret
    ) async throws -> Reply {
        guard let requested else { return .page(ErrorPages.notFound(nil, page), status: 404) }
        let fields: FormFields
        var form: String?
        var isFromOurPage = false
        switch request.method {
        case "GET", "HEAD":
            guard let query = FormFields(encoded: request.query) else {
                return .page(ErrorPages.malformed(page), status: 400)
            }
            fields = query
        case "POST":
            let keepsLongForms = type(of: requested.page).description.keepsLongForms
            guard request.body.count <= Console.longestForm,
                let text = String(validating: request.body, as: UTF8.self),
                let sent = FormFields(
                    encoded: text,
                    longest: keepsLongForms ? Console.longestForm : FormFields.longest)
            else { return .page(ErrorPages.malformed(page), status: 400) }
            isFromOurPage =
                AntiForgery.isFromHere(request)
                && AntiForgery.matches(sent[AntiForgery.field], secret, signedIn?.actorID)
            guard
                isFromOurPage || type(of: requested.page).description.isPostedFromElsewhere
            else {
                // A session that ended took its token with it; then the form is not to blame.
                if signedIn == nil, cookies[.session] != nil {
                    return .redirect(
                        SignInPage(), .sessionEnded, cookies: [cookies.remove(.session)])
                }
                return .page(ErrorPages.forged(page), status: 403)
            }
            fields = sent
            form = sent["form"]
        default:
            return .page(ErrorPages.malformed(page), status: 405)
        }
        switch requested {
        case .open(let asked):
            return try await asked.answer(
                PublicRequest(
                    console: console, wire: request, facts: facts, page: page, cookies: cookies,
                    fields: fields, form: form, isFromOurPage: isFromOurPage))
        case .signedIn(let asked):
            guard let signedIn, let principal = page.principal else { return signInFirst(asked) }
            guard type(of: asked).description.audience.includes(principal) else {
                return .page(ErrorPages.notFound(nil, page), status: 404)
            }
            // A root user's session is good for nothing else until there is a second factor.
            let isForOneself = (asked as? AssignDevicePage)?.user.isEmpty == true
            guard
                page.deviceNeed != .now || isForOneself || asked is CancelRecoveryPage
                    || asked is ConfirmIdentityPage
            else {
                return .redirect(AssignDevicePage())
            }
            let request = SignedInRequest(
                pipeline: console.pipeline, signIn: console.signIn, lostDevice: console.lostDevice,
                signedIn: signedIn, principal: principal, facts: facts, page: page,
                cookies: cookies, fields: fields, form: form)
            return try await console.services.inTurn(of: signedIn.caller.account) {
                try await asked.answer(request)
            }
        }
    }

    /// Leads to sign-in, and back to the page that was asked for.
    private func signInFirst(_ page: some SignedInPage) -> Reply {
        let asked = request.method == "GET" && !(page is HomePage)
        return .redirect(
            SignInPage(), cookies: asked ? [cookies.set(.destination, page.href)] : [])
    }

    /// A refusal that the page itself did not turn into something to mend.
    private func refusal(_ error: IAMError, _ page: PageContext) -> Reply {
        switch error.code {
        case .accessDenied where error == .proofsNeeded:
            .redirect(ConfirmIdentityPage(back: page.current.href))
        case .accessDenied: .page(ErrorPages.denied(error.message, page), status: 403)
        case .invalidClientTokenId: .redirect(SignInPage())
        case IAM.Errors.noSuchEntity: .page(ErrorPages.notFound(error.message, page), status: 404)
        default: .page(ErrorPages.refused(error.message, page), status: error.code.status)
        }
    }

    /// The secret behind this browser's forms, and the cookie that keeps it if it is new.
    private func formSecret(isSignedIn: Bool) -> (Secret, [String]) {
        if isSignedIn, let token = cookies[.session] { return (Secret(token), []) }
        if let known = cookies[.form].flatMap(RandomToken.init) { return (known.secret, []) }
        var random = console.services.random()
        let fresh = RandomToken.random(using: &random).secret
        return (fresh, [cookies.set(.form, fresh.reveal())])
    }

    private var language: Language { Language(of: request, cookies) }

    private var theme: Theme { cookies[.theme].flatMap(Theme.init) ?? .automatic }

    private var origin: String { console.publicURL ?? requestedOrigin }

    /// Scheme and host that the browser asked for.
    private var requestedOrigin: String {
        "\(request.isSecure ? "https" : "http")://\(request.headers["host"] ?? "localhost")"
    }

    /// What the browser will do on this page. The origin that is checked later is the one that the
    /// browser signs, and not this one.
    private var keyAccess: KeyAccess {
        guard let party = console.services.signInSettings.relyingParty else { return .nowhere }
        return party.allows(requestedOrigin.asciiLowercased) ? .here : .at(party.origin)
    }

    private func principal(of signedIn: SignedIn?) async throws -> SignedInPrincipal? {
        guard let signedIn,
            let names = try await console.signIn.names(of: signedIn.caller.account)
        else { return nil }
        let (name, kind): (String, SignedInPrincipal.Kind) =
            switch signedIn.actor {
            case .rootUser: ("root", .rootUser)
            case .user(let name): (name, .iamUser)
            case .federatedUser(let name): (name, .federatedUser)
            case .role(let role, let session, let isSwitched):
                (
                    "\(role)/\(session)",
                    .role(
                        .init(
                            name: role,
                            owner: isSwitched ? "\(session) @ \(signedIn.ownAccount)" : nil))
                )
            }
        return SignedInPrincipal(
            name: name, account: signedIn.caller.account, accountName: names.name,
            alias: names.alias, kind: kind)
    }
}
