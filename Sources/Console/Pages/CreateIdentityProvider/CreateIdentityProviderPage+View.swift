extension CreateIdentityProviderPage {
    enum Form: String { case createSAML = "create-saml-provider" }

    struct View {
        var name = ""
        var metadata = ""
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.document(
            page[.addIdentityProvider], lead: page[.identityProvidersLead],

            content: """
                \(page.summary(view.problems))
                \(page.form(Form.createSAML, class: "stack", """
                    \(page.card(page[.samlProvider], """
                        <p class="quiet">\(page[.samlProviderText])</p>
                        \(page.field(
                            Field(
                                label: .name, name: "name", value: view.name,
                                hint: .providerNameHint, maximumLength: 128, hasFocus: true),
                            view.problems))
                        \(page.lines(
                            LinesField(
                                label: .metadataDocument, name: "metadata", value: view.metadata,
                                hint: .metadataHint, rows: 12, isRequired: true),
                            view.problems))
                        """))
                    <div class="actions">\(page.button(.addIdentityProvider, .primary))
                    \(page.linkButton(.cancel, to: IdentityProvidersPage()))</div>
                    """))
                """)
    }
}
