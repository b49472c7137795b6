import IAMIdentifiers
import Operations

extension SecurityCredentialsPage {
    enum Form: String { case changePassword = "change-password" }

    struct View {
        var principal: SignedInPrincipal
        var arn: String
        var keys: [AccessKeyList.Row]
        /// Why the keys could not be listed; nil when they were.
        var denial: String?
        var devices: [MFADeviceList.Row] = []
        /// Why the MFA devices could not be listed; nil when they were.
        var devicesDenial: String?
        var serviceKeys: [ServiceKeyList] = []
        var sessions: [SessionSummary] = []
        var open: SecurityCredentialsPage.Section?
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let title = page[view.principal.isRoot ? .mySecurityCredentials : .securityCredentials]
        let risk: HTML =
            view.principal.isRoot && !view.keys.isEmpty
            ? page.message(.warning, page[.adviceRootKeys], "<p>\(page[.adviceRootKeysText])</p>")
            : ""
        return page.document(
            title, lead: page[view.principal.isRoot ? .rootCredentialsLead : .userCredentialsLead],

            content: """
                \(page.summary(view.problems))
                \(risk)
                \(page.card(page[.accountDetails], page.facts([
                    (.accountName, "\(view.principal.accountName)"),
                    (.accountID, page.identifier(view.principal.account.description)),
                    (view.principal.isRoot ? .rootUser : .iamUserName, "\(view.principal.name)"),
                    (.arn, page.identifier(view.arn)),
                ])))
                \(section(.password, .password, view, page, password(view, page)))
                \(section(
                    .mfa, .mfaSection, view, page,
                    beside: MFADeviceList.assignButton(ofUser: "", view.devices.count, page),
                    devices(view, page)))
                \(section(
                    .accessKeys, .accessKeysSection, view, page,
                    "<p>\(page[.accessKeysText])</p>\(keys(view, page))"))
                \(section(.services, .serviceKeysSection, view, page, serviceKeys(view, page)))
                \(section(
                    .sessions, .sessions, view, page,
                    "<p>\(page[.sessionsText])</p>\(SessionList.render(view.sessions, page))"))
                """)
    }

    private static func devices(_ view: View, _ page: PageContext) -> HTML {
        if let denial = view.devicesDenial { return ErrorPages.facts(ofDenial: denial, page) }
        return "<p>\(page[.mfaText])</p>\(MFADeviceList.render(view.devices, page))"
    }

    private static func keys(_ view: View, _ page: PageContext) -> HTML {
        if let denial = view.denial { return ErrorPages.facts(ofDenial: denial, page) }
        // The root user had better have none.
        let here = SecurityCredentialsPage(open: .accessKeys)
        return AccessKeyList.render(view.keys, at: view.principal.isRoot ? nil : here, page)
    }

    private static func serviceKeys(_ view: View, _ page: PageContext) -> HTML {
        let lists = view.serviceKeys.map { list -> HTML in
            "<h3>\(page[list.title])</h3>\(list.render(view.problems, page))"
        }
        return "\(lists)"
    }

    /// A heading that opens what is below it. Without a script the browser asks for the page again
    /// with that section open.
    /// - Parameter action: what stands beside the heading, whether it is open or not.
    private static func section(
        _ id: SecurityCredentialsPage.Section, _ title: Phrase, _ view: View, _ page: PageContext,
        beside action: HTML = "", _ content: HTML
    ) -> HTML {
        let isOpen = (view.open ?? .mfa) == id
        let again: HTML = view.principal.isRoot ? page.hidden("continue", "1") : ""
        return """
            <section class="section"><div class="head"><form method="get" \
            action="\(SecurityCredentialsPage())">\(again)
            <h2><button data-section name="open" value="\(isOpen ? "none" : id.rawValue)" \
            aria-expanded="\(isOpen ? "true" : "false")" aria-controls="\(id.rawValue)">\
            \(page[title])</button></h2></form>\(action)</div>
            <div class="inside stack tight" id="\(id.rawValue)"\(" hidden", if: !isOpen)>
            \(content)</div></section>
            """
    }

    private static func password(_ view: View, _ page: PageContext) -> HTML {
        """
        <p>\(page[.changePasswordText])</p>
        \(page.form(Form.changePassword, class: "stack", """
            \(PasswordChangePage.passwordFields(page, view.problems))
            <div class="actions">\(page.button(.changePassword, .primary))</div>
            """))
        """
    }
}
