import IAMIdentifiers
import Operations
import Store
import TestSupport

extension ErrorCase {
    private static let tag = ["Tags.member.1.Key": "a", "Tags.member.1.Value": "1"]

    private static func create(_ changes: [String: String] = [:]) -> [String: String] {
        [
            "Url": "https://new.example.com",
            "ThumbprintList.member.1": PreparedAccount.thumbprint,
        ].merging(changes) { $1 }
    }

    private static func list(_ name: String, _ count: Int, _ value: (Int) -> String)
        -> [String: String]
    {
        Dictionary(uniqueKeysWithValues: (1...count).map { ("\(name).member.\($0)", value($0)) })
    }

    /// Texts that no issuer of tokens has.
    private static let notURLs = [
        "http://new.example.com", "new.example.com", "https://", "HTTPS://new.example.com",
        "https://new.example.com:8443", "https://new.example.com:443",
        "https://new.example.com?tenant=1", "https://new.example.com/a?b", "https:///path",
        "https://new.example.com/#a", "https://user@new.example.com", "https://new example.com",
        "https://new.example.com/*", "https://*.example.com", "https://[::1",
        "https://ne\u{301}w.com",
    ]

    static let federation: [ErrorCase] =
        notURLs.map {
            ErrorCase(
                "CreateOpenIDConnectProvider", create(["Url": $0]), .validationError,
                "Invalid Open ID Connect Provider URL")
        } + providers + missingProvider + notProviders + outbound

    private static func update(_ changes: [String: String]) -> [String: String] {
        ["OpenIDConnectProviderArn": PreparedAccount.issuer].merging(changes) { $1 }
    }

    private static let providers: [ErrorCase] = [
        ErrorCase(
            "CreateOpenIDConnectProvider", ["Url": "https://unreachable.example.com"],
            .openIdIdpCommunicationError,
            "IAM cannot connect to the OpenID Connect identity provider "
                + "https://unreachable.example.com"),
        ErrorCase(
            "UpdateOpenIDConnectProvider",
            update([
                "ContextProvider.SubjectSourceKey": "sub", "RemoveContextProvider": "true",
            ]), .invalidInput,
            "Specify either ContextProvider or RemoveContextProvider, but not both."),
        ErrorCase(
            "UpdateOpenIDConnectProvider", update([:]), .invalidInput,
            "A single request can change either the context provider or the IAM Identity Center "
                + "association."),
        ErrorCase(
            "UpdateOpenIDConnectProvider",
            update([
                "IdentityCenterInstanceArn": "arn:aws:sso:::instance/ssoins-1234567890abcdef"
            ]), .invalidInput, "The IAM Identity Center instance does not exist."),
        ErrorCase(
            "CreateOpenIDConnectProvider", create(["Url": "https://id.example.com"]),
            .entityAlreadyExists, "Provider with url https://id.example.com already exists."),
        ErrorCase(
            "CreateOpenIDConnectProvider",
            create(list("ThumbprintList", 6) { _ in PreparedAccount.thumbprint }), .invalidInput,
            "Thumbprint list must contain fewer than 5 entries."),
        ErrorCase(
            "UpdateOpenIDConnectProviderThumbprint",
            list("ThumbprintList", 6) { _ in PreparedAccount.thumbprint }
                .merging(["OpenIDConnectProviderArn": PreparedAccount.issuer]) { $1 },
            .invalidInput, "Thumbprint list must contain fewer than 5 entries."),
        ErrorCase(
            "CreateOpenIDConnectProvider", create(list("ClientIDList", 101) { "app\($0)" }),
            .limitExceeded, "Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100"),
        ErrorCase(
            "AddClientIDToOpenIDConnectProvider",
            ["OpenIDConnectProviderArn": PreparedAccount.issuer, "ClientID": "one-more"],
            .limitExceeded, "Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100",
            given: done(
                "AddClientIDToOpenIDConnectProvider",
                ["OpenIDConnectProviderArn": PreparedAccount.issuer, "ClientID": "app{n}"],
                times: 99)),
        ErrorCase(
            "CreateOpenIDConnectProvider", create(), .limitExceeded,
            "Cannot exceed quota for OpenIdConnectProvidersPerAccount: 100",
            given: done(
                "CreateOpenIDConnectProvider", create(["Url": "https://n{n}.example.com"]),
                times: 99)),
        ErrorCase(
            "CreateOpenIDConnectProvider",
            create(tag).merging(["Tags.member.2.Key": "A", "Tags.member.2.Value": "2"]) { $1 },
            .invalidInput,
            "Duplicate tag keys found. Please note that Tag keys are case insensitive."),
        ErrorCase(
            "CreateOpenIDConnectProvider",
            create([
                "ContextProvider.SubjectSourceKey": "sub",
                "ContextProvider.SubjectTypeValue": "user",
                "ContextProvider.SubjectTypeSourceKey": "type",
            ]), .invalidInput,
            "Specify either SubjectTypeValue or SubjectTypeSourceKey, but not both."),
        ErrorCase(
            "CreateOpenIDConnectProvider",
            create(["ContextProvider.SubjectSourceKey": "two  spaces"]), .invalidInput,
            "A key of the context provider can contain only letters, numbers, single spaces and "
                + "the characters _.:/=+-@#"),
        ErrorCase(
            "CreateOpenIDConnectProvider",
            create([
                "ContextProvider.SubjectSourceKey": "sub",
                "IdentityCenterInstanceArn": "arn:aws:sso:::instance/ssoins-1234567890abcdef",
            ]), .invalidInput, "The IAM Identity Center instance does not exist."),
    ]

