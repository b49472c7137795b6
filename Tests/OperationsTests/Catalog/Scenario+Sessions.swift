extension Scenario {
    /// Operations that give temporary credentials out. They take long-term keys or temporary
    /// credentials, or ask a trust policy, or are refused to all, and have tests of their own:
    /// `SessionOperationsTests` and those of clients.
    static let ofSessions = [
        "AssumeRole", "AssumeRoot", "GetFederationToken", "GetScopedCredentials",
        "GetSessionToken",
    ]
}
