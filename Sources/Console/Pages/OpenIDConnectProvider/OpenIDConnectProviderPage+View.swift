import IAMIdentifiers

extension OpenIDConnectProviderPage {
    /// What its forms do; each is one operation.
    enum Form: String {
        case addAudience = "add-audience"
        case removeAudience = "remove-audience"
        case setThumbprints = "set-thumbprints"
        case tag, untag
        case delete = "delete-provider"

        /// The boxes of the parameters that a refusal may be about.
        var boxes: KeyValuePairs<String, String> {
            switch self {
            case .addAudience: ["ClientID": "audience"]
            case .setThumbprints: ["ThumbprintList": "thumbprints"]
            case .tag: ["Tags": "key"]
            default: [:]
            }
        }
    }

    struct View {
        var name: String
        var arn: String
        var createdAt: Timestamp?
        var tab: OpenIDConnectProviderPage.Tab
        var audiences: [String]
        var thumbprints: [String]
        var tags: [(key: String, value: String)]
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let tabs: [(Phrase, any ConsolePage)] = [
            (.audiences, OpenIDConnectProviderPage(name: view.name)),
            (.thumbprints, OpenIDConnectProviderPage(name: view.name, tab: .thumbprints)),
            (.tags, OpenIDConnectProviderPage(name: view.name, tab: .tags)),
        ]
        return page.document(
            view.name, lead: page[.openIDConnectText],
            actions: page.opener(.deleteProvider, .danger, opens: "delete-provider"),
            content: """
                \(page.summary(view.problems))
                \(page.card(page[.summary], page.facts([
                    (.type, "\(page[.openIDConnect])"), (.arn, page.identifier(view.arn)),
                    (.providerURL, page.identifier("https://\(view.name)")),
                    (.created, page.moment(view.createdAt)),
                ])))
                \(page.tabs(
                    tabs, current: OpenIDConnectProviderPage(name: view.name, tab: view.tab)))
                \(content(view, page))
                \(deletion(view, page))
                """)
    }

    private static func content(_ view: View, _ page: PageContext) -> HTML {
        switch view.tab {
        case .audiences: audiences(view, page)
        case .thumbprints: thumbprints(view, page)
        case .tags: TagEditor.render(view.tags, view.problems, page)
        }
    }

    private static func audiences(_ view: View, _ page: PageContext) -> HTML {
        let rows = view.audiences.map { audience in
            """
            <tr><th scope="row">\(audience)</th><td>\(page.form(Form.removeAudience, """
                \(page.hidden("audience", audience))\(page.button(.remove, .smallDanger))
                """))</td></tr>
            """ as HTML
        }
        return page.card(
            page[.audiences],
            """
            \(rows.isEmpty
                ? page.empty(.noAudiences)
                : page.table(page[.audiences], columns: [.audience, nil], rows: rows))
            \(page.form(Form.addAudience, class: "stack tight", """
                \(page.field(
                    Field(
                        label: .audience, name: "audience", hint: .audienceHint,
                        maximumLength: 255),
                    view.problems))
                <div class="actions">\(page.button(.addAudience))</div>
                """))
            """)
    }

    private static func thumbprints(_ view: View, _ page: PageContext) -> HTML {
        page.card(
            page[.thumbprints],
            page.form(
                Form.setThumbprints, class: "stack tight",
                """
                \(page.lines(
                    LinesField(
                        label: .thumbprints, name: "thumbprints",
                        value: view.thumbprints.joined(separator: "\n"), hint: .thumbprintsHint,
                        rows: 5),
                    view.problems))
                <div class="actions">\(page.button(.saveVersion, .primary))</div>
                """))
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
