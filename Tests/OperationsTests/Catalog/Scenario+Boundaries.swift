extension Scenario {
    /// Permissions boundaries.
    static let boundaries = [
        Scenario(
            "PutUserPermissionsBoundary",
            ["UserName": "alice", "PermissionsBoundary": PreparedAccount.readers],
            on: "user/team/alice", shown: "user alice"),
        Scenario(
            "DeleteUserPermissionsBoundary", ["UserName": "alice"], on: "user/team/alice",
            shown: "user alice"),
        Scenario(
            "PutRolePermissionsBoundary",
            ["RoleName": "Deployer", "PermissionsBoundary": PreparedAccount.readers],
            on: "role/team/Deployer", shown: "role Deployer"),
        Scenario(
            "DeleteRolePermissionsBoundary", ["RoleName": "Deployer"], on: "role/team/Deployer",
            shown: "role Deployer"),
    ]
}
