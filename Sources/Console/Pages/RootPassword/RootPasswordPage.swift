import AWSWire
import IAMIdentifiers
import Operations

/// The root user's second page: the password for the address given on the first.
///
/// It looks the same whether or not an account with that address exists.
struct RootPasswordPage: PublicPage {
    static let description = PageDescription(.rootPassword, title: .rootSignInTitle)
    static let address = PageAddress<Self>(["signin", "root", "password"])

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
