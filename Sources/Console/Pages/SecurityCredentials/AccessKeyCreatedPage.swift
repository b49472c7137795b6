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
        page.shownOnce(
            title: .createAccessKeyTitle, done: .keyCreated, warning: page[.onlyOnceText],
            facts: [(.accessKeyID, page.identifier(view.accessKeyID))], secret: view.secret,
            label: .secretAccessKey, opener: .showAccessKey,
            actions: page.form(
                Form.download, to: KeyFilePage(),
                """
                \(page.hidden("id", view.accessKeyID))\
                \(page.hidden("secret", view.secret.reveal()))\
                \(page.hidden("file", view.fileName))\
                \(page.button(.downloadKeyFile, .primary))
                """),
            back: view.back)
    }
}
