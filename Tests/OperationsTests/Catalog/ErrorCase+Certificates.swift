import IAMIdentifiers
import Operations
import Store
import TestSupport

extension ErrorCase {
    static let certificates =
        ofNoCredential + sshPublicKeys + signing + ofNoCertificate + server + serverTags
        + serviceSpecific

    private static let status =
        "The status of a credential is set to Active or Inactive; Expired is the service's to give."

    /// Every operation on a credential of alice, asked about bob, who has none.
    private static let ofNoCredential = Scenario.certificates.flatMap { scenario -> [ErrorCase] in
        [
            ("SSHPublicKeyId", "The Public Key with id {sshKey} cannot be found."),
            ("CertificateId", "The Certificate with id {certificate} cannot be found."),
            (
                "ServiceSpecificCredentialId",
                "The Service Specific Credential with id {credential} cannot be found."
            ),
        ].compactMap { parameter, sentence in
            guard scenario.parameters[parameter] != nil else { return nil }
            return ErrorCase(
                scenario.operation, scenario.parameters.merging(["UserName": "bob"]) { $1 },
                .noSuchEntity, sentence)
        }
    }

    // MARK: SSH public keys

    private static let notAKey =
        "The public key is not a valid RSA key of 2048 to 8192 bits."

    private static let sshPublicKeys = [
        ErrorCase(
            "UploadSSHPublicKey", ["UserName": "alice", "SSHPublicKeyBody": TestSSHKeys.pem],
            .duplicateSSHPublicKey,
            "The SSH public key is already associated with the user alice."),
        ErrorCase(
            "UploadSSHPublicKey", ["UserName": "alice", "SSHPublicKeyBody": TestSSHKeys.small],
            .invalidPublicKey, notAKey),
        ErrorCase(
            "UploadSSHPublicKey", ["UserName": "alice", "SSHPublicKeyBody": TestSSHKeys.ed25519],
            .unrecognizedPublicKeyEncoding,
            "The public key must be encoded in ssh-rsa format or PEM format."),
        ErrorCase(
            "UploadSSHPublicKey", ["UserName": "bob", "SSHPublicKeyBody": TestSSHKeys.ssh],
            .limitExceeded, "Cannot exceed quota for SSHPublicKeysPerUser: 5",
            given: { service, _ in
                try await service.services.database.write { transaction in
                    let users = UserTable(transaction, of: TestService.accountID)
                    guard let bob = try users.find(named: "bob") else {
                        throw TestError.noSuchUser("bob")
                    }
                    let keys = SSHPublicKeyTable(transaction, of: TestService.accountID)
                    for number in 0..<UInt8(SSHPublicKeys.perUser) {
                        _ = try keys.insert(
                            SSHPublicKey(
                                account: TestService.accountID,
                                id: UniqueID(stored: "APKA\(number)"), user: bob.id,
                                publicKey: [number], uploadedAt: service.clock.now))
                    }
                }
            }),
        ErrorCase(
            "UpdateSSHPublicKey",
            ["UserName": "alice", "SSHPublicKeyId": "{sshKey}", "Status": "Expired"],
            .invalidInput, status),
    ]

    // MARK: Signing certificates

    private static func upload(
        _ certificate: Result<TestCertificate, any Error>, of user: String = "alice"
    ) -> [String: String] {
        ["UserName": user, "CertificateBody": CatalogCertificates.pem(certificate)]
    }

    private static let future = Result {
        try TestCertificate("alice", from: Timestamp(seconds: 1_900_000_000))
    }
    private static let past = Result {
        try TestCertificate("alice", until: Timestamp(seconds: 1_700_000_000))
    }

