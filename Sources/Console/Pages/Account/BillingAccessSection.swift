import Operations

/// Whether IAM's policies decide about bills, which is the root user's to say.
struct BillingAccessSection: AccountSection {
    static let title = Phrase.billingAccess
    static let audience = Audience.rootUser

    enum Form: String {
        case activate = "activate-billing-access"
        case deactivate = "deactivate-billing-access"
    }

    var isActivated: Bool

    init(_ request: SignedInRequest) async throws {
        isActivated = try await request.run(GetIAMAccessPreference.self, .init()).isActivated
    }

    init(isActivated: Bool) { self.isActivated = isActivated }

    static func submit(
        _ form: String, _ request: SignedInRequest
    ) async throws -> AccountAnswer? {
        guard let form = Form(rawValue: form) else { return nil }
        try await request.run(
            UpdateIAMAccessPreference.self, .init(isActivated: form == .activate))
        return .done(form == .activate ? .billingActivated : .billingDeactivated)
    }

    func render(_ problems: FormProblems, _ page: PageContext) -> HTML {
        let state = page.badge(
            page[isActivated ? .activated : .deactivated], isActivated ? .good : .neutral)
        let control =
            isActivated
            ? page.form(Form.deactivate, page.button(.deactivate))
            : page.form(Form.activate, page.button(.activate))
        return """
            <p>\(state)</p>
            <p>\(page[isActivated ? .billingActivatedText : .billingDeactivatedText])</p>
            <div class="actions">\(control)</div>
            """
    }
}
