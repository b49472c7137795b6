import IAMModel

@testable import Console
import Operations

extension Gallery {
    /// The page of the account, as its root user and an IAM user see it.
    static func account(_ language: Language) -> [(name: String, html: HTML)] {
        let context = page(AccountPage(), language)
        let editing = page(AccountPage(edit: .contact), language)
        var refused = AccountPage.View([ContactSection(values: contact, isEditing: true)])
        refused.refuse(
            ContactSection.self, .one(editing[.phoneNotValid], at: "phone"), FormFields())
        return [
            ("Account", AccountPage.render(.init(ofRoot), context)),
            ("AccountEmpty", AccountPage.render(.init(empty), context)),
            ("AccountContact", AccountPage.render(refused, editing)),
            (
                "AccountSecurityContact",
                AccountPage.render(
                    .init([AlternateContactsSection(contacts: contacts, edited: .security)]),
                    page(AccountPage(edit: .security), language))
            ),
            ("AccountDenied", AccountPage.render(denied, page(AccountPage(), language, alice))),
        ]
    }

    private static let contact: [ContactSection.Box: String] = [
        .fullName: "Mia <Schmidt>", .company: "Example & Sons", .phone: "+41 44 555 01 23",
        .line1: "Haupt 1", .city: "Bern", .postalCode: "3011", .country: "CH",
    ]

    private static let contacts: [AlternateContactsSection.Kind: AlternateContactsSection.Found] = [
        .billing: .contact(
            .init(name: "Noor", title: "CFO", email: "bills@example.com", phone: "+41 1")),
        .operations: .nobody,
        .security: .denied(denial("account:GetAlternateContact")),
    ]

    private static let ofRoot: [any AccountSection] = [
        AccountNameSection(name: "Example & Sons", account: account, createdAt: now),
        ContactSection(values: contact), AlternateContactsSection(contacts: contacts),
        RegionsSection(
            rows: [
                .init(code: "af-south-1", status: .disabled),
                .init(code: "ap-east-1", status: .enabled),
                .init(code: "us-east-1", status: .enabledByDefault),
            ]),
        BillingAccessSection(isActivated: false),
    ]

    private static let empty: [any AccountSection] = [
        ContactSection(values: [:]), RegionsSection(rows: [], search: "<x>"),
        BillingAccessSection(isActivated: true),
    ]

    private static var denied: AccountPage.View {
        var view = AccountPage.View()
        view.parts = [
            .denied(AccountNameSection.title, denial("account:GetAccountInformation"))
        ]
        return view
    }

    private static func denial(_ action: String) -> String {
        "User: arn:aws:iam::123456789012:user/alice is not authorized to perform: \(action) on "
            + "resource: arn:aws:account::123456789012:account because no identity-based policy "
            + "allows the \(action) action"
    }
}
