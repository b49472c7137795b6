import IAMIdentifiers
import Operations

extension SignInPage {
    /// - Parameters:
    ///   - asRoot: whether the root user's boxes are asked for whatever the browser remembers.
    ///   - account: the account whose own sign-in address this is.
    static func answer(asRoot: Bool, account: String?, _ guest: Guest) async throws -> Reply {
        switch guest.form.flatMap(Form.init) {
        case .root: identify(guest)
        case .iamUser: try await signIn(guest)
        case nil where guest.form != nil:
            .page(ErrorPages.malformed(guest.page), status: 400)
        case nil: .page(render(opening(asRoot: asRoot, account: account, guest), guest.page))
        }
    }

    /// What the page opens with: the account named by the address or the host, the one the browser
    /// remembers, or the choice.
    private static func opening(asRoot: Bool, account: String?, _ guest: Guest) -> View {
        let known = asRoot ? nil : account ?? guest.accountOfHost ?? guest.cookies[.account]
        return View(
            isForOneAccount: known != nil, chosen: known == nil ? .root : .iamUser,
            account: known ?? "", offersSignUp: guest.console.isSignUpOpen)
    }

    /// The root user's address. It is not looked up: the next page is the same for every address.
    private static func identify(_ guest: Guest) -> Reply {
        let email = guest.fields.trimmed("email")
        guard email.contains("@"), email.utf8.count <= 254 else {
            let view = View(email: email, problems: .one(guest.page[.enterEmail], at: "email"))
            return .page(render(view, guest.page), status: 400)
        }
        return .page(RootPasswordPage.render(.init(email: email), guest.page))
    }

    private static func signIn(_ guest: Guest) async throws -> Reply {
        let fields = guest.fields
        var view = View(
            isForOneAccount: true, chosen: .iamUser, account: fields.trimmed("account"),
            userName: fields.trimmed("user"))
        if view.account.isEmpty { view.problems.add(guest.page[.enterAccount], at: "account") }
        if view.userName.isEmpty { view.problems.add(guest.page[.enterUserName], at: "user") }
        if fields["password"].isEmpty {
            view.problems.add(guest.page[.enterPassword], at: "password")
        }
        guard view.problems.isEmpty else { return .page(render(view, guest.page), status: 400) }
        let result = try await guest.signIn(
            .user(account: view.account, name: view.userName), Secret(fields["password"]))
        switch result {
        case .entered(var reply):
            reply.cookies.append(guest.cookies.set(.account, view.account, isLasting: true))
            return reply
        case .refused(let phrase, let status):
            view.problems = .one(guest.page[phrase])
            return .page(render(view, guest.page), status: status)
        }
    }
}
