import IAMIdentifiers
import IAMModel
import Operations

/// The account's name, which can be changed, its number, and since when it is there.
struct AccountNameSection: AccountSection {
    static let title = Phrase.accountDetails

    enum Form: String { case rename = "rename-account" }

    var name: String
    var account: AccountID
    var createdAt: Timestamp?

    init(_ request: SignedInRequest) async throws {
        let found = try await request.run(AccountManagement.GetAccountInformation.self, .init())
        self.init(
            name: found.accountName?.reveal() ?? "", account: request.principal.account,
            createdAt: found.accountCreatedDate)
    }

    init(name: String, account: AccountID, createdAt: Timestamp?) {
        self.name = name
        self.account = account
        self.createdAt = createdAt
    }

    static func submit(
        _ form: String, _ request: SignedInRequest
    ) async throws -> AccountAnswer? {
        guard Form(rawValue: form) == .rename else { return nil }
        let refused = try await request.problem {
            try await request.run(
                AccountManagement.PutAccountName.self,
                .init(accountName: Secret(request.fields.trimmed("account-name"))))
        }
        guard refused != nil else { return .done(.accountNameSaved) }
        return .refused(.one(request.page[.accountNameNotValid], at: "account-name"))
    }

    mutating func keep(_ fields: FormFields) { name = fields.trimmed("account-name") }

    func render(_ problems: FormProblems, _ page: PageContext) -> HTML {
        """
        \(page.facts([
            (.accountID, page.identifier(account.description)),
            (.created, page.moment(createdAt)),
        ]))
        \(page.form(Form.rename, class: "stack tight", """
            \(page.field(
                Field(
                    label: .accountName, name: "account-name", value: name,
                    autocomplete: "organization", maximumLength: 50), problems))
            <div class="actions">\(page.button(.saveChanges, .primary))</div>
            """))
        """
    }
}
