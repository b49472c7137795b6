import TestSupport

extension Scenario {
    /// Roles, without the operations on their policies.
    static let roles = [
        Scenario(
            "CreateRole",
            [
                "RoleName": "Builder", "Path": "/team/",
                "AssumeRolePolicyDocument": Policies.trust(), "Tags.member.1.Key": "team",
                "Tags.member.1.Value": "core",
            ],
            on: "role/team/Builder", also: [("iam:TagRole", "role/team/Builder")]),
        deployer("GetRole"),
        Scenario("ListRoles", on: "role/"),
        deployer("UpdateRole", ["Description": "Deploys", "MaxSessionDuration": "7200"]),
        deployer("UpdateRoleDescription", ["Description": "Deploys"]),
        deployer("UpdateAssumeRolePolicy", ["PolicyDocument": Policies.trust()]),
        Scenario("DeleteRole", ["RoleName": "Idle"], on: "role/Idle", shown: "role Idle"),
        deployer("TagRole", ["Tags.member.1.Key": "site", "Tags.member.1.Value": "north"]),
        deployer("UntagRole", ["TagKeys.member.1": "team"]),
        deployer("ListRoleTags"),
    ]

    private static func deployer(
        _ operation: String, _ parameters: [String: String] = [:]
    ) -> Scenario {
        Scenario(
            operation, parameters.merging(["RoleName": "Deployer"]) { $1 },
            on: "role/team/Deployer", shown: "role Deployer")
    }
}
