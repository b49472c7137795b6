import TestSupport

extension Scenario {
    /// OpenID Connect providers, and the account's own issuer, which it has not enabled.
    static let federation: [Scenario] = [
        Scenario("EnableOutboundWebIdentityFederation", on: "*"),
        Scenario(
            "DisableOutboundWebIdentityFederation", on: "*", ending: .fails(.featureDisabled)),
        Scenario(
            "GetOutboundWebIdentityFederationInfo", on: "*", ending: .fails(.featureDisabled)),
        Scenario(
            "SetSecurityTokenServicePreferences", ["GlobalEndpointTokenVersion": "v2Token"],
            on: "*"),
        Scenario(
            "GetWebIdentityToken",
            [
                "Audience.member.1": "https://api.example.com", "SigningAlgorithm": "ES384",
                "Tags.member.1.Key": "team", "Tags.member.1.Value": "core",
            ],
            on: "*", also: [("sts:TagGetWebIdentityToken", "*")], service: "sts",
            ending: .fails(.outboundWebIdentityFederationDisabled)),
        Scenario(
            "CreateOpenIDConnectProvider",
            [
                "Url": "https://keys.example.org/team", "ClientIDList.member.1": "app",
                "ThumbprintList.member.1": PreparedAccount.thumbprint,
                "Tags.member.1.Key": "team", "Tags.member.1.Value": "core",
            ],
            on: "oidc-provider/keys.example.org/team",
            also: [
                ("iam:TagOpenIDConnectProvider", "oidc-provider/keys.example.org/team")
            ]),
        issuer("GetOpenIDConnectProvider"),
        Scenario("ListOpenIDConnectProviders", on: "*"),
        issuer("AddClientIDToOpenIDConnectProvider", ["ClientID": "another"]),
        issuer("RemoveClientIDFromOpenIDConnectProvider", ["ClientID": "app"]),
        issuer(
            "UpdateOpenIDConnectProviderThumbprint",
            ["ThumbprintList.member.1": String(repeating: "0", count: 40)]),
        issuer("UpdateOpenIDConnectProvider", ["ContextProvider.SubjectSourceKey": "sub"]),
        issuer("DeleteOpenIDConnectProvider"),
        issuer(
            "TagOpenIDConnectProvider",
            ["Tags.member.1.Key": "site", "Tags.member.1.Value": "north"]),
        issuer("UntagOpenIDConnectProvider", ["TagKeys.member.1": "team"]),
        issuer("ListOpenIDConnectProviderTags"),
    ]

    private static func issuer(
        _ operation: String, _ parameters: [String: String] = [:]
    ) -> Scenario {
        Scenario(
            operation,
            parameters.merging(["OpenIDConnectProviderArn": PreparedAccount.issuer]) { $1 },
            on: "oidc-provider/id.example.com")
    }
}
