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
            let all = try await request.console.signIn.offeredDevices(ticket, request.facts),
            let first = Self.first(of: all, request.page)
        else { return .redirect(SignInPage(), .sessionEnded) }
        let devices = Self.choices(all)
        var view = View(
            devices: devices, asked: devices.first { $0.id == device } ?? first,
            isChoosing: isChoosing,
            lostDevice: try await request.console.lostDevice.offer(ticket, request.facts))
        let outcome: SignIn.Outcome
        switch request.form.flatMap(Form.init) {
        case .code:
            guard !request.fields["code"].isEmpty else {
                view.problems = .one(request.page[.enterCode], at: "code")
                return .page(Self.render(view, request.page), status: 400)
            }
            outcome = try await request.console.signIn.proveCode(
                ticket, of: view.asked.id, request.fields.code("code"), device: request.device,
                request.facts)
        case .key:
            outcome = try await request.console.signIn.proveKey(
                ticket, request.fields["response"], challenge: Secret(request.fields["challenge"]),
                device: request.device, request.facts)
        case nil where request.form != nil:
            return .page(ErrorPages.malformed(request.page), status: 400)
        case nil:
            return .page(try await Self.render(asking: view, ticket, request))
        }
        if case .ticketNotValid = outcome { return .redirect(SignInPage(), .sessionEnded) }
        switch try await request.attempt(outcome) {
        case .entered(let reply): return reply
        case .refused(let phrase, let status):
            view.problems = .one(request.page[phrase])
            return .page(try await Self.render(asking: view, ticket, request), status: status)
        }
    }

    /// The page, with a new question if a key is asked.
    private static func render(
        asking view: View, _ ticket: Secret, _ request: PublicRequest
    ) async throws -> HTML {
        var view = view
        if view.asked.kind == .fido, !view.isChoosing {
            view.question = try await request.console.signIn.keyQuestion(ticket, request.facts)
        }
        return render(view, request.page)
    }

    /// The device that was used last, of those that can be used on this page.
    static func first(of devices: [OfferedDevice], _ page: PageContext) -> OfferedDevice? {
        let choices = choices(devices)
        return choices.first { $0.kind != .fido || page.keyAccess == .here } ?? choices.first
    }

    /// The devices with all keys as one.
    static func choices(_ devices: [OfferedDevice]) -> [OfferedDevice] {
        let key = devices.first { $0.kind == .fido }
        return devices.filter { $0.kind != .fido || $0 == key }
    }
}
