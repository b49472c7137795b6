import IAMIdentifiers
import Operations

/// Where the root user gets another password.
struct ChangeRootPasswordPage: SignedInPage {
    static let description = PageDescription(
        .changeRootPassword, title: .changePassword, within: AccountPage.self,
        audience: .rootUser)
    static let address = PageAddress<Self>(["console", "account", "password"])

    enum Form: String { case change = "change-root-password" }

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard let form = request.form else {
            return .page(Self.render(FormProblems(), request.page))
        }
        guard Form(rawValue: form) == .change else {
            return .page(ErrorPages.malformed(request.page), status: 400)
        }
        let (fields, page) = (request.fields, request.page)
        var problems = page.newPasswordProblems(fields)
        if fields["current"].isEmpty { problems.add(page[.enterPassword], at: "current") }
        guard problems.isEmpty else {
            return .page(Self.render(problems, page), status: 400)
        }
        let refused = try await page.problems {
            try await request.rootUser.changePassword(
                from: Secret(fields["current"]), to: Secret(fields["new"]), as: request.caller,
                request.facts)
        }
        if let refused {
            return .page(Self.render(refused.problems, page), status: refused.status)
        }
        return .redirect(AccountPage(), .passwordChanged)
    }

    static func render(_ problems: FormProblems, _ page: PageContext) -> HTML {
        page.document(
            page[.changePassword], lead: page[.changePasswordText],
            content: """
                \(page.summary(problems))
                <div class="card stack">
                \(page.form(Form.change, to: ChangeRootPasswordPage(), class: "stack", """
                    \(page.field(
                        Field(
                            label: .currentPassword, name: "current", kind: .password,
                            autocomplete: "current-password", maximumLength: 128),
                        problems))
                    \(page.newPasswordFields(problems))
                    <div class="actions">\(page.button(.saveChanges, .primary))</div>
                    """))
                </div>
                """)
    }
}
