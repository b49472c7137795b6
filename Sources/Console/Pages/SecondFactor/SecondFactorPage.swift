import AWSWire
import IAMIdentifiers
import Operations

/// Where somebody who gave the right password proves a second factor, before a session begins.
struct SecondFactorPage: PublicPage {
    static let description = PageDescription(.secondFactor, title: .secondFactorTitle)
    static let address = PageAddress<Self>(
        ["signin", "mfa", "code"],
        [.text("device", \.device), .flag("choose", is: "1", \.isChoosing)])

    /// The device asked about; empty for the one that was used last.
    var device = ""
    /// Whether all devices are shown, to choose another.
    var isChoosing = false

    func answer(_ request: PublicRequest) async throws -> Reply {
        guard let ticket = request.cookies[.ticket].map({ Secret($0) }),
            let devices = try await request.console.signIn.offeredDevices(ticket, request.facts),
            !devices.isEmpty
        else { return .redirect(SignInPage(), .sessionEnded) }
        var view = View(
            devices: devices, asked: devices.first { $0.id == device } ?? devices[0],
            isChoosing: isChoosing)
        switch request.form.flatMap(Form.init) {
        case .code: return try await Self.code(&view, ticket, request)
        case nil where request.form != nil:
            return .page(ErrorPages.malformed(request.page), status: 400)
        case nil: return .page(Self.render(view, request.page))
        }
    }

    private static func code(
        _ view: inout View, _ ticket: Secret, _ request: PublicRequest
    ) async throws -> Reply {
        let code = request.fields["code"].filter { !$0.isWhitespace }
        guard !code.isEmpty else {
            view.problems = .one(request.page[.enterCode], at: "code")
            return .page(render(view, request.page), status: 400)
        }
        let outcome = try await request.console.signIn.proveCode(
            ticket, of: view.asked.id, Secret(code),
            device: request.cookies[.device].map { Secret($0) }, request.facts)
        return try await reply(to: outcome, &view, request)
    }

    private static func reply(
        to outcome: SignIn.Outcome, _ view: inout View, _ request: PublicRequest
    ) async throws -> Reply {
        if case .ticketNotValid = outcome { return .redirect(SignInPage(), .sessionEnded) }
        switch try await request.attempt(outcome) {
        case .entered(let reply): return reply
        case .refused(let phrase, let status):
            view.problems = .one(request.page[phrase])
            return .page(render(view, request.page), status: status)
        }
    }
}
