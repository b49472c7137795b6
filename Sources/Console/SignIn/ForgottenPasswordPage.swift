/// What to do about a forgotten password: who can set a new one, and how.
struct ForgottenPasswordPage {
    static func render(_ page: PageContext) -> HTML {
        page.gate(
            page[.forgottenTitle],
            content: """
                <div class="card stack"><div class="stack tight"><h2>\(page[.rootUser])</h2>
                <p>\(page[.forgottenRoot])</p>
                <p><code>gatehouse root reset-password</code></p></div>
                <hr class="rule">
                <div class="stack tight"><h2>\(page[.iamUser])</h2>
                <p>\(page[.forgottenUser])</p></div>
                <p><a href="\(ConsolePath.signIn(asRoot: false))">\(page[.backToSignIn])</a></p>
                </div>
                """)
    }
}
