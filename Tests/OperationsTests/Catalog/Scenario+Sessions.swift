import Operations

extension Scenario {
    /// Operations that give temporary credentials out. They take long-term keys or temporary
    /// credentials, or ask a trust policy, and have tests of their own: `SessionOperationsTests`
    /// and those of clients.
    static let ofSessions = [
        "AssumeRole", "GetFederationToken", "GetScopedCredentials", "GetSessionToken",
    ]

    static let rootSessions: [Scenario] = [
        Scenario(
            "AssumeRoot",
            [
                "TargetPrincipal": "{account}",
                "TaskPolicyArn.arn": "arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy",
            ], on: "root", service: "sts", ending: .fails(.accessDenied))
    ]
}
