import IAMIdentifiers
import Operations

/// The sign-in page: the choice between root user and IAM user, and the boxes of each.
///
/// The root user gives an e-mail address here and the password on the next page; an IAM user gives
/// three things at once. An account's own address, and a browser that remembers an account, open
/// with the three boxes; a link below them leads back.
struct SignInPage: PublicPage {
    static let description = PageDescription(.signIn, title: .signIn)
    static let address = PageAddress<Self>(["signin"], [.flag("as", is: "root", \.asRoot)])

    /// Whether the page opens for the root user whatever the browser remembers.
    var asRoot = false

    func answer(_ request: PublicRequest) async throws -> Reply {
        try await answer(request, account: nil)
    }

    /// - Parameters:
    ///   - account: the account whose own sign-in address this is.
    ///   - user: whose name the address says.
    func answer(
        _ request: PublicRequest, account: String?, user: String = ""
    ) async throws -> Reply {
        switch request.form.flatMap(Form.init) {
        case .root: Self.identify(request)
        case .iamUser: try await Self.signIn(request)
        case nil where request.form != nil:
            .page(ErrorPages.malformed(request.page), status: 400)
        case nil: .page(Self.render(opening(account, user, request), request.page))
        }
    }

    /// What the page opens with: the account named by the address or the host, the one the browser
    /// remembers, or the choice.
    private func opening(
        _ account: String?, _ user: String, _ request: PublicRequest
    ) -> View {
        let known = asRoot ? nil : account ?? request.accountOfHost ?? request.cookies[.account]
        return View(
            isForOneAccount: known != nil, chosen: known == nil ? .root : .iamUser,
            account: known ?? "", userName: user, offersSignUp: request.console.isSignUpOpen)
    }

    /// The root user's address. It is not looked up: the next page is the same for every address.
    private static func identify(_ request: PublicRequest) -> Reply {
        let email = request.fields.trimmed("email")
        guard email.contains("@"), email.utf8.count <= 254 else {
            let view = View(email: email, problems: .one(request.page[.enterEmail], at: "email"))
            return .page(render(view, request.page), status: 400)
        }
        return .page(RootPasswordPage.render(.init(email: email), request.page))
    }

    private static func signIn(_ request: PublicRequest) async throws -> Reply {
        let fields = request.fields
        var view = View(
            isForOneAccount: true, chosen: .iamUser, account: fields.trimmed("account"),
            userName: fields.trimmed("user"))
        if view.account.isEmpty { view.problems.add(request.page[.enterAccount], at: "account") }
        if view.userName.isEmpty { view.problems.add(request.page[.enterUserName], at: "user") }
        if fields["password"].isEmpty {
            view.problems.add(request.page[.enterPassword], at: "password")
        }
        guard view.problems.isEmpty else { return .page(render(view, request.page), status: 400) }
        let result = try await request.signIn(
            .user(account: view.account, name: view.userName), Secret(fields["password"]))
        switch result {
        case .entered(var reply):
            reply.cookies.append(request.cookies.set(.account, view.account, isLasting: true))
            return reply
        case .refused(let phrase, let status):
            view.problems = .one(request.page[phrase])
            return .page(render(view, request.page), status: status)
        }
    }
}
