import IAMIdentifiers
import IAMModel
import Operations

/// The signed-in principal's own credentials: password, MFA devices, access keys, and those that
/// services outside take.
///
/// The root user's stand behind a warning, in the words people know: what they open is the whole
/// account, and an IAM user would do for nearly everything.
struct SecurityCredentialsPage: SignedInPage {
    static let description = PageDescription(
        .securityCredentials, title: .securityCredentials, within: DashboardPage.self,
        searchWords: [.securityCredentials, .mySecurityCredentials],
        audience: .credentialHolders)
    static let address = PageAddress<Self>(
        ["console", "security-credentials"],
        [.flag("continue", is: "1", \.continued), .choice("open", \.open)])

    /// The parts of the page that open and close.
    enum Section: String, Sendable {
        case password, mfa
        case accessKeys = "access-keys"
        case services = "service-credentials"
        case sessions
        /// None of them. At first the MFA devices are open: they are what matters most.
        case none
    }

    /// Whether the root user has seen the warning.
    var continued = false
    var open: Section?

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard let form = request.form else {
            if request.principal.isRoot && !continued {
                return .page(RootWarningPage.render(request.page))
            }
            return .page(Self.render(try await Self.view(open, request), request.page))
        }
        if Form(rawValue: form) == .changePassword { return try await Self.changePassword(request) }
        if let form = SessionList.Form(rawValue: form) { return try await Self.end(form, request) }
        let devices = SecurityCredentialsPage(continued: request.principal.isRoot, open: .mfa)
        if let (reply, problems) = try await MFADeviceList.submit(
            form, ofUser: nil, back: devices, request)
        {
            return try await Self.refused(reply, problems, .mfa, request)
        }
        let services = SecurityCredentialsPage(
            continued: request.principal.isRoot, open: .services)
        if let (reply, problems) = try await ServiceKeyList.submit(
            form, ofUser: nil, back: services, request)
        {
            return try await Self.refused(reply, problems, .services, request)
        }
        let back = SecurityCredentialsPage(continued: request.principal.isRoot, open: .accessKeys)
        let (reply, problems) = try await AccessKeyList.submit(
            form, ofUser: nil, back: back, request)
        return try await Self.refused(reply, problems, .accessKeys, request)
    }

    /// The answer to a form, or the page with what was wrong.
    private static func refused(
        _ reply: Reply?, _ problems: FormProblems, _ open: Section, _ request: SignedInRequest
    ) async throws -> Reply {
        if let reply { return reply }
        var view = try await view(open, request)
        view.problems = problems
        return .page(render(view, request.page), status: 409)
    }

    private static func view(
        _ open: SecurityCredentialsPage.Section?, _ request: SignedInRequest
    ) async throws -> View {
        var view = View(
            principal: request.principal, arn: request.arn.description, keys: [], open: open)
        do {
            view.devices = try await MFADeviceList.rows(ofUser: nil, request)
        } catch let error as IAMError where error.code == .accessDenied {
            view.devicesDenial = error.message
        }
        do {
            view.keys = try await AccessKeyList.rows(ofUser: nil, request)
        } catch let error as IAMError where error.code == .accessDenied {
            view.denial = error.message
        }
        view.serviceKeys = try await ServiceKeyList.all(ofUser: nil, request)
        view.sessions = try await request.signIn.summaries(
            of: request.caller, at: request.facts.now)
        return view
    }

    /// Ends one of the reader's sessions, or all but this one.
    private static func end(
        _ form: SessionList.Form, _ request: SignedInRequest
    ) async throws -> Reply {
        let back = SecurityCredentialsPage(continued: request.principal.isRoot, open: .sessions)
        switch form {
        case .end:
            try await request.signIn.endSession(
                request.fields["session"], of: request.caller, request.facts)
            return .redirect(back, .sessionClosed)
        case .endOthers:
            try await request.signIn.endOtherSessions(of: request.caller, request.facts)
            return .redirect(back, .otherSessionsClosed)
        }
    }

    private static func changePassword(_ request: SignedInRequest) async throws -> Reply {
        var problems = PasswordChangePage.problems(in: request.fields, request.page)
        if problems.isEmpty {
            do {
                let refused = try await request.page.problems { try await change(request) }
                problems = refused?.problems ?? problems
            } catch let error as IAMError where error.code != .invalidClientTokenId {
                problems.add(error, boxes: PasswordChangePage.boxes)
            }
        }
        let done = SecurityCredentialsPage(continued: request.principal.isRoot, open: .password)
        guard !problems.isEmpty else { return .redirect(done, .passwordChanged) }
        var view = try await view(.password, request)
        view.problems = problems
        return .page(render(view, request.page), status: 400)
    }

    /// The root user's password is not IAM's; an IAM user's is, with its permissions and rules.
    private static func change(_ request: SignedInRequest) async throws {
        let (old, new) = (Secret(request.fields["current"]), Secret(request.fields["new"]))
        if request.principal.isRoot {
            try await RootUser(request.pipeline.services).changePassword(
                from: old, to: new, as: request.caller, request.facts)
        } else {
            try await request.run(
                IAM.ChangePassword.self, .init(oldPassword: old, newPassword: new))
        }
    }
}