    /// What is asked of a provider, and needs one.
    private static let asked: [(String, [String: String])] = [
        ("GetOpenIDConnectProvider", [:]),
        ("AddClientIDToOpenIDConnectProvider", ["ClientID": "app"]),
        ("RemoveClientIDFromOpenIDConnectProvider", ["ClientID": "app"]),
        (
            "UpdateOpenIDConnectProviderThumbprint",
            ["ThumbprintList.member.1": PreparedAccount.thumbprint]
        ),
        ("UpdateOpenIDConnectProvider", ["ContextProvider.SubjectSourceKey": "sub"]),
        ("TagOpenIDConnectProvider", tag), ("ListOpenIDConnectProviderTags", [:]),
        ("UntagOpenIDConnectProvider", ["TagKeys.member.1": "team"]),
    ]

    private static let missingProvider = asked.flatMap { operation, parameters in
        ["ID.example.com", "id.example.com/", "other.example.com"].map { name -> ErrorCase in
            let arn = "arn:aws:iam::{account}:oidc-provider/\(name)"
            return ErrorCase(
                operation, parameters.merging(["OpenIDConnectProviderArn": arn]) { $1 },
                .noSuchEntity, "OpenIDConnect Provider not found for arn \(arn)")
        }
    }

    private static let notProviders =
        (asked + [("DeleteOpenIDConnectProvider", [:])]).flatMap { operation, parameters in
            [
                "a-provider-that-is-no-arn", "arn:aws:iam::{account}:saml-provider/id",
                "arn:aws:iam::aws:oidc-provider/id.example.com",
                "arn:aws-cn:iam::{account}:oidc-provider/id.example.com",
                "arn:aws:sts::{account}:oidc-provider/id.example.com",
            ].map { arn -> ErrorCase in
                ErrorCase(
                    operation, parameters.merging(["OpenIDConnectProviderArn": arn]) { $1 },
                    .invalidInput, "ARN \(arn) is not valid.")
            }
        }

    private static func token(_ changes: [String: String] = [:]) -> [String: String] {
        ["Audience.member.1": "https://api.example.com", "SigningAlgorithm": "ES384"]
            .merging(changes) { $1 }
    }

    private static let outbound: [ErrorCase] = [
        ErrorCase(
            "EnableOutboundWebIdentityFederation", [:], .featureEnabled,
            "Outbound web identity federation is already enabled for this account.",
            given: done("EnableOutboundWebIdentityFederation")),
        ErrorCase(
            "DisableOutboundWebIdentityFederation", [:], .featureDisabled,
            "Outbound web identity federation is disabled for this account."),
        ErrorCase(
            "GetOutboundWebIdentityFederationInfo", [:], .featureDisabled,
            "Outbound web identity federation is disabled for this account."),
        ErrorCase(
            "GetWebIdentityToken", token(), .outboundWebIdentityFederationDisabled,
            "The outbound web identity federation feature is not enabled for this account."),
        ErrorCase(
            "GetWebIdentityToken",
            token(
                list("Tags", 30) { _ in "" }.reduce(into: [:]) { tags, entry in
                    let number = entry.key.split(separator: ".").last ?? ""
                    tags["\(entry.key).Key"] = "k\(number)"
                    tags["\(entry.key).Value"] = String(repeating: "v", count: 256)
                }), .jwtPayloadSizeExceeded,
            "The requested token payload size exceeds the maximum allowed size.",
            given: done("EnableOutboundWebIdentityFederation")),
        ErrorCase(
            "GetWebIdentityToken", token(["SigningAlgorithm": "HS256"]), .validationError,
            "Value 'HS256' at 'signingAlgorithm' failed to satisfy constraint: Member must satisfy "
                + "enum value set: [RS256, ES384]"),
        ErrorCase(
            "GetWebIdentityToken", token(["SubjectMode": "OriginIdentity"]), .validationError,
            "The session has no trusted identity propagation context, so SubjectMode cannot be "
                + "OriginIdentity"),
        ErrorCase(
            "GetWebIdentityToken", token(["Scope": "read"]), .validationError,
            "Scope can be specified only when SubjectMode is OriginIdentity"),
        ErrorCase(
            "GetWebIdentityToken",
            token([
                "Tags.member.1.Key": "a", "Tags.member.1.Value": "1", "Tags.member.2.Key": "A",
                "Tags.member.2.Value": "2",
            ]), .validationError,
            "Duplicate tag keys found. Please note that Tag keys are case insensitive."),
    ]
}
