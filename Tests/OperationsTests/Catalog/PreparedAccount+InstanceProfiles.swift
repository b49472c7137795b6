extension PreparedAccount {
    /// What the root user does to make instance profiles, of which one holds the role Deployer,
    /// and a role that is linked to a service.
    static let profileSteps: [(String, [String: String])] = [
        (
            "CreateInstanceProfile",
            [
                "InstanceProfileName": "web", "Path": "/team/", "Tags.member.1.Key": "team",
                "Tags.member.1.Value": "core",
            ]
        ),
        ("CreateInstanceProfile", ["InstanceProfileName": "empty"]),
        (
            "AddRoleToInstanceProfile",
            ["InstanceProfileName": "web", "RoleName": "Deployer"]
        ),
        ("CreateServiceLinkedRole", ["AWSServiceName": "autoscaling.amazonaws.com"]),
        ("CreateServiceLinkedRole", ["AWSServiceName": "ecs.amazonaws.com"]),
    ]
}
