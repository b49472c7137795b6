/// The warning before the root user's credentials.
struct RootWarningPage {
    static func render(_ page: PageContext) -> HTML {
        page.document(
            page[.mySecurityCredentials], within: [],
            content: """
                <dialog open aria-labelledby="warning-title" aria-describedby="warning-text">
                <div class="stack"><h2 id="warning-title">\(page[.rootWarningTitle])</h2>
                <div class="stack tight" id="warning-text"><p>\(page[.rootWarningText])</p>
                <p>\(page[.rootWarningAdvice])</p></div>
                <div class="actions">
                <form method="get" action="\(SecurityCredentialsPage())">\
                \(page.hidden("continue", "1"))\
                <button class="button primary" autofocus>\
                \(page[.continueToSecurityCredentials])</button></form>
                \(page.linkButton(.getStartedWithUsers, to: UsersPage()))
                </div></div></dialog>
                """)
    }
}
