import Credentials
import IAMIdentifiers
import Operations

/// The page that asks which of several roles to take on, by account. The response goes along, and
/// is verified again with the answer.
struct SAMLRoleChoice {
    enum Form: String { case choose = "choose-role" }

    static func render(
        _ roles: [SAMLRole], _ response: Secret, relayState: String, _ page: PageContext
    ) -> HTML {
        var accounts: [(id: String, roles: [SAMLRole])] = []
        for role in roles {
            let account = ARN(role.role)?.account ?? ""
            if let index = accounts.firstIndex(where: { $0.id.isExactly(account) }) {
                accounts[index].roles.append(role)
            } else {
                accounts.append((account, [role]))
            }
        }
        let groups = accounts.map { account in
            """
            <fieldset class="choices"><legend>\(page[.account]): \
            <span class="mono">\(account.id)</span></legend>
            \(account.roles.map { choice($0, isChosen: $0 == roles.first, page) })</fieldset>
            """ as HTML
        }
        return page.gate(
            page[.selectRole],
            content: """
                <div class="card stack">
                \(page.form(Form.choose, class: "stack", """
                    \(page.hidden("SAMLResponse", response.reveal()))\
                    \(page.hidden("RelayState", relayState))
                    \(groups)
                    \(page.button(.signIn, .wide))
                    """))
                </div>
                """)
    }

    private static func choice(
        _ role: SAMLRole, isChosen: Bool, _ page: PageContext
    ) -> HTML {
        let name = ARN(role.role)?.resource.parts(at: "/", maxSplits: 1).last ?? ""
        return page.choice(
            String(name), name: "role", value: role.text, isRadio: true, isChosen: isChosen)
    }
}

// The words of SAMLSignInPage and SAMLRoleChoice.
extension Phrase {
    static let samlSignIn = Phrase(
        "Sign in with your organization", "조직 계정으로 로그인")
    static let samlStart = Phrase(
        "Your identity provider leads here. Start on its page.",
        "이 페이지는 ID 공급자가 안내하는 페이지입니다. 공급자의 페이지에서 시작하십시오.")
    static let samlRefused = Phrase("You are not signed in.", "로그인하지 못했습니다.")
    static let samlRefusedText = Phrase(
        "Start again on your identity provider's page. If this stays, show this page to whoever "
            + "looks after it.",
        "ID 공급자의 페이지에서 다시 시작하십시오. 계속되면 공급자 관리자에게 이 화면을 보여 주십시오.")
    static let noRoleGiven = Phrase(
        "The identity provider gives you no role that is known here.",
        "ID 공급자가 이 서버에 있는 역할을 부여하지 않았습니다.")
    static let selectRole = Phrase("Select a role", "역할 선택")
}
