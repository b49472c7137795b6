import IAMIdentifiers

extension SAMLProviderPage {
    /// What its forms do; each is one operation.
    enum Form: String {
        case replace = "replace-metadata"
        case require = "require-encryption"
        case allow = "allow-plain-assertions"
        case addKey = "add-private-key"
        case removeKey = "remove-private-key"
        case tag, untag
        case delete = "delete-provider"

        /// The boxes of the parameters that a refusal may be about.
        var boxes: KeyValuePairs<String, String> {
            switch self {
            case .replace: ["SAMLMetadataDocument": "metadata"]
            case .addKey: ["AddPrivateKey": "key"]
            case .tag: ["Tags": "key"]
            default: [:]
            }
        }
    }

    struct Key: Sendable, Equatable {
        var id: String
        var addedAt: Timestamp?
    }

    struct View {
        var name: String
        var arn: String
        /// What the provider's sign-in address ends with.
        var id: String
        var issuer: String
        /// How many there are for signing.
        var certificates: Int
        var createdAt: Timestamp?
        var validUntil: Timestamp?
        var tab: SAMLProviderPage.Tab
        var document: String
        var requiresEncryption: Bool
        var keys: [Key]
        var tags: [(key: String, value: String)]
        /// The metadata that is being put in place, when it was refused.
        var draft: String?
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let tabs: [(Phrase, any ConsolePage)] = [
            (.metadataDocument, SAMLProviderPage(name: view.name)),
            (.encryption, SAMLProviderPage(name: view.name, tab: .encryption)),
            (.tags, SAMLProviderPage(name: view.name, tab: .tags)),
        ]
        let address = "\(page.origin)/saml" + (view.requiresEncryption ? "/acs/\(view.id)" : "")
        return page.document(
            view.name, lead: page[.samlProviderText],
            actions: page.opener(.deleteProvider, .danger, opens: "delete-provider"),
            content: """
                \(page.summary(view.problems))
                \(page.card(page[.summary], page.facts([
                    (.type, "\(page[.saml])"), (.arn, page.identifier(view.arn)),
                    (.issuer, "\(view.issuer)"),
                    (.samlRecipient, page.identifier(address)),
                    (.audience, "<code>urn:amazon:webservices</code>"),
                    (.signingCertificates, "\(view.certificates)"),
                    (.created, page.moment(view.createdAt)),
                    (.validUntil, page.day(view.validUntil)),
                ])))
                \(page.tabs(tabs, current: SAMLProviderPage(name: view.name, tab: view.tab)))
                \(content(view, page))
                \(deletion(view, page))
                """)
    }

    private static func content(_ view: View, _ page: PageContext) -> HTML {
        switch view.tab {
        case .metadata: metadata(view, page)
        case .encryption: encryption(view, page)
        case .tags: TagEditor.render(view.tags, view.problems, page)
        }
    }

    private static func metadata(_ view: View, _ page: PageContext) -> HTML {
        page.card(
            page[.metadataDocument],
            page.form(
                Form.replace, class: "stack tight",
                """
                <p class="quiet">\(page[.replaceMetadataText])</p>
                \(page.lines(
                    LinesField(
                        label: .metadataDocument, name: "metadata",
                        value: view.draft ?? view.document, hint: .metadataHint, rows: 16,
                        isRequired: true),
                    view.problems))
                <div class="actions">\(page.button(.saveVersion, .primary))</div>
                """))
    }

    private static func encryption(_ view: View, _ page: PageContext) -> HTML {
        let rows = view.keys.map { key in
            """
            <tr><th scope="row"><code>\(key.id)</code></th>
            \(page.cell(.created, page.moment(key.addedAt)))
            <td>\(page.form(Form.removeKey, """
                \(page.hidden("key", key.id))\(page.button(.remove, .smallDanger))
                """))</td></tr>
            """ as HTML
        }
        let list: HTML =
            rows.isEmpty
            ? page.empty(.noPrivateKeys)
            : page.table(page[.privateKeys], columns: [.keyID, .created, nil], rows: rows)
        let mode =
            view.requiresEncryption
            ? page.form(Form.allow, page.button(.allowPlainAssertions))
            : page.form(
                Form.require,
                page.button(.requireEncryption, isDisabled: view.keys.isEmpty))
        return """
            \(page.card(page[.encryption], actions: mode, """
                <p>\(page[view.requiresEncryption ? .encryptionRequired : .encryptionAllowed])</p>
                """))
            \(page.card(page[.privateKeys], """
                \(list)
                \(page.form(Form.addKey, class: "stack tight", """
                    \(page.lines(
                        LinesField(
                            label: .privateKey, name: "key", hint: .privateKeyHint, rows: 6,
                            isRequired: true),
                        view.problems))
                    <div class="actions">\(page.button(.addPrivateKey))</div>
                    """))
                """))
            """
    }

    private static func deletion(_ view: View, _ page: PageContext) -> HTML {
        page.dialog(
            "delete-provider", title: page[.deleteProviderQuestion(view.name)],
            """
            <p>\(page[.deleteProviderText])</p>
            \(page.form(Form.delete, class: "stack tight", """
                \(page.field(Field(label: .typeNameToConfirm(view.name), name: "confirm")))
                <div class="actions">\(page.button(.deleteProvider, .danger))\
                \(page.cancel("delete-provider"))</div>
                """))
            """)
    }
}
