import Credentials
import IAMIdentifiers
import IAMModel
import Operations

/// Assigning an MFA device in two steps: its name and kind, then what proves that it is there.
///
/// A virtual device is made after the first step, and the seed that the operation gives once is
/// carried through wrong codes by the form of the second.
struct AssignDevicePage: SignedInPage {
    static let description = PageDescription(
        .assignDevice, title: .assignDevice, within: SecurityCredentialsPage.self,
        searchWords: [.assignDevice, .mfaSection])
    static let address = PageAddress<Self>(
        ["console", "security-credentials", "assign-mfa-device"],
        [.text("user", \.user), .flag("why", is: "policy", \.isExpected)])

    /// The user whose device it becomes; empty for the reader.
    var user = ""
    /// Whether a sign-in led here, since the reader's policies ask for a second factor.
    var isExpected = false

    func answer(_ request: SignedInRequest) async throws -> Reply {
        let form = request.form.flatMap(Form.init)
        var view = View(owner: user, principal: request.principal, isExpected: isExpected)
        switch form {
        case .choose: return try await choose(&view, request)
        case .virtual, .hardware: return try await enable(&view, request)
        case .key: return try await register(&view, request)
        case .cancel: return try await cancel(request)
        case nil where request.form != nil:
            return .page(ErrorPages.malformed(request.page), status: 400)
        case nil: return .page(Self.render(view, request.page))
        }
    }

    /// Where the devices of their owner are listed.
    func back(_ request: SignedInRequest) -> any ConsolePage {
        user.isEmpty
            ? SecurityCredentialsPage(continued: request.principal.isRoot, open: .mfa)
            : UserPage(name: user, tab: .credentials)
    }

    private static let boxes: KeyValuePairs = [
        "VirtualMFADeviceName": "name", "SerialNumber": "serial",
        "AuthenticationCode1": "code1", "AuthenticationCode2": "code2",
    ]

    // MARK: The first step

    private func choose(_ view: inout View, _ request: SignedInRequest) async throws -> Reply {
        // The second step asks for it, when the seed is in an app already. So this one does, too.
        if user.isEmpty {
            try await request.rootUser.requireProofsForTask(as: request.caller, request.facts)
        }
        view.name = request.fields.trimmed("name")
        view.kind = MFADeviceKind(rawValue: request.fields["kind"]) ?? .virtual
        if view.name.isEmpty {
            view.problems = .one(request.page[.enterDeviceName], at: "name")
        } else if let refused = SignedInRequest.refusal(
            IAM.CreateVirtualMFADevice.self, .init(virtualMFADeviceName: view.name))
        {
            view.problems = .one(refused, boxes: Self.boxes)
        }
        guard view.problems.isEmpty else {
            return .page(Self.render(view, request.page), status: 400)
        }
        switch view.kind {
        case .virtual: return try await makeVirtual(&view, request)
        case .hardware: view.step = .hardware
        case .fido: try await askKey(&view, request)
        }
        return .page(Self.render(view, request.page))
    }

    private func makeVirtual(
        _ view: inout View, _ request: SignedInRequest
    ) async throws -> Reply {
        let name = view.name
        var made: IAM.Shape.VirtualMFADevice?
        let refused = try await request.problem { made = try await Self.make(name, request) }
        guard let made, let seed = Self.seed(of: made) else {
            view.problems = refused.map { .one($0, boxes: Self.boxes) } ?? FormProblems()
            return .page(Self.render(view, request.page), status: 409)
        }
        view.step = .virtual
        view.serialNumber = made.serialNumber
        view.seed = seed
        return .page(Self.render(view, request.page))
    }

    /// Makes a virtual device. One of this name that is nobody's was left by an assignment that was
    /// not finished, and makes room.
    private static func make(
        _ name: String, _ request: SignedInRequest
    ) async throws -> IAM.Shape.VirtualMFADevice {
        let input = IAM.CreateVirtualMFADevice.Input(virtualMFADeviceName: name)
        do {
            return try await request.run(IAM.CreateVirtualMFADevice.self, input).virtualMFADevice
        } catch let error as IAMError where error.code == IAM.Errors.entityAlreadyExists {
            do {
                let arn = ARN.iam(request.principal.account, "mfa/\(name)").description
                try await request.run(
                    IAM.DeleteVirtualMFADevice.self, .init(serialNumber: arn))
            } catch is IAMError { throw error }
            return try await request.run(IAM.CreateVirtualMFADevice.self, input).virtualMFADevice
        }
    }

    private static func seed(of device: IAM.Shape.VirtualMFADevice) -> Secret? {
        let bytes = device.base32StringSeed.flatMap { Base64.standard.decoded($0.reveal()) }
        return bytes.map { Secret(String(decoding: $0, as: UTF8.self)) }
    }

    // MARK: The second step

    private func enable(_ view: inout View, _ request: SignedInRequest) async throws -> Reply {
        view.name = request.fields["name"]
        view.serialNumber = request.fields.trimmed("serial")
        view.kind = MFADeviceKind(rawValue: request.fields["kind"]) ?? .virtual
        view.step = view.kind == .hardware ? .hardware : .virtual
        view.seed = Secret(request.fields["seed"])
        let serialNumber = view.serialNumber
        let refused = try await request.problem {
            try await request.run(
                IAM.EnableMFADevice.self,
                .init(
                    userName: user.isEmpty ? MFADevices.callerName : user,
                    serialNumber: serialNumber,
                    authenticationCode1: request.fields.code("code1"),
                    authenticationCode2: request.fields.code("code2")))
        }
        guard let refused else { return .redirect(back(request), .deviceAssigned) }
        view.problems =
            refused.code == IAM.Errors.invalidAuthenticationCode
            ? .one(request.page[.codesNotAccepted], at: "code1")
            : .one(refused, boxes: Self.boxes)
        return .page(Self.render(view, request.page), status: 409)
    }

    /// The question for a key, in the step that asks it.
    private func askKey(_ view: inout View, _ request: SignedInRequest) async throws {
        view.step = .key
        view.question = try await request.run(
            AskSecurityKey.self, .init(userName: user.isEmpty ? nil : user)
        ).question
    }

    private func register(_ view: inout View, _ request: SignedInRequest) async throws -> Reply {
        let name = request.fields["name"]
        let refused = try await request.problem {
            try await request.run(
                RegisterSecurityKey.self,
                .init(
                    userName: user.isEmpty ? nil : user, deviceName: name,
                    response: Secret(request.fields["response"]),
                    challenge: Secret(request.fields["challenge"])))
        }
        guard let refused else { return .redirect(back(request), .deviceAssigned) }
        view.name = name
        view.kind = .fido
        view.problems =
            refused.code == IAM.Errors.invalidAuthenticationCode
            ? .one(request.page[.keyFailed]) : .one(refused, boxes: Self.boxes)
        try await askKey(&view, request)
        return .page(Self.render(view, request.page), status: 409)
    }

    /// Takes back what the first step made.
    private func cancel(_ request: SignedInRequest) async throws -> Reply {
        _ = try await request.problem {
            try await request.run(
                IAM.DeleteVirtualMFADevice.self, .init(serialNumber: request.fields["serial"]))
        }
        return .redirect(back(request))
    }
}
