import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport

/// An account with one thing of every kind, so that each operation has something to act on.
struct PreparedAccount: Sendable {
    static let password = "Sturdy-Otter-42"
    static let readers = "arn:aws:iam::{account}:policy/Readers"
    static let spare = "arn:aws:iam::{account}:policy/Spare"
    static let issuer = "arn:aws:iam::{account}:oidc-provider/id.example.com"
    static let thumbprint = "990F4193972F2BECF12DDEDA5237F9C952F20D9E"

    let account: AccountID
    /// The access key of alice.
    let key: AccessKeyID
    let secret: Secret
    /// What bob was told, sealed, when he was refused something.
    let message: String
    /// The deletion of the role of ECS.
    let task: String
    /// A report that carol has asked for.
    let report: String
    /// The MFA device of alice, and one that is nobody's.
    let phone: TestAuthenticator
    let spare: TestAuthenticator
    private let credentials: CredentialIDs
    private let now: Timestamp

    /// What the root user does to make it. alice has everything; bob and the group idle have
    /// nothing that keeps them from being deleted; carol is the caller.
    private static let steps: [(String, [String: String])] = [
        (
            "CreateUser",
            [
                "UserName": "alice", "Path": "/team/", "Tags.member.1.Key": "team",
                "Tags.member.1.Value": "core",
            ]
        ),
        ("CreateUser", ["UserName": "bob"]),
        ("CreateUser", ["UserName": "carol"]),
        ("CreateGroup", ["GroupName": "writers", "Path": "/team/"]),
        ("CreateGroup", ["GroupName": "idle"]),
        (
            "CreatePolicy",
            ["PolicyName": "Readers", "PolicyDocument": Policies.allow("s3:GetObject")]
        ),
        (
            "CreatePolicyVersion",
            ["PolicyArn": readers, "PolicyDocument": Policies.allow("s3:ListBucket")]
        ),
        (
            "CreatePolicy",
            [
                "PolicyName": "Spare", "PolicyDocument": Policies.allow("s3:PutObject"),
                "Tags.member.1.Key": "team", "Tags.member.1.Value": "core",
            ]
        ),
        (
            "PutUserPolicy",
            [
                "UserName": "alice", "PolicyName": "notes",
                "PolicyDocument": Policies.allow("s3:GetObject"),
            ]
        ),
        (
            "PutGroupPolicy",
            [
                "GroupName": "writers", "PolicyName": "rules",
                "PolicyDocument": Policies.allow("s3:PutObject"),
            ]
        ),
        ("AttachUserPolicy", ["UserName": "alice", "PolicyArn": readers]),
        ("AttachGroupPolicy", ["GroupName": "writers", "PolicyArn": readers]),
        ("AddUserToGroup", ["GroupName": "writers", "UserName": "alice"]),
        ("CreateSAMLProvider", Scenario.samlProvider),
        ("CreateLoginProfile", ["UserName": "alice", "Password": password]),
        ("CreateLoginProfile", ["UserName": "carol", "Password": password]),
        ("CreateAccountAlias", ["AccountAlias": "example-{account}"]),
        ("UpdateAccountPasswordPolicy", ["MinimumPasswordLength": "8"]),
        ("PutContactInformation", Scenario.contact),
        (
            "PutAlternateContact",
            Scenario.alternateContact.merging(["AlternateContactType": "BILLING"]) { $1 }
        ),
        ("EnableRegion", ["RegionName": "af-south-1"]),
        ("GenerateCredentialReport", [:]),
        (
            "CreateOpenIDConnectProvider",
            [
                "Url": "https://id.example.com", "ClientIDList.member.1": "app",
                "ThumbprintList.member.1": thumbprint, "Tags.member.1.Key": "team",
                "Tags.member.1.Value": "core",
            ]
        ),
    ]

