/// The sign-in page of one account, named by its ID or alias.
struct AccountSignInPage: PublicPage {
    static let description = PageDescription(.accountSignIn, title: .signIn)
    static let address = PageAddress<Self>(["signin", .text(\.account)])

    var account = ""

    func answer(_ request: PublicRequest) async throws -> Reply {
        try await SignInPage().answer(request, account: account)
    }
}
