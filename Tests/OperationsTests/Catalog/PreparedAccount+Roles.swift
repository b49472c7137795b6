import TestSupport

extension PreparedAccount {
    /// What the root user does to make roles. Deployer has everything; Idle has nothing that keeps
    /// it from being deleted.
    static let roleSteps: [(String, [String: String])] = [
        (
            "CreateRole",
            [
                "RoleName": "Deployer", "Path": "/team/",
                "AssumeRolePolicyDocument": Policies.trust(), "Tags.member.1.Key": "team",
                "Tags.member.1.Value": "core",
            ]
        ),
        ("CreateRole", ["RoleName": "Idle", "AssumeRolePolicyDocument": Policies.trust()]),
        (
            "PutRolePolicy",
            [
                "RoleName": "Deployer", "PolicyName": "work",
                "PolicyDocument": Policies.allow("s3:GetObject"),
            ]
        ),
        ("AttachRolePolicy", ["RoleName": "Deployer", "PolicyArn": readers]),
    ]
}
