import IAMIdentifiers

extension UserPage {
    /// What its forms do; each is one operation. Those on access keys are ``AccessKeyList``'s.
    enum Form: String {
        case delete = "delete-user"
        case attachPolicy = "attach-policy"
        case detachPolicy = "detach-policy"
        case deleteInlinePolicy = "delete-inline-policy"
        case addToGroup = "add-to-group"
        case removeFromGroup = "remove-from-group"
        case enablePassword = "enable-password"
        case resetPassword = "reset-password"
        case disablePassword = "disable-password"
        case tag, untag
    }

    struct Details: Sendable, Equatable {
        var name: String
        var arn: String
        var path: String
        var createdAt: Timestamp?
        var passwordLastUsedAt: Timestamp?
        /// The ARN of the permissions boundary; nil without one.
        var boundary: String?
    }

    /// What the chosen tab shows.
    enum Content: Sendable {
        case permissions(PolicyList, fromGroups: [(group: String, policies: PolicyList)])
        case groups(member: [String], others: [String])
        case credentials(
            keys: [AccessKeyList.Row], devices: [MFADeviceList.Row],
            serviceKeys: [ServiceKeyList], hasPassword: Bool)
        case tags([(key: String, value: String)])
        case accesses(LastAccessSection)
    }

    struct View {
        var user: Details
        var tab: UserPage.Tab
        var content: Content
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let name = view.user.name
        let tabs: [(Phrase, any ConsolePage)] = [
            (.permissions, UserPage(name: name)), (.groups, UserPage(name: name, tab: .groups)),
            (.securityCredentials, UserPage(name: name, tab: .credentials)),
            (.lastAccessed, UserPage(name: name, tab: .accesses)),
            (.tags, UserPage(name: name, tab: .tags)),
        ]
        return page.document(
            name, lead: page[.userLead],

            actions: """
                \(page.goButton(
                    .showEvents, to: EventHistoryPage(filter: .userName, value: name)))
                \(page.goButton(.simulatePermissions, to: SimulationPage(user: name)))
                \(page.opener(.deleteUser, .danger, opens: "delete-user"))
                """,
            content: """
                \(page.summary(view.problems))
                \(page.card(page[.summary], page.facts([
                    (.arn, page.identifier(view.user.arn)), (.path, "\(view.user.path)"),
                    (.created, page.moment(view.user.createdAt)),
                    (.passwordLastUsed, page.moment(view.user.passwordLastUsedAt)),
                ])))
                \(page.tabs(tabs, current: UserPage(name: name, tab: view.tab)))
                \(content(view, page))
                \(deletion(name, page))
                """)
    }

    private static func content(_ view: View, _ page: PageContext) -> HTML {
        switch view.content {
        case .permissions(let own, let fromGroups):
            permissions(own, fromGroups, view, page)
        case .groups(let member, let others):
            UserGroups.render(member: member, others: others, page)
        case .credentials(let keys, let devices, let serviceKeys, let hasPassword):
            """
            \(password(hasPassword, view, page))
            \(page.card(
                page[.mfaSection],
                actions: MFADeviceList.assignButton(ofUser: view.user.name, devices.count, page),
                MFADeviceList.render(devices, page)))
            \(page.card(page[.accessKeys], AccessKeyList.render(
                keys, at: UserPage(name: view.user.name, tab: .credentials), page)))
            \(serviceKeys.map { page.card(page[$0.title], $0.render(view.problems, page)) })
            """
        case .accesses(let accesses): accesses.render(page)
        case .tags(let tags): TagEditor.render(tags, view.problems, page)
        }
    }

    private static func permissions(
        _ own: PolicyList, _ fromGroups: [(group: String, policies: PolicyList)],
        _ view: View, _ page: PageContext
    ) -> HTML {
        let groups = fromGroups.map { group, policies in
            page.card(page[.fromGroup(group)], policies.render(page))
        }
        return """
            \(page.card(page[.permissionsPolicies], own.render(
                page, changing: InlinePolicyPage(kind: .user, owner: view.user.name))))
            \(AttachPolicy.render(page, view.problems))
            \(groups)
            \(BoundarySection.render(view.user.boundary, view.problems, page))
            """
    }

    private static func password(
        _ hasPassword: Bool, _ view: View, _ page: PageContext
    ) -> HTML {
        let box = """
            \(page.field(
                Field(
                    label: hasPassword ? .newPassword : .password, name: "password",
                    kind: .password, autocomplete: "new-password", maximumLength: 128),
                view.problems))
            \(page.choice(
                page[.mustChangeAtNextSignIn], name: "reset", value: "1", isRadio: false,
                isChosen: true))
            """ as HTML
        guard hasPassword else {
            return page.card(
                page[.consoleAccess],
                """
                <p>\(page[.consoleAccessOff])</p>
                \(page.form(Form.enablePassword, class: "stack tight", """
                    \(box)
                    <div class="actions">\(page.button(.enableConsoleAccess, .primary))</div>
                    """))
                """)
        }
        return page.card(
            page[.consoleAccess],
            """
            <p>\(page[.consoleAccessOn])</p>
            \(page.form(Form.resetPassword, class: "stack tight", """
                \(box)
                <div class="actions">\(page.button(.setNewPassword))
                \(page.opener(.disableConsoleAccess, .danger, opens: "disable-password"))</div>
                """))
            \(page.dialog("disable-password", title: page[.disableConsoleAccess], """
                <p>\(page[.disableConsoleAccessText])</p>
                \(page.form(Form.disablePassword, class: "actions", """
                    \(page.button(.disableConsoleAccess, .danger))\(page.cancel("disable-password"))
                    """))
                """))
            """)
    }

    /// Deleting a user takes everything it has with it, so its name must be typed.
    private static func deletion(_ name: String, _ page: PageContext) -> HTML {
        page.dialog(
            "delete-user", title: page[.deleteUserQuestion(name)],
            """
            <p>\(page[.deleteUserText])</p>
            \(page.form(Form.delete, class: "stack tight", """
                \(page.field(Field(label: .typeNameToConfirm(name), name: "confirm")))
                <div class="actions">\(page.button(.deleteUser, .danger))\
                \(page.cancel("delete-user"))</div>
                """))
            """)
    }
}
