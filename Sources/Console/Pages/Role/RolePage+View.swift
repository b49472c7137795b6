import IAMIdentifiers
import Operations

extension RolePage {
    /// What its forms do beside those of ``PolicyList``, ``TagEditor`` and ``BoundarySection``.
    enum Form: String {
        case delete = "delete-role"
        case edit = "edit-role"
        case trust = "trust-policy"
        case revoke = "revoke-sessions"
    }

    struct Details: Sendable, Equatable {
        var name: String
        var arn: String
        var path: String
        var description: String
        var createdAt: Timestamp?
        /// The longest session, in seconds.
        var maximumSession: Int
        var lastUsedAt: Timestamp?
        var lastRegion: String?
        /// The ARN of the permissions boundary; nil without one.
        var boundary: String?

        /// Whether it is linked to a service, which alone may change it.
        var isLinked: Bool { RolePage.isLinked(path: path) }
    }

    /// What the chosen tab shows.
    enum Content: Sendable {
        case permissions(PolicyList)
        case accesses(LastAccessSection)
        /// Who may assume it is nil for a reader who may not know.
        case trust(document: String, assumers: RoleAssumers.Output?)
        case tags([(key: String, value: String)])
        /// The policy that ends older sessions; nil without one.
        case sessions(revoking: String?)
    }

    struct View {
        var role: Details
        var tab: RolePage.Tab
        var content: Content
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let role = view.role
        let edit: HTML = role.isLinked ? "" : page.opener(.edit, opens: "edit-role")
        let simulate: HTML = """
            \(page.goButton(
                .showEvents, to: EventHistoryPage(filter: .resourceName, value: role.name)))
            \(page.goButton(.simulatePermissions, to: SimulationPage(role: role.name)))
            """
        return page.document(
            role.name, lead: role.description.isEmpty ? page[.roleLead] : role.description,
            actions: "\(simulate)\(edit)\(page.opener(.deleteRole, .danger, opens: "delete-role"))",
            content: """
                \(page.summary(view.problems))
                \(role.isLinked ? page.message(.note, page[.linkedRole]) : "")
                \(page.card(page[.summary], page.facts(summary(of: role, page))))
                \(RolePage(name: role.name, tab: view.tab).tabs(page))
                \(content(view, page))
                \(role.isLinked ? "" : editing(view, page))
                \(deletion(role.name, page))
                """)
    }

    /// The trust policy while it is not saved.
    func renderTrust(
        _ draft: PolicyDraft, _ problems: FormProblems, _ page: PageContext
    ) -> HTML {
        page.document(
            name, lead: page[.roleLead],
            content: """
                \(page.summary(problems))
                \(RolePage(name: name, tab: .trust).tabs(page))
                \(page.card(page[.trustPolicy], RoleTrust.editor(draft, page)))
                """)
    }

    private func tabs(_ page: PageContext) -> HTML {
        let tabs: [(Phrase, any ConsolePage)] = [
            (.permissions, RolePage(name: name)),
            (.trustRelationships, RolePage(name: name, tab: .trust)),
            (.tags, RolePage(name: name, tab: .tags)),
            (.lastAccessed, RolePage(name: name, tab: .accesses)),
            (.revokeSessions, RolePage(name: name, tab: .sessions)),
        ]
        return page.tabs(tabs, current: self)
    }

    private static func summary(of role: Details, _ page: PageContext) -> [(Phrase, HTML)] {
        let region: HTML = role.lastRegion.map { " <span class=\"mono\">\($0)</span>" } ?? ""
        return [
            (.arn, page.identifier(role.arn)), (.path, "\(role.path)"),
            (.created, page.moment(role.createdAt)),
            (.lastActivity, "\(page.moment(role.lastUsedAt))\(region)"),
            (.maximumSession, "\(page[.sessionLength(role.maximumSession)])"),
        ]
    }

    private static func content(_ view: View, _ page: PageContext) -> HTML {
        let canChange = !view.role.isLinked
        switch view.content {
        case .permissions(let policies):
            return """
                \(page.card(
                    page[.permissionsPolicies], policies.render(
                        page,
                        changing: canChange
                            ? InlinePolicyPage(kind: .role, owner: view.role.name) : nil)))
                \(canChange ? AttachPolicy.render(page, view.problems) : "")
                \(BoundarySection.render(
                    view.role.boundary, canChange: canChange, view.problems, page))
                """
        case .accesses(let accesses): return accesses.render(page)
        case .trust(let document, let assumers):
            return RoleTrust.render(
                document, assumers, of: view.role, page)
        case .tags(let tags): return TagEditor.render(tags, view.problems, page)
        case .sessions(let revoking): return sessions(revoking, canChange: canChange, page)
        }
    }

    /// The sessions that there are cannot be listed: they are kept nowhere.
    private static func sessions(
        _ revoking: String?, canChange: Bool, _ page: PageContext
    ) -> HTML {
        let present: HTML =
            revoking.map { document in
                """
                <p>\(page[.sessionsAreRevoked])</p>
                \(CodeView.render(document, page))
                """
            } ?? ""
        let button: HTML =
            canChange
            ? """
            <div class="actions">\
            \(page.opener(.revokeActiveSessions, .danger, opens: "revoke-sessions"))</div>
            \(page.dialog("revoke-sessions", title: page[.revokeActiveSessions], """
                <p>\(page[.revokeSessionsWarning])</p>
                \(page.form(Form.revoke, class: "actions", """
                    \(page.button(.revokeActiveSessions, .danger))\(page.cancel("revoke-sessions"))
                    """))
                """))
            """ : ""
        return page.card(
            page[.revokeSessions],
            "<p>\(page[.revokeSessionsText])</p>\(present)\(button)")
    }

    private static func editing(_ view: View, _ page: PageContext) -> HTML {
        page.dialog(
            "edit-role", title: page[.editRole],
            page.form(
                Form.edit, class: "stack tight",
                """
                \(page.field(
                    Field(
                        label: .descriptionOptional, name: "description",
                        value: view.role.description, isRequired: false, maximumLength: 1_000),
                    view.problems))
                \(page.field(.hours(view.role.maximumSession / 3_600), view.problems))
                <div class="actions">\(page.button(.save, .primary))\
                \(page.cancel("edit-role"))</div>
                """))
    }

    /// Deleting a role takes everything it has with it, so its name must be typed.
    private static func deletion(_ name: String, _ page: PageContext) -> HTML {
        page.dialog(
            "delete-role", title: page[.deleteRoleQuestion(name)],
            """
            <p>\(page[.deleteRoleText])</p>
            \(page.form(Form.delete, class: "stack tight", """
                \(page.field(Field(label: .typeNameToConfirm(name), name: "confirm")))
                <div class="actions">\(page.button(.deleteRole, .danger))\
                \(page.cancel("delete-role"))</div>
                """))
            """)
    }
}

extension Field {
    /// The box for the longest session of a role.
    static func hours(_ value: Int) -> Field {
        Field(
            label: .maximumSessionHours, name: "hours", kind: .number, value: String(value),
            hint: .maximumSessionHint, isShort: true)
    }
}
