@testable import Console

extension Gallery {
    /// The page of the account, as its root user and an IAM user see it.
    static func account(_ language: Language) -> [(name: String, html: HTML)] {
        let denial = """
            User: arn:aws:iam::123456789012:user/alice is not authorized to perform: \
            account:GetAccountInformation on resource: arn:aws:account::123456789012:account \
            because no identity-based policy allows the account:GetAccountInformation action
            """
        var denied = AccountPage.View()
        denied.parts = [.denied(AccountNameSection.title, denial)]
        return [
            (
                "Account",
                AccountPage.render(
                    .init([AccountNameSection(principal: root)]), page(AccountPage(), language))
            ),
            ("AccountDenied", AccountPage.render(denied, page(AccountPage(), language, alice))),
        ]
    }
}
