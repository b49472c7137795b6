import IAMIdentifiers
import Operations
import Store
import TestSupport

extension ErrorCase {
    static let samlProviders =
        ofNoProvider + ofMetadata + ofPrivateKeys + ofUpdates + samlTags + samlQuotas

    private static let corp = ["SAMLProviderArn": Scenario.corp]
    private static let partner = [
        "Name": "Partner", "SAMLMetadataDocument": SAMLIdentityProvider().metadata,
    ]

    private static func update(_ changes: [String: String]) -> [String: String] {
        corp.merging(changes) { $1 }
    }

    /// Every operation on a provider, asked about one that is not there and about no provider.
    private static let ofNoProvider = Scenario.all.flatMap { scenario -> [ErrorCase] in
        guard scenario.parameters["SAMLProviderArn"] != nil else { return [] }
        func with(_ arn: String) -> [String: String] {
            scenario.parameters.merging(["SAMLProviderArn": arn]) { $1 }
        }
        let missing = ["Missing", "corp", "Corp."].map {
            "arn:aws:iam::{account}:saml-provider/\($0)"
        }
        let others = [
            "a-provider-that-is-no-arn", "arn:aws:iam::{account}:role/Corp",
            "arn:aws:iam::{account}:saml-provider/", "arn:aws:iam::{account}:saml-provider/a/Corp",
            "arn:aws-cn:iam::{account}:saml-provider/Corp",
        ]
        return missing.map { arn in
            ErrorCase(
                scenario.operation, with(arn), .noSuchEntity, "Manifest not found for arn \(arn)")
        }
            + others.map { arn in
                ErrorCase(
                    scenario.operation, with(arn), .invalidInput,
                    "Invalid ARN: \(arn) is not the ARN of a SAML provider.")
            }
    }

    private static let ofMetadata =
        [
            ErrorCase(
                "CreateSAMLProvider", partner.merging(["Name": "Corp"]) { $1 },
                .entityAlreadyExists, "SAMLProvider with name Corp already exists.")
        ]
        + [
            (String(repeating: "no metadata ", count: 100), "Could not parse metadata"),
            (
                SAMLIdentityProvider().metadata.replacing("IDPSSODescriptor", with: "x"),
                "Could not parse metadata"
            ),
            (
                SAMLIdentityProvider().metadata.replacing(
                    " entityID", with: " validUntil=\"2020-01-01T00:00:00Z\" entityID"),
                "The SAML metadata document is not valid any more: its validUntil has passed."
            ),
        ].flatMap { document, sentence in
            [
                ErrorCase(
                    "CreateSAMLProvider",
                    partner.merging(["SAMLMetadataDocument": document]) { $1 }, .invalidInput,
                    sentence),
                ErrorCase(
                    "UpdateSAMLProvider", update(["SAMLMetadataDocument": document]),
                    .invalidInput, sentence),
            ]
        }

    private static let noKey =
        "Unable to set assertion encryption mode to Required because no private key is provided."

    private static let ofPrivateKeys = [
        ErrorCase(
            "CreateSAMLProvider", partner.merging(["AddPrivateKey": "no key"]) { $1 },
            .invalidInput, "Invalid private key."),
        ErrorCase(
            "CreateSAMLProvider", partner.merging(["AssertionEncryptionMode": "Required"]) { $1 },
            .invalidInput, noKey),
        ErrorCase(
            "UpdateSAMLProvider", update(["AddPrivateKey": "no key"]), .invalidInput,
            "Invalid private key."),
        ErrorCase(
            "UpdateSAMLProvider",
            [
                "SAMLProviderArn": "arn:aws:iam::{account}:saml-provider/Partner",
                "AssertionEncryptionMode": "Required",
            ], .invalidInput, noKey, given: done("CreateSAMLProvider", partner)),
        ErrorCase(
            "UpdateSAMLProvider",
            update(["AddPrivateKey": SAMLIdentityProvider.privateKey.reveal()]), .limitExceeded,
            "Private key limit of 2 is reached.",
            given: done(
                "UpdateSAMLProvider",
                update(["AddPrivateKey": SAMLIdentityProvider.privateKey.reveal()]))),
        ErrorCase(
            "UpdateSAMLProvider",
            update(["RemovePrivateKey": String(repeating: "A", count: 26)]), .invalidInput,
            "Failed to remove private key because the Key ID does not match a private key."),
    ]

    private static let propagation =
        "Trusted identity propagation needs an IAM Identity Center instance, and there is none "
        + "here."

    private static let ofUpdates = [
        ErrorCase(
            "UpdateSAMLProvider", corp, .invalidInput,
            "Unable to update identity provider. No updates are defined for metadata or encryption "
                + "assertion."),
        ErrorCase(
            "UpdateSAMLProvider",
            update([
                "AddPrivateKey": SAMLIdentityProvider.privateKey.reveal(),
                "RemovePrivateKey": String(repeating: "A", count: 26),
            ]), .invalidInput,
            "Unable to add and remove private keys in the same request. Set a value for only one "
                + "of the two parameters."),
        ErrorCase(
            "UpdateSAMLProvider", update(["ContextProvider.SubjectSourceKey": "sub"]),
            .invalidInput, propagation),
        ErrorCase(
            "CreateSAMLProvider",
            partner.merging(["IdentityCenterInstanceArn": "arn:aws:sso:::instance/x"]) { $1 },
            .invalidInput, propagation),
    ]

    private static let samlTags = [
        ErrorCase(
            "TagSAMLProvider",
            update([
                "Tags.member.1.Key": "a", "Tags.member.1.Value": "1", "Tags.member.2.Key": "A",
                "Tags.member.2.Value": "2",
            ]), .invalidInput,
            "Duplicate tag keys found. Please note that Tag keys are case insensitive.")
    ]

    private static let samlQuotas = [
        ErrorCase(
            "CreateSAMLProvider", partner, .limitExceeded,
            "Cannot exceed quota for SAMLProvidersPerAccount: 100",
            given: { service, _ in
                try await service.services.database.write { transaction in
                    let table = SAMLProviderTable(transaction, of: TestService.accountID)
                    for number in try table.count()..<100 {
                        _ = try table.insert(
                            SAMLProvider(
                                account: TestService.accountID,
                                id: UniqueID(stored: "SAMLSP\(number)"), name: "p\(number)",
                                metadata: "", createdAt: service.clock.now,
                                validUntil: service.clock.now))
                    }
                }
            }),
        ErrorCase(
            "CreateSAMLProvider",
            partner.merging(["SAMLMetadataDocument": manyKeys]) { $1 }, .limitExceeded,
            "Cannot exceed quota for KeysPerSAMLProvider: 10"),
        ErrorCase(
            "TagSAMLProvider",
            update(["Tags.member.1.Key": "k50", "Tags.member.1.Value": "1"]), .limitExceeded,
            "The number of tags has reached the maximum limit.",
            given: done(
                "TagSAMLProvider",
                update(["Tags.member.1.Key": "k{n}", "Tags.member.1.Value": "1"]), times: 49)),
    ]

    /// Eleven certificates, which differ in what follows the certificate's signature.
    private static let manyKeys: String = {
        var provider = SAMLIdentityProvider()
        provider.certificates = SAMLIdentityProvider.certificates(11)
        return provider.metadata
    }()
}
