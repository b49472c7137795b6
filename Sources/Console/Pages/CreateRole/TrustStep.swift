/// The first step of creating a role: whom it trusts.
struct TrustStep {
    static func render(_ view: CreateRolePage.View, _ page: PageContext) -> HTML {
        let draft = view.draft
        let ways: [(RoleDraft.Trust, Phrase, Phrase)] = [
            (.account, .awsAccount, .trustAccountHint),
            (.service, .awsService, .trustServiceHint),
            (.web, .webIdentity, .trustWebHint),
            (.saml, .samlFederation, .trustSAMLHint),
            (.custom, .customTrustPolicy, .trustCustomHint),
        ]
        let choices = ways.map { trust, label, hint in
            page.choice(
                page[label], hint: page[hint], name: "trust", value: trust.rawValue,
                isRadio: true, isChosen: draft.trust == trust)
        }
        return page.form(
            CreateRolePage.Form.trust, class: "stack trusts",
            """
            \(draft.hiddenPermissions(page))\(draft.hiddenDetails(page))
            \(page.card(page[.trustedEntityType], """
                <fieldset class="choices cards"><legend class="visually-hidden">\
                \(page[.trustedEntityType])</legend>\(choices)</fieldset>
                """))
            <div class="when-account">\(page.card(page[.awsAccount], account(view, page)))</div>
            <div class="when-service">\(page.card(page[.awsService], service(view, page)))</div>
            <div class="when-web">\(page.card(page[.webIdentity], web(view, page)))</div>
            <div class="when-saml">\(page.card(page[.samlFederation], saml(view, page)))</div>
            <div class="when-custom">\(page.card(page[.customTrustPolicy], custom(view, page)))\
            </div>
            <div class="actions">\(page.button(.next, .primary, name: "go", value: "next"))
            \(page.linkButton(.cancel, to: RolesPage()))</div>
            """)
    }

    private static func box(
        _ label: Phrase, _ name: String, _ value: String, hint: Phrase? = nil,
        suggestions: [String] = [], _ view: CreateRolePage.View, _ page: PageContext
    ) -> HTML {
        page.field(
            Field(
                label: label, name: name, value: value, hint: hint, isRequired: false,
                maximumLength: 2_048, suggestions: suggestions), view.problems)
    }

    private static func account(_ view: CreateRolePage.View, _ page: PageContext) -> HTML {
        """
        \(box(.otherAccountID, "account", view.draft.account, hint: .otherAccountHint, view, page))
        \(box(.externalID, "external-id", view.draft.externalID, hint: .externalIDHint, view, page))
        \(page.choice(
            page[.requireMFA], hint: page[.requireMFAHint], name: "mfa", value: "1",
            isRadio: false, isChosen: view.draft.requiresMFA))
        """
    }

    /// Services that are given roles most often. Any other can be typed.
    private static let services = [
        "ec2.amazonaws.com", "lambda.amazonaws.com", "ecs-tasks.amazonaws.com",
        "eks.amazonaws.com", "pods.eks.amazonaws.com", "cloudformation.amazonaws.com",
        "codebuild.amazonaws.com", "events.amazonaws.com", "s3.amazonaws.com",
        "states.amazonaws.com",
    ]

    private static func service(_ view: CreateRolePage.View, _ page: PageContext) -> HTML {
        box(
            .servicePrincipal, "service", view.draft.service, hint: .servicePrincipalHint,
            suggestions: services, view, page)
    }

    /// Providers that need not be registered.
    ///
    /// Source: IAM User Guide, "AWS JSON policy elements: Principal", "OIDC federated principals".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
    private static let providers = [
        "accounts.google.com", "cognito-identity.amazonaws.com", "graph.facebook.com",
        "www.amazon.com",
    ]

    private static func web(_ view: CreateRolePage.View, _ page: PageContext) -> HTML {
        """
        \(box(
            .identityProvider, "web-provider", view.draft.webProvider, hint: .webProviderHint,
            suggestions: providers, view, page))
        \(box(.audience, "audience", view.draft.audience, hint: .tokenAudienceHint, view, page))
        \(box(.subjectOptional, "subject", view.draft.subject, hint: .subjectHint, view, page))
        """
    }

    private static func saml(_ view: CreateRolePage.View, _ page: PageContext) -> HTML {
        """
        \(box(
            .identityProvider, "saml-provider", view.draft.samlProvider, hint: .samlProviderHint,
            view, page))
        \(box(
            .samlAudience, "saml-audience", view.draft.samlAudience, hint: .samlAudienceHint,
            view, page))
        """
    }

    private static func custom(_ view: CreateRolePage.View, _ page: PageContext) -> HTML {
        let draft = view.refusedPolicy ?? PolicyDraft(document: view.draft.document)
        return """
            \(draft.editor(page, offersVisual: false))
            <div class="actions">\(draft.checkButton(page))</div>
            """
    }
}
