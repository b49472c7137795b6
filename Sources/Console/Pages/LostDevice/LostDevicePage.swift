import Credentials
import IAMIdentifiers
import Operations

/// What somebody does who gave the right password and has lost the MFA device.
///
/// The root user asks for a link by mail here. The link leads to ``RecoverMFAPage``.
struct LostDevicePage: PublicPage {
    static let description = PageDescription(.lostDevice, title: .lostDeviceTitle)
    static let address = PageAddress<Self>(["signin", "mfa", "lost"])

    func answer(_ request: PublicRequest) async throws -> Reply {
        guard let ticket = request.cookies[.ticket].map({ Secret($0) }),
            let offer = try await request.console.lostDevice.offer(ticket, request.facts)
        else { return .redirect(SignInPage(), .sessionEnded) }
        switch request.form.flatMap(Form.init) {
        case .sendLink: return try await Self.sendLink(ticket, offer, request)
        case .removeDevices: return try await Self.removeDevices(ticket, request)
        case nil where request.form != nil:
            return .page(ErrorPages.malformed(request.page), status: 400)
        case nil: return .page(Self.render(view(offer, request), request.page))
        }
    }

    private func view(_ offer: LostDevice.Offer, _ request: PublicRequest) -> View {
        View(offer: offer, waitHours: request.console.lostDevice.waitHours)
    }

    private static func sendLink(
        _ ticket: Secret, _ offer: LostDevice.Offer, _ request: PublicRequest
    ) async throws -> Reply {
        let console = request.console
        let delivery = console.services.mailDelivery
        var view = View(offer: offer, waitHours: console.lostDevice.waitHours)
        guard let origin = delivery.linkOrigin(asked: request.page.origin) else {
            return .page(render(view, request.page), status: 409)
        }
        let outcome = try await console.lostDevice.sendLink(
            ticket, request.page.language, request.facts
        ) { token in
            origin + RecoverMFAPage(token: token.secret.reveal()).href
        }
        switch outcome {
        case .sent: return .page(renderSent(request.page))
        case .notOffered: return .page(render(view, request.page), status: 409)
        case .tooMany:
            view.problems = .one(request.page[.tooManyAttempts])
            return .page(render(view, request.page), status: 429)
        }
    }

    private static func removeDevices(
        _ ticket: Secret, _ request: PublicRequest
    ) async throws -> Reply {
        let outcome = try await request.console.signIn.removeLostDevices(
            ticket, request.page.language, request.facts)
        switch try await request.attempt(outcome) {
        case .entered(var reply):
            // The root user has no device any more, and is asked for another at once.
            if case .session = outcome {
                reply.content = .redirect(AssignDevicePage())
            }
            return reply
        case .refused: return .redirect(SignInPage(), .sessionEnded)
        }
    }
}
