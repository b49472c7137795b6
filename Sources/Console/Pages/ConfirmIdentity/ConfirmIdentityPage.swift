import IAMIdentifiers
import Operations

/// Where a root user whose proofs are no longer fresh gives them again, before its access keys or
/// MFA devices change.
struct ConfirmIdentityPage: SignedInPage {
    static let description = PageDescription(.confirmIdentity, audience: .rootUser)
    static let address = PageAddress<Self>(
        ["console", "confirm-identity"], [.text("back", \.back), .text("device", \.device)])

    enum Form: String { case confirm = "confirm-identity" }

    /// The address of the page that is shown afterwards.
    var back = ""
    /// The MFA device that is asked for; empty for the one used last.
    var device = ""

    func answer(_ request: SignedInRequest) async throws -> Reply {
        let proof = try await request.proofView(device: device)
        guard let form = request.form else {
            return .page(render(proof, FormProblems(), request.page))
        }
        guard Form(rawValue: form) == .confirm else {
            return .page(ErrorPages.malformed(request.page), status: 400)
        }
        let refused = try await request.page.problems {
            try await request.rootUser.confirm(
                request.proof(proof), as: request.caller, request.facts)
        }
        if let refused {
            return .page(render(proof, refused.problems, request.page), status: refused.status)
        }
        // Read back as one of ours, so that no form can lead anywhere else.
        return .redirect(RequestedPage(reading: back)?.page ?? HomePage(), .identityConfirmed)
    }

    func render(
        _ proof: RootProofView, _ problems: FormProblems, _ page: PageContext
    ) -> HTML {
        page.document(
            page[.confirmIdentity], lead: page[.confirmIdentityLead],
            content: """
                \(page.summary(problems))
                <div class="card stack">
                \(page.provedForm(
                    Form.confirm, to: self, proof, .continue, .primary, problems,
                    another: { ConfirmIdentityPage(back: back, device: $0) }))
                </div>
                """)
    }
}

// The words of ConfirmIdentityPage.
extension Phrase {
    static let confirmIdentity = Phrase("Confirm that it is you", "본인 확인")
    static let confirmIdentityLead = Phrase(
        "You signed in a while ago. This is asked before access keys or MFA devices of the root "
            + "user change.",
        "로그인한 지 시간이 지났습니다. 루트 사용자의 액세스 키나 MFA 디바이스를 변경하기 전에 확인합니다.")
    static let `continue` = Phrase("Continue", "계속")
}
