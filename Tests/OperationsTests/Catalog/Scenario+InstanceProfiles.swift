extension Scenario {
    /// Instance profiles and roles that are linked to services.
    static let instanceProfiles = profiles + linkedRoles

    private static let profiles = [
        Scenario(
            "CreateInstanceProfile",
            [
                "InstanceProfileName": "batch", "Path": "/team/", "Tags.member.1.Key": "team",
                "Tags.member.1.Value": "core",
            ],
            on: "instance-profile/team/batch",
            also: [("iam:TagInstanceProfile", "instance-profile/team/batch")]),
        web("GetInstanceProfile"),
        Scenario("ListInstanceProfiles", on: "instance-profile/"),
        Scenario(
            "ListInstanceProfilesForRole", ["RoleName": "Deployer"], on: "role/team/Deployer",
            shown: "role Deployer"),
        Scenario(
            "AddRoleToInstanceProfile", ["InstanceProfileName": "empty", "RoleName": "Idle"],
            on: "instance-profile/empty", shown: "instance profile empty",
            also: [("iam:PassRole", "role/Idle")]),
        web("RemoveRoleFromInstanceProfile", ["RoleName": "Deployer"]),
        Scenario(
            "DeleteInstanceProfile", ["InstanceProfileName": "empty"],
            on: "instance-profile/empty", shown: "instance profile empty"),
        web("TagInstanceProfile", ["Tags.member.1.Key": "site", "Tags.member.1.Value": "north"]),
        web("UntagInstanceProfile", ["TagKeys.member.1": "team"]),
        web("ListInstanceProfileTags"),
    ]

    private static func web(
        _ operation: String, _ parameters: [String: String] = [:]
    ) -> Scenario {
        Scenario(
            operation, parameters.merging(["InstanceProfileName": "web"]) { $1 },
            on: "instance-profile/team/web", shown: "instance profile web")
    }

    private static let linkedRoles = [
        Scenario(
            "CreateServiceLinkedRole",
            ["AWSServiceName": "autoscaling.amazonaws.com", "CustomSuffix": "blue"],
            on: "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling_blue"
        ),
        Scenario(
            "DeleteServiceLinkedRole", ["RoleName": "AWSServiceRoleForAutoScaling"],
            on: "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
            shown: "role AWSServiceRoleForAutoScaling"),
        Scenario(
            "GetServiceLinkedRoleDeletionStatus", ["DeletionTaskId": "{task}"],
            on: "role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"),
    ]
}
