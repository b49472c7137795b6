import IAMIdentifiers
import Operations

/// Where the root user closes the account.
struct CloseAccountPage: SignedInPage {
    static let description = PageDescription(
        .closeAccount, title: .closeAccount, within: AccountPage.self,
        searchWords: [.closeAccount], audience: .rootUser)
    static let address = PageAddress<Self>(
        ["console", "account", "close"], [.text("device", \.device)])

    enum Form: String { case close = "close-account" }

    /// The MFA device that is asked for; empty for the one used last.
    var device = ""

    struct View {
        var account: AccountID
        var stakes: AccountClosure.Stakes
        var proof: RootProofView
        var problems = FormProblems()
    }

    func answer(_ request: SignedInRequest) async throws -> Reply {
        var view = View(
            account: request.principal.account,
            stakes: try await request.rootUser.stakes(of: request.caller),
            proof: try await request.proofView(device: device))
        guard let form = request.form else { return .page(Self.render(view, request.page)) }
        guard Form(rawValue: form) == .close else {
            return .page(ErrorPages.malformed(request.page), status: 400)
        }
        let refused = try await request.page.problems {
            _ = try await request.rootUser.closeAccount(
                confirming: request.fields.trimmed("confirm"), request.proof(view.proof),
                as: request.caller, request.facts)
        }
        guard let refused else { return .redirect(ReopenAccountPage(), .accountClosed) }
        view.problems = refused.problems
        return .page(Self.render(view, request.page), status: refused.status)
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.document(
            page[.closeAccount], lead: page[.closeLead],
            content: """
                \(page.summary(view.problems))
                <div class="card stack">
                <h2>\(page[.whatStops])</h2>
                <ul>\(stakes(view.stakes, page))</ul>
                <p>\(page[.closeText])</p>
                <hr class="rule">
                \(page.provedForm(
                    Form.close, to: page.current, view.proof, .closeAccount, .danger,
                    view.problems, another: { CloseAccountPage(device: $0) },
                    page.field(
                        Field(
                            label: .accountIDToConfirm(view.account.description), name: "confirm",
                            maximumLength: 20),
                        view.problems)))
                </div>
                """)
    }

    private static func stakes(_ stakes: AccountClosure.Stakes, _ page: PageContext) -> HTML {
        """
        <li>\(page[.usersStop(stakes.users)])</li>
        <li>\(page[.keysStop(stakes.activeKeys)])\
        \(stakes.keyLastUsedAt.map { " \(page[.lastKeyUse]) \(page.moment($0))" as HTML })</li>
        <li>\(page[.sessionsStop(stakes.sessions)])</li>
        """
    }
}

// The words of CloseAccountPage.
extension Phrase {
    static let closeAccount = Phrase("Close account", "계정 해지")
    static let closeLead = Phrase(
        "Nobody signs in to a closed account, and no key of it is accepted.",
        "해지한 계정에는 아무도 로그인할 수 없으며 액세스 키도 거부됩니다.")
    static let whatStops = Phrase("What stops working", "사용할 수 없게 되는 항목")
    static let closeText = Phrase(
        "All of it stops with the next request. For 90 days the root user can reopen the "
            + "account; then everything in it is deleted for good.",
        "다음 요청부터 모두 중단됩니다. 90일 동안은 루트 사용자가 계정을 다시 열 수 있으며, 그 후에는 "
            + "계정의 모든 내용이 영구적으로 삭제됩니다.")
    static let lastKeyUse = Phrase("Last used", "마지막 사용:")

    static func accountIDToConfirm(_ account: String) -> Phrase {
        Phrase(
            "To confirm, type \"\(account)\"", "확인하려면 \"\(account)\"을(를) 입력하십시오")
    }

    static func usersStop(_ count: Int) -> Phrase {
        Phrase(
            count == 1 ? "1 IAM user cannot sign in." : "\(count) IAM users cannot sign in.",
            "IAM 사용자 \(count)명이 로그인할 수 없습니다.")
    }

    static func keysStop(_ count: Int) -> Phrase {
        Phrase(
            count == 1
                ? "1 active access key is refused." : "\(count) active access keys are refused.",
            "활성 액세스 키 \(count)개가 거부됩니다.")
    }

    static func sessionsStop(_ count: Int) -> Phrase {
        Phrase(
            count == 1 ? "1 session ends." : "\(count) sessions end.",
            "세션 \(count)개가 종료됩니다.")
    }
}
