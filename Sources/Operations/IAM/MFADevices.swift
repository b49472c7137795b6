package import AWSWire
import Credentials
package import IAMIdentifiers
package import IAMModel
package import IAMPolicy
package import Store

/// The operations on MFA devices, the second factors of IAM users and of the root user.
///
/// A virtual device is made first and then assigned to somebody; see
/// `MFADeviceAssignments.swift`. A hardware token comes from the operator and is only assigned. A
/// passkey or security key is made when it is assigned, which takes a browser:
/// ``RegisterSecurityKey``.
///
/// Source: IAM User Guide, "AWS Multi-factor authentication in IAM".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html>
package enum MFADevices {
    static let operations: [any Handler.Type] = [
        IAM.CreateVirtualMFADevice.self, IAM.ListVirtualMFADevices.self,
        IAM.DeleteVirtualMFADevice.self, IAM.EnableMFADevice.self, IAM.ListMFADevices.self,
        IAM.GetMFADevice.self, IAM.ResyncMFADevice.self, IAM.DeactivateMFADevice.self,
        IAM.TagMFADevice.self, IAM.UntagMFADevice.self, IAM.ListMFADeviceTags.self,
    ]

    /// Devices that one user, or the root user, may have.
    /// Source: IAM User Guide, "IAM and AWS STS quotas".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    static let perOwner = 8

    /// Virtual devices of one account, assigned or not: as many as users.
    /// Source: the page above.
    static let virtualPerAccount = Users.perAccount

    /// What the operations call a root user, which has no user name.
    package static let rootName = "root"

    /// What answers call the owner of a device.
    static func name(of owner: any Principal) -> String { owner.userName ?? rootName }

    /// What the console calls the caller where an operation needs a name. No IAM user can have it,
    /// since names of users have at most 64 characters.
    package static let callerName = "THE_CALLER" + String(repeating: "-", count: 55)

    /// What policies are asked about for a virtual device.
    static func resource(in account: AccountID, path: String = "/", name: String) -> String {
        ARN.iam(account, "mfa", path, name).description
    }

    /// - Throws: `ValidationError` for a serial number that no operation takes, so that a device
    ///   which cannot be named again is not made.
    static func requireSerialNumber(_ serialNumber: String, about parameter: String) throws {
        guard IAM.Limits.serialNumberType.violations(of: serialNumber).isEmpty else {
            throw IAMError.validationError(
                "The name and the path give a serial number that is too long, or that has "
                    + "characters other than letters, digits and _+=/:,.@-", about: parameter)
        }
    }

    static func missing(_ serialNumber: String) -> IAMError {
        IAM.Errors.noSuchEntity(
            "VirtualMFADevice with serial number \(serialNumber) doesn't exist.",
            about: "SerialNumber")
    }
}

extension MFADevice: Taggable {
    package static var taggedKind: UniqueID.Kind { .mfaDevice }
}

extension AccountTables {
    /// The virtual device of this serial number, which is its ARN, as a target.
    func virtualDevice(_ serialNumber: String) throws -> Target<MFADevice> {
        let arn = ARN(serialNumber)
        let resource =
            arn == nil ? MFADevices.resource(in: account, name: serialNumber) : serialNumber
        guard let device = try mfaDevices.find(serialNumber: serialNumber),
            device.kind == .virtual
        else {
            return Target(
                resource, of: arn.map { AccountID($0.account) } ?? account,
                .failure(MFADevices.missing(serialNumber)))
        }
        return Target(
            device.serialNumber, of: account, tags: try tags.list(of: device.id),
            .success(device))
    }

    /// Takes a device from its owner. A virtual device and a token can be assigned again; nothing
    /// is left of a passkey or security key.
    func release(_ device: MFADevice) throws {
        guard device.kind != .fido else { return try mfaDevices.delete(device.id) }
        var device = device
        device.assignment = nil
        try mfaDevices.update(device)
    }

    /// Takes away what an owner has lost: its virtual devices are deleted, since who finds one
    /// knows its seed.
    /// - Returns: the devices that there were.
    @discardableResult
    func releaseLostDevices(
        of owner: UniqueID, where isLost: (MFADevice) -> Bool = { _ in true }
    ) throws -> [MFADevice] {
        let devices = try mfaDevices.list(ownedBy: owner).filter(isLost)
        for device in devices {
            try release(device)
            guard device.kind == .virtual else { continue }
            try tags.removeAll(from: device.id)
            try mfaDevices.delete(device.id)
        }
        return devices
    }
}

