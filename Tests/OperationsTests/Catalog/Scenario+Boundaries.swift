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
    ]
}
