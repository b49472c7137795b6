extension CreateIdentityProviderPage {
    enum Form: String {
        case createSAML = "create-saml-provider"
        case createOIDC = "create-oidc-provider"
    }

    struct View {
        var type = Kind.saml
        var name = ""
        var metadata = ""
        var url = "https://"
        var audience = ""
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let tabs: [(Phrase, any ConsolePage)] = [
            (.saml, CreateIdentityProviderPage()),
            (.openIDConnect, CreateIdentityProviderPage(type: .oidc)),
        ]
        return page.document(
            page[.addIdentityProvider], lead: page[.identityProvidersLead],
            content: """
                \(page.summary(view.problems))
                \(page.tabs(tabs, current: CreateIdentityProviderPage(type: view.type)))
                \(view.type == .saml ? saml(view, page) : oidc(view, page))
                """)
    }

    private static func saml(_ view: View, _ page: PageContext) -> HTML {
        page.form(
            Form.createSAML, class: "stack",
            """
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
            \(buttons(page))
            """)
    }

    private static func oidc(_ view: View, _ page: PageContext) -> HTML {
        page.form(
            Form.createOIDC, class: "stack",
            """
            \(page.card(page[.openIDConnectProvider], """
                <p class="quiet">\(page[.openIDConnectText])</p>
                \(page.field(
                    Field(
                        label: .providerURL, name: "url", value: view.url,
                        hint: .providerURLHint, maximumLength: 255, hasFocus: true),
                    view.problems))
                \(page.field(
                    Field(
                        label: .audience, name: "audience", value: view.audience,
                        hint: .audienceHint, maximumLength: 255),
                    view.problems))
                """))
            \(buttons(page))
            """)
    }

    private static func buttons(_ page: PageContext) -> HTML {
        """
        <div class="actions">\(page.button(.addIdentityProvider, .primary))
        \(page.linkButton(.cancel, to: IdentityProvidersPage()))</div>
        """
    }
}
