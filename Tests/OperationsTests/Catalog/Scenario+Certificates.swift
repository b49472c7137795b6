import TestSupport

extension Scenario {
    /// SSH public keys, certificates, and credentials for single services.
    static let certificates = sshPublicKeys + signing + server + serviceSpecific

    private static func alice(
        _ operation: String, _ parameters: [String: String] = [:]
    ) -> Scenario {
        Scenario(
            operation, parameters.merging(["UserName": "alice"]) { $1 }, on: "user/team/alice",
            shown: "user alice")
    }

    private static let sshPublicKeys = [
        Scenario(
            "UploadSSHPublicKey", ["UserName": "bob", "SSHPublicKeyBody": TestSSHKeys.pem],
            on: "user/bob", shown: "user bob"),
        alice("GetSSHPublicKey", ["SSHPublicKeyId": "{sshKey}", "Encoding": "PEM"]),
        alice("ListSSHPublicKeys"),
        alice("UpdateSSHPublicKey", ["SSHPublicKeyId": "{sshKey}", "Status": "Inactive"]),
        alice("DeleteSSHPublicKey", ["SSHPublicKeyId": "{sshKey}"]),
    ]

    private static let signing = [
        Scenario(
            "UploadSigningCertificate",
            [
                "UserName": "bob",
                "CertificateBody": CatalogCertificates.pem(CatalogCertificates.nextSigning),
            ], on: "user/bob", shown: "user bob"),
        alice("ListSigningCertificates"),
        alice(
            "UpdateSigningCertificate",
            ["CertificateId": "{certificate}", "Status": "Inactive"]),
        alice("DeleteSigningCertificate", ["CertificateId": "{certificate}"]),
    ]

    private static func www(
        _ operation: String, _ parameters: [String: String] = [:],
        also: [(action: String, resource: String)] = []
    ) -> Scenario {
        Scenario(
            operation, parameters.merging(["ServerCertificateName": "www"]) { $1 },
            on: "server-certificate/team/www", shown: "server certificate www", also: also)
    }

    private static let server = [
        Scenario(
            "UploadServerCertificate",
            [
                "ServerCertificateName": "edge", "Path": "/team/",
                "CertificateBody": CatalogCertificates.pem(CatalogCertificates.server),
                "PrivateKey": CatalogCertificates.key(CatalogCertificates.server),
                "CertificateChain": CatalogCertificates.pem(CatalogCertificates.root),
                "Tags.member.1.Key": "team", "Tags.member.1.Value": "core",
            ],
            on: "server-certificate/team/edge",
            also: [("iam:TagServerCertificate", "server-certificate/team/edge")]),
        www("GetServerCertificate"),
        Scenario(
            "ListServerCertificates", ["PathPrefix": "/team/"], on: "server-certificate/team/"),
        www(
            "UpdateServerCertificate", ["NewServerCertificateName": "edge", "NewPath": "/"],
            also: [("iam:UpdateServerCertificate", "server-certificate/edge")]),
        www("DeleteServerCertificate"),
        www("TagServerCertificate", ["Tags.member.1.Key": "site", "Tags.member.1.Value": "north"]),
        www("UntagServerCertificate", ["TagKeys.member.1": "team"]),
        www("ListServerCertificateTags"),
    ]

    private static let serviceSpecific = [
        Scenario(
            "CreateServiceSpecificCredential",
            [
                "UserName": "bob", "ServiceName": "bedrock.amazonaws.com",
                "CredentialAgeDays": "30",
            ], on: "user/bob", shown: "user bob"),
        alice("ListServiceSpecificCredentials", ["ServiceName": "codecommit.amazonaws.com"]),
        alice(
            "ResetServiceSpecificCredential", ["ServiceSpecificCredentialId": "{credential}"]),
        alice(
            "UpdateServiceSpecificCredential",
            ["ServiceSpecificCredentialId": "{credential}", "Status": "Inactive"]),
        alice(
            "DeleteServiceSpecificCredential", ["ServiceSpecificCredentialId": "{credential}"]),
    ]
}