    private static let signing = [
        ErrorCase(
            "UploadSigningCertificate", upload(CatalogCertificates.signing, of: "bob"),
            .duplicateCertificate,
            "The same certificate is associated with an IAM user in the account."),
        ErrorCase(
            "UploadSigningCertificate", ["UserName": "alice", "CertificateBody": "no PEM"],
            .malformedCertificate,
            "Unable to parse certificate. Please ensure the certificate is in PEM format."),
        ErrorCase(
            "UploadSigningCertificate", upload(past), .malformedCertificate,
            "The certificate has expired."),
        ErrorCase(
            "UploadSigningCertificate", upload(future), .invalidCertificate,
            "The certificate is not valid yet."),
        ErrorCase(
            "UploadSigningCertificate", upload(CatalogCertificates.root), .limitExceeded,
            "Cannot exceed quota for SigningCertificatesPerUser: 2",
            given: done("UploadSigningCertificate", upload(CatalogCertificates.nextSigning))),
        ErrorCase(
            "UpdateSigningCertificate",
            ["UserName": "alice", "CertificateId": "{certificate}", "Status": "Expired"],
            .invalidInput, status),
    ]

    // MARK: Server certificates

    /// Every operation on a server certificate, asked about one that is not there.
    private static let ofNoCertificate = Scenario.certificates.flatMap {
        scenario -> [ErrorCase] in
        guard scenario.parameters["ServerCertificateName"] == "www" else { return [] }
        return ["none", "WWW"].map { name in
            ErrorCase(
                scenario.operation,
                scenario.parameters.merging(["ServerCertificateName": name]) { $1 },
                .noSuchEntity, "The Server Certificate with name \(name) cannot be found.")
        }
    }

    private static func server(_ changes: [String: String]) -> [String: String] {
        PreparedAccount.certificateSteps[0].1
            .merging(["ServerCertificateName": "edge"]) { $1 }.merging(changes) { $1 }
    }

    private static let brokenChain =
        "Unable to validate certificate chain. The certificate chain must start with the "
        + "immediate signing certificate, followed by any intermediaries in order. The index "
        + "within the chain of the invalid certificate is: -1"

    private static let server =
        [
            ErrorCase(
                "UploadServerCertificate", server(["ServerCertificateName": "www"]),
                .entityAlreadyExists, "The Server Certificate with name www already exists."),
            ErrorCase(
                "UploadServerCertificate",
                server(["PrivateKey": CatalogCertificates.key(CatalogCertificates.root)]),
                .keyPairMismatch, "The private key does not match the certificate."),
            ErrorCase(
                "UpdateServerCertificate",
                ["ServerCertificateName": "www", "NewServerCertificateName": "edge"],
                .entityAlreadyExists, "The Server Certificate with name edge already exists.",
                given: done("UploadServerCertificate", server([:]))),
            ErrorCase(
                "UploadServerCertificate", server([:]), .limitExceeded,
                "Cannot exceed quota for ServerCertificatesPerAccount: 20",
                given: { service, _ in
                    try await service.services.database.write { transaction in
                        let table = ServerCertificateTable(
                            transaction, of: TestService.accountID)
                        for number in try table.count()..<20 {
                            _ = try table.insert(
                                ServerCertificate(
                                    account: TestService.accountID,
                                    id: UniqueID(stored: "ASCA\(number)"), name: "c\(number)",
                                    path: EntityPath(stored: "/"), body: "", chain: nil,
                                    uploadedAt: service.clock.now, expiresAt: service.clock.now),
                                sealedKey: [])
                        }
                    }
                }),
        ]
        + [
            (
                ["CertificateBody": "no PEM"],
                "Unable to parse certificate. Please ensure the certificate is in PEM format."
            ),
            (["CertificateBody": CatalogCertificates.pem(past)], "The certificate has expired."),
            (
                ["CertificateBody": CatalogCertificates.pem(future)],
                "The certificate is not valid yet."
            ),
            (
                ["PrivateKey": "no PEM"],
                "Unable to parse private key. Please ensure the private key is in PEM format."
            ),
            (
                [
                    "PrivateKey": CatalogCertificates.key(CatalogCertificates.server)
                        .replacing("PRIVATE KEY", with: "ENCRYPTED PRIVATE KEY")
                ], "The private key is encrypted. Please provide it without a passphrase."
            ),
            (
                ["CertificateChain": CatalogCertificates.pem(CatalogCertificates.signing)],
                brokenChain
            ),
            (
                [
                    "CertificateChain": String(
                        repeating: CatalogCertificates.pem(CatalogCertificates.root), count: 11)
                ], "The certificate chain has more than 10 certificates."
            ),
        ].map { changes, sentence in
            ErrorCase("UploadServerCertificate", server(changes), .malformedCertificate, sentence)
        }

