import IAMIdentifiers

/// The only page that ever shows a new password for a service. It is the answer to the form that
/// made the password: no address leads to it, and it is not kept by browser or proxy.
struct ServicePasswordPage {
    struct View {
        var service: String
        var name: String
        var secret: Secret
        var isAPIKey: Bool
        /// Where the credentials are listed.
        var back: any ConsolePage
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.shownOnce(
            title: .servicePasswordTitle, done: .servicePasswordMade,
            warning: page[.servicePasswordOnce],
            facts: [
                (.service, "\(view.service)"),
                (view.isAPIKey ? .apiKeyName : .userName, page.identifier(view.name)),
            ],
            secret: view.secret, label: view.isAPIKey ? .apiKey : .password,
            opener: view.isAPIKey ? .showAPIKey : .showServicePassword, back: view.back)
    }
}

extension PageContext {
    /// A page whose dialog shows a secret that is made and not kept.
    /// - Parameters:
    ///   - done: what was made.
    ///   - label: what the secret is called.
    ///   - opener: what the button says that shows it.
    ///   - actions: what else can be done with it.
    ///   - back: where its kind is listed.
    func shownOnce(
        title: Phrase, done: Phrase, warning: String, facts: [(Phrase, HTML)], secret: Secret,
        label: Phrase, opener: Phrase, actions: HTML = "", back: any ConsolePage
    ) -> HTML {
        document(
            self[title], within: [],
            content: """
                <dialog open aria-labelledby="key-title" aria-describedby="key-warning" \
                data-unsaved><div class="stack">
                <h2 id="key-title">\(self[done])</h2>
                <div id="key-warning">\(message(.warning, self[.onlyOnce], """
                    <p>\(warning)</p>
                    """))</div>
                \(self.facts(facts))
                \(reveal(opener, "secret", """
                    <dl class="secret"><div><dt>\(self[label])</dt>
                    <dd>\(secretText(secret.reveal()))</dd></div>
                    <div><dd>\(hider("secret"))</dd></div></dl>
                    """))
                <div class="actions">
                \(actions)
                <a class="button" href="\(back)" data-done>\(self[.close])</a></div>
                </div></dialog>
                """)
    }
}
