import Credentials
import IAMIdentifiers
import Operations
import Store

/// Where the root user offers the account to another owner, sees what has become of the offer, and
/// takes it back.
struct TransferOwnershipPage: SignedInPage {
    static let description = PageDescription(
        .transferOwnership, title: .transferOwnership, within: AccountPage.self,
        searchWords: [.transferOwnership], audience: .rootUser)
    static let address = PageAddress<Self>(
        ["console", "account", "transfer"], [.text("device", \.device)])

    enum Form: String {
        case offer = "offer-transfer"
        case sendAgain = "send-transfer-again"
        case cancel = "cancel-transfer"
    }

    /// The MFA device that is asked for; empty for the one used last.
    var device = ""

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard
            let origin = request.pipeline.services.mailDelivery.linkOrigin(
                asked: request.page.origin)
        else { return .page(Self.renderNoMail(request.page)) }
        @Sendable func link(_ token: RandomToken) -> String {
            origin + AcceptOwnershipPage(token: token.secret.reveal()).href
        }
        switch request.form.map(Form.init) {
        case .offer:
            var view = try await view(request)
            let refused = try await request.page.problems {
                try await request.rootUser.offerTransfer(
                    to: view.email, request.proof(view.proof), as: request.caller, request.facts,
                    address: link)
            }
            guard let refused else { return .redirect(TransferOwnershipPage(), .transferOffered) }
            view.problems = refused.problems
            return .page(Self.render(view, request.page), status: refused.status)
        case .sendAgain:
            let refused = try await request.page.problems {
                _ = try await request.rootUser.sendTransferAgain(
                    as: request.caller, request.facts, address: link)
            }
            guard let refused else { return .redirect(TransferOwnershipPage(), .transferOffered) }
            return try await show(refused.problems, status: refused.status, request)
        case .cancel:
            _ = try await request.rootUser.cancelTransfer(as: request.caller, request.facts)
            return .redirect(AccountPage(), .transferCancelled)
        case .some(nil): return .page(ErrorPages.malformed(request.page), status: 400)
        case nil: return try await show(FormProblems(), status: 200, request)
        }
    }

    /// The offer that stands, or the form for one.
    private func show(
        _ problems: FormProblems, status: Int, _ request: SignedInRequest
    ) async throws -> Reply {
        if let transfer = try await request.rootUser.transfer(
            of: request.caller, at: request.facts.now)
        {
            return .page(Self.render(transfer, problems, request.page), status: status)
        }
        return .page(try await Self.render(view(request), request.page), status: status)
    }

    private func view(_ request: SignedInRequest) async throws -> View {
        View(
            email: request.fields.trimmed("email"),
            proof: try await request.proofView(device: device))
    }
}
