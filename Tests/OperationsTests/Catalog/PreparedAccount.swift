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

    let account: AccountID
    /// The access key of alice.
    let key: AccessKeyID
    let secret: Secret
    /// What bob was told, sealed, when he was refused something.
    let message: String

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
        ("CreateLoginProfile", ["UserName": "alice", "Password": password]),
        ("CreateLoginProfile", ["UserName": "carol", "Password": password]),
        ("CreateAccountAlias", ["AccountAlias": "example-{account}"]),
        ("UpdateAccountPasswordPolicy", ["MinimumPasswordLength": "8"]),
    ]

    /// Prepares an account of the service; the one it began with for nil.
    init(_ service: TestService, _ account: AccountID? = nil) async throws {
        self.account = account ?? service.account.id
        let root = try await service.caller(of: self.account)
        for (operation, parameters) in Self.steps {
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
        let bob = try await service.caller("bob", of: self.account)
        message = try await service.call("GetUser", as: bob).error?.encodedMessage ?? "none"
    }

    /// The text with this account's number, alice's access key and bob's message in their
    /// places.
    func filled(_ text: String) -> String {
        text.replacing("{account}", with: account.description)
            .replacing("{key}", with: key.description)
            .replacing("{message}", with: message)
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
