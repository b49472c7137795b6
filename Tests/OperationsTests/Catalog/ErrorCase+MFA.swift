import IAMIdentifiers
import Operations
import Store
import TestSupport

extension ErrorCase {
    private static let phone = "arn:aws:iam::{account}:mfa/phone"
    private static let spare = "arn:aws:iam::{account}:mfa/spare"
    private static let key = "arn:aws:iam::{account}:u2f/user/alice/key-1"
    private static let missingDevice = "arn:aws:iam::{account}:mfa/missing"

    private static func enable(_ changes: [String: String] = [:]) -> [String: String] {
        [
            "UserName": "bob", "SerialNumber": spare, "AuthenticationCode1": "{spare1}",
            "AuthenticationCode2": "{spare2}",
        ].merging(changes) { $1 }
    }

    private static func resync(_ changes: [String: String] = [:]) -> [String: String] {
        [
            "UserName": "alice", "SerialNumber": phone, "AuthenticationCode1": "{phone1}",
            "AuthenticationCode2": "{phone2}",
        ].merging(changes) { $1 }
    }

    private static let tag = ["Tags.member.1.Key": "a", "Tags.member.1.Value": "1"]
    private static let twice = tag.merging(
        ["Tags.member.2.Key": "A", "Tags.member.2.Value": "2"]) { $1 }

    private static let unusable =
        "The name and the path give a serial number that is too long, or that has characters other "
        + "than letters, digits and _+=/:,.@-"

    static let devices = virtual + assignments

    private static let virtual: [ErrorCase] =
        [
            ErrorCase(
                "CreateVirtualMFADevice", ["VirtualMFADeviceName": "PHONE"],
                .entityAlreadyExists,
                "MFADevice entity at the same path and name already exists."),
            ErrorCase(
                "CreateVirtualMFADevice",
                ["VirtualMFADeviceName": "tablet"].merging(twice) { $1 }, .invalidInput,
                "Duplicate tag keys found. Please note that Tag keys are case insensitive."),
            ErrorCase(
                "TagMFADevice", ["SerialNumber": phone].merging(twice) { $1 }, .invalidInput,
                "Duplicate tag keys found. Please note that Tag keys are case insensitive."),
            ErrorCase(
                "CreateVirtualMFADevice", ["VirtualMFADeviceName": "x", "Path": "/a*b/"],
                .validationError, unusable),
            ErrorCase(
                "CreateVirtualMFADevice",
                ["VirtualMFADeviceName": String(repeating: "x", count: 3_000)],
                .validationError, unusable),
            ErrorCase(
                "DeleteVirtualMFADevice", ["SerialNumber": phone], .deleteConflict,
                "MFA VirtualDevice in use. Must deactivate first."),
        ]
        + [missingDevice, key, "GAHT12345678"].flatMap { serialNumber in
            [
                ("DeleteVirtualMFADevice", [:]), ("TagMFADevice", tag), ("ListMFADeviceTags", [:]),
                ("UntagMFADevice", ["TagKeys.member.1": "team"]),
            ].map { operation, parameters in
                ErrorCase(
                    operation, parameters.merging(["SerialNumber": serialNumber]) { $1 },
                    .noSuchEntity,
                    "VirtualMFADevice with serial number \(serialNumber) doesn't exist.")
            }
        }

    private static let wrongCode = "Authentication code for device is not valid."

    private static let assignments: [ErrorCase] =
        [
            ErrorCase(
                "EnableMFADevice", enable(["SerialNumber": missingDevice]), .noSuchEntity,
                "VirtualMFADevice with serial number \(missingDevice) doesn't exist."),
            ErrorCase(
                "EnableMFADevice", enable(["SerialNumber": key]), .noSuchEntity,
                "VirtualMFADevice with serial number \(key) doesn't exist."),
            ErrorCase(
                "EnableMFADevice", enable(["SerialNumber": phone]), .entityAlreadyExists,
                "MFA Device is already in use."),
            ErrorCase(
                "EnableMFADevice", enable(["AuthenticationCode2": "{spare1}"]),
                .invalidAuthenticationCode, wrongCode),
            ErrorCase(
                "EnableMFADevice",
                enable([
                    "AuthenticationCode1": "{spare2}", "AuthenticationCode2": "{spare1}",
                ]), .invalidAuthenticationCode, wrongCode),
            ErrorCase(
                "ResyncMFADevice", resync(["AuthenticationCode1": "{phone2}"]),
                .invalidAuthenticationCode, wrongCode),
            ErrorCase(
                "ResyncMFADevice", resync(["UserName": "bob"]), .noSuchEntity,
                "MFA Device invalid for user."),
            ErrorCase(
                "DeactivateMFADevice", ["UserName": "alice", "SerialNumber": spare],
                .noSuchEntity, "MFA Device invalid for user."),
            ErrorCase(
                "GetMFADevice", ["UserName": "alice", "SerialNumber": phone], .noSuchEntity,
                "MFA Device invalid for user."),
            ErrorCase(
                "EnableMFADevice", enable(), .limitExceeded,
                "Cannot exceed quota for MFADevicesPerUser: 8",
                given: fill(with: 8, ownedBy: "bob")),
            ErrorCase(
                "CreateVirtualMFADevice", ["VirtualMFADeviceName": "one-more"], .limitExceeded,
                "Cannot exceed quota for VirtualMFADevicesPerAccount: 5000",
                given: fill(with: 4_998, ownedBy: nil)),
        ]

    /// Rows of devices, which nobody tries out.
    private static func fill(with count: Int, ownedBy name: String?) -> Arrangement {
        { service, _ in
            let now = service.clock.now
            try await service.services.database.write { transaction in
                let account = TestService.accountID
                let owner = try name.flatMap {
                    try UserTable(transaction, of: account).find(named: $0)?.id
                }
                let devices = MFADeviceTable(transaction, of: account)
                for number in 0..<count {
                    _ = try devices.insert(
                        MFADevice(
                            account: account, id: UniqueID(stored: "MFAD\(number)"),
                            kind: .virtual,
                            serialNumber: "arn:aws:iam::\(account):mfa/d\(number)",
                            createdAt: now,
                            assignment: owner.map { .init(owner: $0, enabledAt: now) },
                            proof: .codes(.init(sealedSeed: []))))
                }
            }
        }
    }
}
