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
    let path: ConsolePath?
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
            language: language, theme: theme, path: path ?? .home,
            formToken: AntiForgery.token(for: secret), now: facts.now, origin: origin)
        page.reader = try await reader(of: signedIn)
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
        guard let path else { return .page(ErrorPages.notFound(nil, page), status: 404) }
        let fields: FormFields
        var form: String?
        switch request.method {
        case "GET", "HEAD":
            guard let query = FormFields(encoded: request.query) else {
                return .page(ErrorPages.malformed(page), status: 400)
            }
            fields = query
        case "POST":
            guard request.body.count <= Console.longestForm,
                let text = String(validating: request.body, as: UTF8.self),
                let sent = FormFields(encoded: text)
            else { return .page(ErrorPages.malformed(page), status: 400) }
            guard AntiForgery.isFromHere(request),
                AntiForgery.matches(sent[AntiForgery.field], secret)
            else {
                // A session that ended took its token with it; then the form is not to blame.
                if signedIn == nil, cookies[.session] != nil {
                    return .redirect(
                        .signIn(asRoot: false), .sessionEnded,
                        cookies: [cookies.remove(.session)])
                }
                return .page(ErrorPages.forged(page), status: 403)
            }
            fields = sent
            form = sent["form"]
        default:
            return .page(ErrorPages.malformed(page), status: 405)
        }
        let guest = Guest(
            console: console, request: request, facts: facts, page: page, cookies: cookies,
            fields: fields, form: form)
        if let reply = try await Routes.outside(path, guest) { return reply }
        guard let signedIn, let reader = page.reader else { return signInFirst(path) }
        let visit = Visit(
            pipeline: console.pipeline, signIn: console.signIn, caller: signedIn.caller,
            reader: reader,
            arn: signedIn.principal.arn, facts: facts, page: page, fields: fields)
        return try await console.services.inTurn(of: signedIn.caller.account) {
            try await Routes.inside(path, visit, form: form)
        }
    }

    /// Leads to sign-in, and back to the page that was asked for.
    private func signInFirst(_ path: ConsolePath) -> Reply {
        let asked = request.method == "GET" && path != .home
        return .redirect(
            .signIn(asRoot: false),
            cookies: asked ? [cookies.set(.destination, path.description)] : [])
    }

    /// A refusal that the page itself did not turn into something to mend.
    private func refusal(_ error: IAMError, _ page: PageContext) -> Reply {
        switch error.code {
        case .accessDenied: .page(ErrorPages.denied(error.message, page), status: 403)
        case .invalidClientTokenId: .redirect(.signIn(asRoot: false))
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

    private var language: Language {
        cookies[.language].flatMap(Language.init)
            ?? Language(accepting: request.headers["accept-language"])
    }

    private var theme: Theme { cookies[.theme].flatMap(Theme.init) ?? .automatic }

    private var origin: String {
        console.publicURL
            ?? "\(request.isSecure ? "https" : "http")://\(request.headers["host"] ?? "localhost")"
    }

    private func reader(of signedIn: SignedIn?) async throws -> PageContext.Reader? {
        guard let signedIn,
            let names = try await console.signIn.names(of: signedIn.caller.account)
        else { return nil }
        return PageContext.Reader(
            name: signedIn.principal.userName ?? "root", account: signedIn.caller.account,
            accountName: names.name, alias: names.alias, isRoot: signedIn.principal.isRoot)
    }
}
