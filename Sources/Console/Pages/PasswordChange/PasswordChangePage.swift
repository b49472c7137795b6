import AWSWire
import IAMIdentifiers
import Operations

/// Where an IAM user who must choose a new password does so, before a session begins.
struct PasswordChangePage: PublicPage {
    static let description = PageDescription(.passwordChange, title: .newPasswordTitle)
    static let address = PageAddress<Self>(["signin", "password", "change"])

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
            switch try await request.attempt(outcome) {
            case .entered(let reply): return reply
            case .refused(let phrase, let status):
                view.problems = .one(request.page[phrase])
                return .page(Self.render(view, request.page), status: status)
            }
        } catch let error as IAMError where error.code != .serviceFailure {
            view.problems = .one(error, boxes: Self.boxes)
            return .page(Self.render(view, request.page), status: error.code.status)
        }
    }

    /// The boxes of the form, by the parameters that they become.
    static let boxes: KeyValuePairs = ["OldPassword": "current", "NewPassword": "new"]

    /// What is wrong with the three boxes before anything is asked of anyone.
    static func problems(in fields: FormFields, _ page: PageContext) -> FormProblems {
        var problems = FormProblems()
        if fields["current"].isEmpty { problems.add(page[.enterPassword], at: "current") }
        if fields["new"].isEmpty { problems.add(page[.enterPassword], at: "new") }
        if fields["new"] != fields["again"] { problems.add(page[.passwordsDiffer], at: "again") }
        return problems
    }
}
