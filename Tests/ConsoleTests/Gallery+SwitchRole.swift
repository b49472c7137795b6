import Credentials
import IAMIdentifiers
import Operations

@testable import Console

extension Gallery {
    /// Sessions in which a role acts, and the ways into them.
    static func switchRole(_ language: Language) -> [(name: String, html: HTML)] {
        let context = page(SwitchRolePage(), language, alice)
        let guest = page(SAMLSignInPage(), language, nil)
        var refused = SwitchRolePage.View(shortcut: audit)
        refused.problems = .one(context[.cannotSwitchRole])
        refused.denial = "User: <alice> is not authorized"
        let roles = [
            "111122223333:role/Reader", "111122223333:role/ops/Writer", "444455556666:role/x",
        ]
        .compactMap { SAMLRole("arn:aws:iam::\($0),arn:aws:iam::111122223333:saml-provider/P") }
        return [
            (
                "SwitchRole",
                SwitchRolePage.render(
                    .init(shortcut: .init(account: "", role: "")), context)
            ),
            ("SwitchRoleRefused", SwitchRolePage.render(refused, context)),
            (
                "SwitchRoleAsRoot",
                SwitchRolePage.render(
                    .init(shortcut: .init(account: "", role: "")),
                    page(SwitchRolePage(), language, root))
            ),
            ("HomeOfRole", HomePage.render(.init(), acting(as: role, language), role)),
            ("HomeOfFederatedUser", HomePage.render(.init(), acting(as: bob, language), bob)),
            ("SAMLSignIn", SAMLSignInPage.render(.init(), guest)),
            (
                "SAMLSignInRefused",
                SAMLSignInPage.render(.init(refusal: "Response signature invalid"), guest)
            ),
            (
                "SAMLRoleChoice",
                SAMLRoleChoice.render(
                    roles, Secret("PHg+"), relayState: "/console/iam/users", guest)
            ),
            (
                "SignInInstead",
                SignInInstead.render(alice, FormFields(encoded: "SigninToken=abc")!, guest)
            ),
            ("SignInLinkEnded", SignInLinkEnded.render(guest)),
        ]
    }

    private static let audit = RoleShortcut(
        account: "example", role: "team/audit", displayName: "<Nightly> audit", colour: .red)
    static let role = SignedInPrincipal(
        name: "audit/alice", account: account, accountName: "Example & Sons", alias: "example",
        kind: .role(.init(name: "audit", owner: "alice @ 123456789012")))
    static let bob = SignedInPrincipal(
        name: "bob", account: account, accountName: "Example & Sons", alias: "example",
        kind: .federatedUser)

    private static func acting(
        as principal: SignedInPrincipal, _ language: Language
    ) -> PageContext {
        var context = page(HomePage(), language, principal)
        context.shortcuts = RoleShortcuts().adding(
            .init(account: "111122223333", role: "deploy")
        ).adding(audit)
        return context
    }
}
