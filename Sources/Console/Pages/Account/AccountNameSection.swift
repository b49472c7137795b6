import IAMIdentifiers

/// The account's name and number.
struct AccountNameSection: AccountSection {
    static let title = Phrase.accountDetails

    var principal: SignedInPrincipal

    init(_ request: SignedInRequest) { principal = request.principal }

    init(principal: SignedInPrincipal) { self.principal = principal }

    func render(_ problems: FormProblems, _ page: PageContext) -> HTML {
        page.facts([
            (.accountName, "\(principal.accountName)"),
            (.accountID, page.identifier(principal.account.description)),
        ])
    }
}
