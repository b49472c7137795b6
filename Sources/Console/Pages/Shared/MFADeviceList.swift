import IAMIdentifiers
import IAMModel
import Operations

/// The MFA devices of one principal as a table with what can be done to each.
struct MFADeviceList {
    /// What its forms do; each is one operation.
    enum Form: String {
        case resync = "resync-device"
        case remove = "remove-device"
    }

    struct Row: Sendable, Equatable {
        var serialNumber: String
        var assignedAt: Timestamp?

        var kind: MFADeviceKind { MFADeviceKind(serialNumber: serialNumber) }
        var name: String { MFADeviceName.of(serialNumber) }
    }

    /// Devices one principal may have.
    static let limit = 8

    /// The devices of a user or, for nil, of the caller itself.
    static func rows(ofUser user: String?, _ request: SignedInRequest) async throws -> [Row] {
        try await request.all(IAM.ListMFADevices.self, .init(userName: user)) {
            $0.mfaDevices.map { Row(serialNumber: $0.serialNumber, assignedAt: $0.enableDate) }
        }
    }

    /// Does what one of the table's forms asks for; nil when the form is not one of them.
    /// - Parameters:
    ///   - user: the devices' owner; nil for the caller itself.
    ///   - back: the page the table is on.
    /// - Returns: the answer, or what was wrong.
    static func submit(
        _ form: String, ofUser user: String?, back: any ConsolePage, _ request: SignedInRequest
    ) async throws -> (Reply?, FormProblems)? {
        guard let form = Form(rawValue: form) else { return nil }
        let serialNumber = request.fields["device"]
        let refused = try await request.problem {
            switch form {
            case .resync:
                try await request.run(
                    IAM.ResyncMFADevice.self,
                    .init(
                        userName: user ?? MFADevices.callerName, serialNumber: serialNumber,
                        authenticationCode1: request.fields.code("code1"),
                        authenticationCode2: request.fields.code("code2")))
            case .remove:
                try await remove(serialNumber, ofUser: user, request)
            }
        }
        if let refused { return (nil, .one(refused.message)) }
        let notice: Notice = form == .resync ? .deviceSynchronized : .deviceRemoved
        return (.redirect(back, notice), FormProblems())
    }

    /// Takes a device from its owner. A virtual device that is nobody's is of no use, since its
    /// seed is shown once, and is deleted. Who may not delete it leaves it.
    static func remove(
        _ serialNumber: String, ofUser user: String?, _ request: SignedInRequest
    ) async throws {
        try await request.run(
            IAM.DeactivateMFADevice.self, .init(serialNumber: serialNumber, userName: user))
        guard MFADeviceKind(serialNumber: serialNumber) == .virtual else { return }
        do {
            try await request.run(
                IAM.DeleteVirtualMFADevice.self, .init(serialNumber: serialNumber))
        } catch let error as IAMError
            where error.code == .accessDenied || error.code == IAM.Errors.noSuchEntity
        {}
    }
}

extension FormFields {
    /// A code as it was typed, without the space that some devices show in its middle.
    func code(_ name: String) -> Secret { Secret(self[name].filter { !$0.isWhitespace }) }
}
