import Credentials
import IAMIdentifiers
package import IAMModel
import Store

// Whose second factor a device is. Each of these operations is asked about the owner.

extension Call {
    /// Whose devices are meant: the user named, or the caller. A root user has no user name. Where
    /// one has to be given, the console gives ``MFADevices/callerName``, and clients of the API
    /// give ``MFADevices/rootName``, which means the IAM user of that name if there is one.
    ///
    /// AWS has no way to assign a device to its root users but its console, which says
    /// `AWS ROOT USER` in that place; that is no user name that a client could send.
    func deviceOwner(_ name: String?) throws -> Target<any Principal> {
        if let name, name.isExactly(MFADevices.callerName) { return try userOrCaller(nil) }
        if principal.isRoot, let name, name.isExactly(MFADevices.rootName),
            try tables.users.find(named: name) == nil
        {
            return try userOrCaller(nil)
        }
        return try userOrCaller(name)
    }

    /// The device of this serial number that is the owner's.
    /// - Throws: `NoSuchEntity` when there is none, or it is another's or nobody's.
    func device(_ serialNumber: String, of owner: any Principal) throws -> MFADevice {
        guard let device = try tables.mfaDevices.find(serialNumber: serialNumber),
            device.assignment?.owner == owner.id
        else {
            throw IAM.Errors.noSuchEntity("MFA Device invalid for user.", about: "SerialNumber")
        }
        return device
    }

    /// The device with its clock set by two codes that follow each other.
    /// - Parameter window: how many steps of 30 seconds its clock may be away from ours.
    /// - Throws: `InvalidAuthenticationCode` for codes that it does not show.
    fileprivate func synchronized(
        _ device: MFADevice, by first: Secret, _ second: Secret, within window: Int
    ) throws -> MFADevice {
        guard var state = device.codes,
            let codes = try services.sealer.codes(of: device),
            let step = codes.consecutiveSteps(
                first.reveal(), second.reveal(), at: now, drift: state.drift, window: window,
                after: state.lastStep)
        else {
            throw IAM.Errors.invalidAuthenticationCode(
                "Authentication code for device is not valid.", about: "AuthenticationCode1")
        }
        state.drift = step - TOTP.step(at: now)
        state.lastStep = step
        var device = device
        device.proof = .codes(state)
        return device
    }
}

extension Sealer {
    /// The codes of a device that shows some; nil for a key.
    func codes(of device: MFADevice) throws -> TOTP? {
        guard let sealed = device.codes?.sealedSeed else { return nil }
        let text = try openSecret(
            sealed, for: MFADevice.sealingContext(device.id, in: device.account))
        return TOTPSeed(base32: text).map { TOTP($0) }
    }
}

extension MFADevices {
    /// How far the clock of a device may be away from ours when it is assigned, in steps of 30
    /// seconds. Nobody sets the clock of a token, and two codes are proof enough.
    static func driftSteps(of kind: MFADeviceKind) -> Int {
        kind == .hardware ? TOTP.resynchronizationSteps : TOTP.driftSteps
    }
}

extension IAM.EnableMFADevice: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<any Principal> {
        try call.deviceOwner(input.userName)
    }

    /// Makes the device its owner's second factor, once it has shown two codes that follow each
    /// other. Neither is good again. The owner's other sessions end.
    package static func handle(
        _ input: Input, on owner: any Principal, _ call: Call
    ) throws -> Output {
        try call.requireFreshProofs(of: owner)
        guard let found = try call.tables.mfaDevices.find(serialNumber: input.serialNumber),
            found.kind != .fido
        else { throw MFADevices.missing(input.serialNumber) }
        guard found.assignment == nil else {
            throw IAM.Errors.entityAlreadyExists(
                "MFA Device is already in use.", about: "SerialNumber")
        }
        try call.requireRoomForDevice(of: owner)
        var device = try call.synchronized(
            found, by: input.authenticationCode1, input.authenticationCode2,
            within: MFADevices.driftSteps(of: found.kind))
        device.assignment = .init(owner: owner.id, enabledAt: call.now)
        try call.tables.mfaDevices.update(device)
        try call.endSessions(of: owner.id)
        try call.notify(ifRoot: owner, .deviceAssigned)
        return Output()
    }
}

extension Call {
    /// - Throws: `LimitExceeded` when the owner has as many devices as it may.
    func requireRoomForDevice(of owner: any Principal) throws {
        guard try tables.mfaDevices.count(ownedBy: owner.id) < MFADevices.perOwner else {
            throw IAM.Errors.limitExceeded(
                "Cannot exceed quota for MFADevicesPerUser: \(MFADevices.perOwner)")
        }
    }
}

extension IAM.ListMFADevices: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<any Principal> {
        try call.deviceOwner(input.userName)
    }

    package static func handle(
        _ input: Input, on owner: any Principal, _ call: Call
    ) throws -> Output {
        let paging = try Paging(input)
        let page = paging.page(
            try call.tables.mfaDevices.list(
                ownedBy: owner.id, after: paging.after, limit: paging.limit)
        ) { $0.serialNumber.asciiLowercased }
        let devices = page.items.compactMap { device in
            device.assignment.map {
                IAM.Shape.MFADevice(
                    userName: MFADevices.name(of: owner),
                    serialNumber: device.serialNumber, enableDate: $0.enabledAt)
            }
        }
        return Output(
            mfaDevices: devices, isTruncated: page.isTruncated, marker: page.marker)
    }
}

extension IAM.GetMFADevice: LookupHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<any Principal> {
        try call.deviceOwner(input.userName)
    }

    /// Tells of a passkey or security key; other devices are not found, as on AWS. Its
    /// certifications are not known: they would come from the FIDO Alliance's list of makers, which
    /// nothing here asks.
    package static func handle(
        _ input: Input, on owner: any Principal, _ call: Call
    ) throws -> Output {
        let device = try call.device(input.serialNumber, of: owner)
        guard device.kind == .fido else {
            throw IAM.Errors.noSuchEntity("MFA Device invalid for user.", about: "SerialNumber")
        }
        return Output(
            serialNumber: device.serialNumber, userName: MFADevices.name(of: owner),
            enableDate: device.assignment?.enabledAt)
    }
}

extension IAM.ResyncMFADevice: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<any Principal> {
        try call.deviceOwner(input.userName)
    }

    package static func handle(
        _ input: Input, on owner: any Principal, _ call: Call
    ) throws -> Output {
        let device = try call.device(input.serialNumber, of: owner)
        try call.tables.mfaDevices.update(
            try call.synchronized(
                device, by: input.authenticationCode1, input.authenticationCode2,
                within: TOTP.resynchronizationSteps))
        return Output()
    }
}

extension IAM.DeactivateMFADevice: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<any Principal> {
        try call.deviceOwner(input.userName)
    }

    /// Takes the device from its owner, whose other sessions end.
    package static func handle(
        _ input: Input, on owner: any Principal, _ call: Call
    ) throws -> Output {
        try call.requireFreshProofs(of: owner)
        try call.tables.release(try call.device(input.serialNumber, of: owner))
        try call.endSessions(of: owner.id)
        try call.notify(ifRoot: owner, .deviceRemoved)
        return Output()
    }
}