    private static let duplicateTags = [
        "Tags.member.1.Key": "team", "Tags.member.1.Value": "a", "Tags.member.2.Key": "Team",
        "Tags.member.2.Value": "b",
    ]
    private static let duplicateTagsSentence =
        "Duplicate tag keys found. Please note that Tag keys are case insensitive."

    private static let serverTags = [
        ErrorCase(
            "UploadServerCertificate", server(duplicateTags), .invalidInput,
            duplicateTagsSentence),
        ErrorCase(
            "TagServerCertificate", ["ServerCertificateName": "www"].merging(duplicateTags) { $1 },
            .invalidInput, duplicateTagsSentence),
        ErrorCase(
            "TagServerCertificate",
            [
                "ServerCertificateName": "www", "Tags.member.1.Key": "k50",
                "Tags.member.1.Value": "1",
            ], .limitExceeded, "The number of tags has reached the maximum limit.",
            given: done(
                "TagServerCertificate",
                [
                    "ServerCertificateName": "www", "Tags.member.1.Key": "k{n}",
                    "Tags.member.1.Value": "1",
                ], times: 49)),
    ]

    // MARK: Credentials for single services

    private static let notSupported =
        "The service s3.amazonaws.com does not support service-specific credentials."

    private static let serviceSpecific =
        [
            ErrorCase(
                "CreateServiceSpecificCredential",
                ["UserName": "alice", "ServiceName": "s3.amazonaws.com"], .notSupportedService,
                notSupported),
            ErrorCase(
                "ListServiceSpecificCredentials",
                ["UserName": "alice", "ServiceName": "s3.amazonaws.com"], .notSupportedService,
                notSupported),
            ErrorCase(
                "CreateServiceSpecificCredential",
                [
                    "UserName": "alice", "ServiceName": "codecommit.amazonaws.com",
                    "CredentialAgeDays": "1",
                ], .validationError,
                "CredentialAgeDays is only valid for services that support long-term API keys."),
            ErrorCase(
                "CreateServiceSpecificCredential",
                ["UserName": "alice", "ServiceName": "codecommit.amazonaws.com"], .limitExceeded,
                "Cannot exceed quota for ServiceSpecificCredentialsPerUser: 2",
                given: done(
                    "CreateServiceSpecificCredential",
                    ["UserName": "alice", "ServiceName": "codecommit.amazonaws.com"])),
            ErrorCase(
                "ListServiceSpecificCredentials", ["UserName": "alice", "AllUsers": "true"],
                .validationError, "AllUsers cannot be specified together with UserName."),
            ErrorCase(
                "UpdateServiceSpecificCredential",
                [
                    "UserName": "alice", "ServiceSpecificCredentialId": "{credential}",
                    "Status": "Expired",
                ], .validationError, status),
        ]
        + ["ListServiceSpecificCredentials", "ListSSHPublicKeys"].map {
            ErrorCase(
                $0, [:], .validationError,
                "Must specify userName when calling with non-User credentials")
        }
        + [
            (
                "signing certificates", "UploadSigningCertificate",
                upload(CatalogCertificates.nextSigning, of: "bob")
            ),
            (
                "SSH public keys", "UploadSSHPublicKey",
                ["UserName": "bob", "SSHPublicKeyBody": TestSSHKeys.otherSSH]
            ),
            (
                "service specific credentials", "CreateServiceSpecificCredential",
                ["UserName": "bob", "ServiceName": "cassandra.amazonaws.com"]
            ),
        ].map { name, operation, parameters in
            ErrorCase(
                "DeleteUser", ["UserName": "bob"], .deleteConflict,
                "Cannot delete entity, must delete \(name) first.",
                given: done(operation, parameters))
        }
}
