import IAMIdentifiers
import TestSupport

extension Scenario {
    static let corp = "arn:aws:iam::{account}:saml-provider/Corp"

    /// The SAML provider of a prepared account.
    static let samlProvider = [
        "Name": "Corp", "SAMLMetadataDocument": SAMLIdentityProvider().metadata,
        "AddPrivateKey": SAMLIdentityProvider.privateKey.reveal(), "Tags.member.1.Key": "team",
        "Tags.member.1.Value": "core",
    ]

    /// SAML providers.
    static let samlProviders = [
        Scenario(
            "CreateSAMLProvider", samlProvider.merging(["Name": "Partner"]) { $1 },
            on: "saml-provider/Partner", also: [("iam:TagSAMLProvider", "saml-provider/Partner")]),
        Scenario("GetSAMLProvider", ["SAMLProviderArn": corp], on: corp),
        Scenario("ListSAMLProviders", on: "*"),
        Scenario(
            "UpdateSAMLProvider", ["SAMLProviderArn": corp, "AssertionEncryptionMode": "Required"],
            on: corp),
        Scenario("DeleteSAMLProvider", ["SAMLProviderArn": corp], on: corp),
        Scenario(
            "TagSAMLProvider",
            ["SAMLProviderArn": corp, "Tags.member.1.Key": "site", "Tags.member.1.Value": "north"],
            on: corp),
        Scenario(
            "UntagSAMLProvider", ["SAMLProviderArn": corp, "TagKeys.member.1": "team"], on: corp),
        Scenario("ListSAMLProviderTags", ["SAMLProviderArn": corp], on: corp),
    ]
}
