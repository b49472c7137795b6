import TestSupport

extension Scenario {
    /// Embedded and managed policies.
    static let policies =
        holder("User", "alice", "user/team/alice", inline: "notes")
        + holder("Group", "writers", "group/team/writers", inline: "rules")
        + holder("Role", "Deployer", "role/team/Deployer", inline: "work") + managed

    /// The seven operations on the policies of a user, a group or a role.
    private static func holder(
        _ kind: String, _ name: String, _ resource: String, inline: String
    ) -> [Scenario] {
        func scenario(
            _ operation: String, _ parameters: [String: String] = [:]
        ) -> Scenario {
            Scenario(
                operation, parameters.merging(["\(kind)Name": name]) { $1 }, on: resource,
                shown: "\(kind.lowercased()) \(name)")
        }
        return [
            scenario(
                "Put\(kind)Policy",
                ["PolicyName": "more", "PolicyDocument": Policies.allow("s3:DeleteObject")]),
            scenario("Get\(kind)Policy", ["PolicyName": inline]),
            scenario("List\(kind)Policies"),
            scenario("Delete\(kind)Policy", ["PolicyName": inline]),
            scenario("Attach\(kind)Policy", ["PolicyArn": PreparedAccount.spare]),
            scenario("Detach\(kind)Policy", ["PolicyArn": PreparedAccount.readers]),
            scenario("ListAttached\(kind)Policies"),
        ]
    }

    private static let alice = "arn:aws:iam::{account}:user/team/alice"

    /// What policies would decide.
    static let simulation: [Scenario] = [
        Scenario(
            "SimulateCustomPolicy",
            [
                "PolicyInputList.member.1": Policies.allow("s3:GetObject"),
                "ActionNames.member.1": "s3:GetObject",
            ], on: "*"),
        Scenario(
            "SimulatePrincipalPolicy",
            ["PolicySourceArn": alice, "ActionNames.member.1": "s3:GetObject"],
            on: "user/team/alice"),
        Scenario(
            "GetContextKeysForCustomPolicy",
            ["PolicyInputList.member.1": Policies.allow("s3:GetObject")], on: "*"),
        Scenario(
            "GetContextKeysForPrincipalPolicy", ["PolicySourceArn": alice], on: "user/team/alice"),
        Scenario(
            "ValidatePolicy",
            ["policyDocument": Policies.allow("s3:GetObject"), "policyType": "IDENTITY_POLICY"],
            on: "*", service: "access-analyzer"),
    ]

    private static let managed: [Scenario] = [
        Scenario(
            "CreatePolicy",
            [
                "PolicyName": "Writers", "Path": "/team/",
                "PolicyDocument": Policies.allow("s3:PutObject"), "Tags.member.1.Key": "team",
                "Tags.member.1.Value": "core",
            ],
            on: "policy/team/Writers", also: [("iam:TagPolicy", "policy/team/Writers")]),
        readers("GetPolicy"),
        Scenario("ListPolicies", ["Scope": "Local"], on: "*", shown: "policy path /"),
        Scenario(
            "DeletePolicy", ["PolicyArn": PreparedAccount.spare], on: "policy/Spare",
            shown: "policy \(PreparedAccount.spare)"),
        readers("CreatePolicyVersion", ["PolicyDocument": Policies.allow("s3:DeleteObject")]),
        readers("GetPolicyVersion", ["VersionId": "v1"]),
        readers("ListPolicyVersions"),
        Scenario(
            "GetHumanReadableSummary", ["EntityArn": PreparedAccount.readers],
            on: "policy/Readers", shown: "policy \(PreparedAccount.readers)",
            also: [("iam:GetPolicyVersion", "policy/Readers")]),
        readers("SetDefaultPolicyVersion", ["VersionId": "v2"]),
        readers("DeletePolicyVersion", ["VersionId": "v2"]),
        readers("ListEntitiesForPolicy"),
        readers("TagPolicy", ["Tags.member.1.Key": "site", "Tags.member.1.Value": "north"]),
        readers("UntagPolicy", ["TagKeys.member.1": "team"]),
        readers("ListPolicyTags"),
    ]

    private static func readers(
        _ operation: String, _ parameters: [String: String] = [:]
    ) -> Scenario {
        Scenario(
            operation, parameters.merging(["PolicyArn": PreparedAccount.readers]) { $1 },
            on: "policy/Readers", shown: "policy \(PreparedAccount.readers)")
    }
}
