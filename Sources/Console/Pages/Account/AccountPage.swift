import Operations

/// The account: its name, whom to reach about it, and what is the root user's alone.
///
/// A section that the reader may not read shows the denial in its place. A section that is the
/// root user's alone is absent for everyone else.
struct AccountPage: SignedInPage {
    static let description = PageDescription(
        .account, title: .account, within: HomePage.self, searchWords: [.account])
    static let address = PageAddress<Self>(["console", "account"])

    /// The sections, in the order in which they stand on the page.
    static let sections: [any AccountSection.Type] = [
        AccountNameSection.self, RootUserSection.self, OwnershipSection.self,
        ClosingSection.self,
    ]

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard let form = request.form else {
            return .page(Self.render(try await Self.view(request), request.page))
        }
        for section in Self.sections where section.audience.includes(request.principal) {
            switch try await section.submit(form, request) {
            case nil: continue
            case .done(let notice): return .redirect(AccountPage(), notice)
            case .reply(let reply): return reply
            case .refused(let problems):
                var view = try await Self.view(request)
                view.refuse(section, problems, request.fields)
                return .page(Self.render(view, request.page), status: 400)
            }
        }
        return .page(ErrorPages.malformed(request.page), status: 400)
    }

    private static func view(_ request: SignedInRequest) async throws -> View {
        var view = View()
        for section in sections where section.audience.includes(request.principal) {
            do {
                view.parts.append(.section(try await section.init(request)))
            } catch let error as IAMError where error.code == .accessDenied {
                view.parts.append(.denied(section.title, error.message))
            }
        }
        return view
    }
}
