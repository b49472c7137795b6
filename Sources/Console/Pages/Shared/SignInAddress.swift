/// The address at which an account's IAM users sign in.
struct SignInAddress {
    let page: AccountSignInPage

    init(of principal: SignedInPrincipal) {
        page = AccountSignInPage(account: principal.accountLabel)
    }

    func text(_ context: PageContext) -> String { context.origin + page.href }

    func link(_ context: PageContext) -> HTML {
        """
        <span class="copyable"><a href="\(page)">\(text(context))</a>\
        \(context.copyButton(text(context)))</span>
        """
    }
}
