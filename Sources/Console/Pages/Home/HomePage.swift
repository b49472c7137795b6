import Operations

/// The console's first page: who one is here, where to go, and what to do first.
struct HomePage: SignedInPage {
    static let description = PageDescription(
        .home, title: .consoleHome, searchWords: [.consoleHome])
    static let address = PageAddress<Self>(["console"])

    func answer(_ request: SignedInRequest) async throws -> Reply {
        var view = View()
        // An IAM user's first page asks for nothing, so that it opens without any permission.
        if request.principal.isRoot {
            view.check = try await request.securityCheck()
        }
        return .page(Self.render(view, request.page, request.principal))
    }
}