    /// Prepares an account of the service; the one it began with for nil.
    init(_ service: TestService, _ account: AccountID? = nil) async throws {
        self.account = account ?? service.account.id
        let root = try await service.caller(of: self.account)
        let steps = Self.steps + Self.roleSteps + Self.profileSteps + Self.certificateSteps
        for (operation, parameters) in steps {
            let parameters = parameters.mapValues {
                $0.replacing("{account}", with: account?.description ?? "123456789012")
            }
            if let error = try await service.call(operation, parameters, as: root).error {
                throw error
            }
        }
        let made = try await service.pipeline.run(
            IAM.CreateAccessKey.self, .init(userName: "alice"), as: root, service.facts())
        key = AccessKeyID(made.accessKey.accessKeyId)!  // as the operation made it
        secret = made.accessKey.secretAccessKey
        credentials = try await CredentialIDs(service, as: root)
        let bob = try await service.caller("bob", of: self.account)
        message = try await service.call("GetUser", as: bob).error?.encodedMessage ?? "none"
        task = try await service.pipeline.run(
            IAM.DeleteServiceLinkedRole.self, .init(roleName: "AWSServiceRoleForECS"), as: root,
            service.facts()
        ).deletionTaskId
        report = try await Self.report(
            for: service.caller("carol", of: self.account), about: bob, service)
        let tags = [IAM.Shape.Tag(key: "team", value: "core")]
        phone = try await service.makeAuthenticator("phone", of: self.account, tags: tags)
        spare = try await service.makeAuthenticator("spare", of: self.account)
        now = service.clock.now
        try await service.enable(phone, for: "alice", of: self.account)
        try await Self.addSecurityKey(ofUser: "alice", in: self.account, service)
    }

    private static func report(
        for caller: Caller, about bob: Caller, _ service: TestService
    ) async throws -> String {
        let report = LastAccessReport(
            id: "11111111-1111-4111-8111-\(caller.account)", caller: caller.principalID.description,
            resourceARN: "arn:aws:iam::\(caller.account):user/bob", resource: bob.principalID,
            tellsActions: true, createdAt: service.clock.now)
        try await service.services.database.write {
            try LastAccessReportTable($0, of: caller.account).insert(report)
        }
        return report.id
    }

    /// A browser would make one. Nothing of the key is looked at but that it is there.
    private static func addSecurityKey(
        ofUser name: String, in account: AccountID, _ service: TestService
    ) async throws {
        let now = service.clock.now
        try await service.services.database.write { transaction in
            guard let user = try UserTable(transaction, of: account).find(named: name) else {
                throw TestError.noSuchUser(name)
            }
            _ = try MFADeviceTable(transaction, of: account).insert(
                MFADevice(
                    account: account, id: UniqueID(stored: "MFAD\(name)"), kind: .fido,
                    serialNumber: "arn:aws:iam::\(account):u2f/user/\(name)/key-1",
                    createdAt: now, assignment: .init(owner: user.id, enabledAt: now),
                    proof: .key(
                        .init(
                            credentialID: [1], publicKey: [2], signCount: 0, transports: ["usb"]))
                ))
        }
    }

    /// The text with this account's number, alice's access key, bob's message and the codes of
    /// devices in their places.
    func filled(_ text: String) -> String {
        text.replacing("{account}", with: account.description)
            .replacing("{key}", with: key.description)
            .replacing("{message}", with: message)
            .replacing("{task}", with: task)
            .replacing("{report}", with: report)
            .replacing("{sshKey}", with: credentials.sshKey)
            .replacing("{certificate}", with: credentials.certificate)
            .replacing("{credential}", with: credentials.credential)
            .replacing("{spare1}", with: spare.code(at: now, steps: -1).reveal())
            .replacing("{spare2}", with: spare.code(at: now).reveal())
            .replacing("{phone1}", with: phone.code(at: now, steps: 1).reveal())
            .replacing("{phone2}", with: phone.code(at: now, steps: 2).reveal())
    }

    func filled(_ parameters: [String: String]) -> [String: String] {
        parameters.mapValues(filled)
    }
}

extension TestService {
    /// Gives a user an inline policy, in place of the one it was given before, as the root user.
    func permit(_ user: String, _ document: String) async throws {
        try await run(
            IAM.PutUserPolicy.self,
            .init(userName: user, policyName: "test", policyDocument: document))
    }
}
