import IAMIdentifiers

/// The only page that ever shows a new access key's secret. It is the answer to the form that made
/// the key: no address leads to it, and it is not kept by browser or proxy.
struct AccessKeyCreatedPage {
    enum Form: String { case download }

    struct View {
        var accessKeyID: String
        var secret: Secret
        /// `rootkey.csv`, or `<user>_accessKeys.csv`.
        var fileName: String
        /// Where the keys are listed.
        var back: any ConsolePage
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.document(
            page[.createAccessKeyTitle], within: [],
            content: """
                <dialog open aria-labelledby="key-title" aria-describedby="key-warning" \
                data-unsaved><div class="stack">
                <h2 id="key-title">\(page[.keyCreated])</h2>
                <div id="key-warning">\(page.message(.warning, page[.onlyOnce], """
                    <p>\(page[.onlyOnceText])</p>
                    """))</div>
                \(page.facts([(.accessKeyID, page.identifier(view.accessKeyID))]))
                \(page.reveal(.showAccessKey, "secret", """
                    <dl class="secret"><div><dt>\(page[.secretAccessKey])</dt>
                    <dd>\(page.secretText(view.secret.reveal()))</dd></div>
                    <div><dd>\(page.hider("secret"))</dd></div></dl>
                    """))
                <div class="actions">
                \(page.form(Form.download, to: KeyFilePage(), """
                    \(page.hidden("id", view.accessKeyID))\
                    \(page.hidden("secret", view.secret.reveal()))\
                    \(page.hidden("file", view.fileName))\
                    \(page.button(.downloadKeyFile, .primary))
                    """))
                <a class="button" href="\(view.back)" data-done>\(page[.close])</a></div>
                </div></dialog>
                """)
    }
}