extension IAM.CreateVirtualMFADevice: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target(
            MFADevices.resource(
                in: call.account, path: input.path ?? "/", name: input.virtualMFADeviceName),
            of: call.account)
    }

    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) throws -> RequestContext {
        try Tagging.conditions(setting: input.tags, on: .mfaDevice)
    }

    /// A device with tags also needs `iam:TagMFADevice`.
    /// Source: Service Authorization Reference, CreateVirtualMFADevice, "Dependent actions".
    /// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html>
    package static func authorize(
        _ input: Input, _ target: Target<Void>, _ call: Call
    ) throws {
        try call.authorize(
            action, on: target, with: conditions(input, on: target, call), setting: input.tags,
            by: IAM.TagMFADevice.action)
    }

    /// Makes a seed, which this answer alone shows, as text and as a picture.
    ///
    /// Source: IAM API Reference, VirtualMFADevice: both are base64 on the wire, the seed as its
    /// Base32 text, and the picture's address names the device and the account.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_VirtualMFADevice.html>
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        guard try call.tables.mfaDevices.counts().virtual < MFADevices.virtualPerAccount else {
            throw IAM.Errors.limitExceeded(
                "Cannot exceed quota for VirtualMFADevicesPerAccount: "
                    + "\(MFADevices.virtualPerAccount)")
        }
        try MFADevices.requireSerialNumber(
            MFADevices.resource(
                in: call.account, path: input.path ?? "/", name: input.virtualMFADeviceName),
            about: "VirtualMFADeviceName")
        let tags = try Tagging.validated(input.tags ?? [])
        let (device, seed) = try MFADevices.makeVirtual(
            named: input.virtualMFADeviceName, path: input.path ?? "/", call)
        guard try call.tables.mfaDevices.insert(device) else {
            throw IAM.Errors.entityAlreadyExists(
                "MFADevice entity at the same path and name already exists.",
                about: "VirtualMFADeviceName")
        }
        for tag in tags { try call.tables.tags.set(tag, on: device.id) }
        let name = try call.tables.accountAliases.alias(of: call.account)
        let address = seed.uri(
            issuer: "Gatehouse",
            name: "\(input.virtualMFADeviceName)@\(name ?? call.account.description)")
        return Output(
            virtualMFADevice: IAM.Shape.VirtualMFADevice(
                serialNumber: device.serialNumber,
                base32StringSeed: Secret(
                    Base64.standard.encoded(Array(seed.base32.reveal().utf8))),
                qrCodePNG: Secret(Base64.standard.encoded(try QRCode.png(of: address))),
                tags: tags.isEmpty ? nil : tags.map(IAM.Shape.Tag.init)))
    }
}

extension MFADevices {
    fileprivate static func makeVirtual(
        named name: String, path: String, _ call: Call
    ) throws -> (MFADevice, TOTPSeed) {
        let (id, seed) = call.withRandom {
            (UniqueID(.mfaDevice, using: &$0), TOTPSeed.random(using: &$0))
        }
        let sealed = try call.services.sealer.seal(
            seed.base32, for: MFADevice.sealingContext(id, in: call.account))
        let device = MFADevice(
            account: call.account, id: id, kind: .virtual,
            serialNumber: resource(in: call.account, path: path, name: name),
            createdAt: call.now, proof: .codes(.init(sealedSeed: sealed)))
        return (device, seed)
    }
}

extension IAM.ListVirtualMFADevices: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target(MFADevices.resource(in: call.account, name: ""), of: call.account)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let paging = try Paging(input)
        let isAssigned: Bool? =
            switch input.assignmentStatus {
            case .assigned: true
            case .unassigned: false
            case .any, nil: nil
            }
        let page = paging.page(
            try call.tables.mfaDevices.listVirtual(
                isAssigned: isAssigned, after: paging.after, limit: paging.limit)
        ) { $0.serialNumber.asciiLowercased }
        return Output(
            virtualMFADevices: try page.items.map { device in
                IAM.Shape.VirtualMFADevice(
                    serialNumber: device.serialNumber,
                    user: try device.assignment.flatMap { try owner($0.owner, call) },
                    enableDate: device.assignment?.enabledAt)
            },
            isTruncated: page.isTruncated, marker: page.marker)
    }

    /// Whose device it is, as GetUser shows a user or a root user.
    private static func owner(_ id: UniqueID, _ call: Call) throws -> IAM.Shape.User? {
        if let user = try call.tables.users.find(id) { return IAM.Shape.User(user) }
        return try call.tables.accounts.find(call.account).map(IAM.Shape.User.init(rootOf:))
    }
}

extension IAM.DeleteVirtualMFADevice: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<MFADevice> {
        try call.tables.virtualDevice(input.serialNumber)
    }

    package static func handle(_ input: Input, on device: MFADevice, _ call: Call) throws -> Output
    {
        guard device.assignment == nil else {
            throw IAM.Errors.deleteConflict(
                "MFA VirtualDevice in use. Must deactivate first.", about: "SerialNumber")
        }
        try call.tables.tags.removeAll(from: device.id)
        try call.tables.mfaDevices.delete(device.id)
        return Output()
    }
}

extension IAM.TagMFADevice: OnVirtualDevice, SetsTags {}
extension IAM.UntagMFADevice: OnVirtualDevice, RemovesTags {}
extension IAM.ListMFADeviceTags: OnVirtualDevice, ListsTags {}

/// An operation on the virtual device that its input names.
package protocol OnVirtualDevice: Handler
where Input: NamesSerialNumber, Resource == MFADevice {}

extension OnVirtualDevice {
    package static func target(_ input: Input, _ call: Call) throws -> Target<MFADevice> {
        try call.tables.virtualDevice(input.serialNumber)
    }
}
