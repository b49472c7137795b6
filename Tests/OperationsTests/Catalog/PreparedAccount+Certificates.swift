import IAMIdentifiers
import IAMModel
import Operations
import TestSupport

/// Certificates of the catalogue's accounts.
enum CatalogCertificates {
    /// Those that are made once, for all tests.
    static let signing = Result { try TestCertificate("alice") }
    static let nextSigning = Result { try TestCertificate("alice", serial: 2) }
    static let root = Result { try TestCertificate("Root") }
    static let server = Result {
        try TestCertificate("www.example.com", signedBy: root.get())
    }

    static func pem(_ certificate: Result<TestCertificate, any Error>) -> String {
        (try? certificate.get().pem) ?? "no certificate"
    }

    static func key(_ certificate: Result<TestCertificate, any Error>) -> String {
        (try? certificate.get().privateKey.reveal()) ?? "no key"
    }
}

extension PreparedAccount {
    /// The IDs that the service gave to alice's credentials.
    struct CredentialIDs: Sendable {
        let sshKey: String
        let certificate: String
        let credential: String

        /// Gives alice a credential of each kind.
        init(_ service: TestService, as root: Caller) async throws {
            let key = try await service.pipeline.run(
                IAM.UploadSSHPublicKey.self,
                .init(userName: "alice", sshPublicKeyBody: TestSSHKeys.ssh), as: root,
                service.facts())
            sshKey = key.sshPublicKey?.sshPublicKeyId ?? ""
            certificate = try await service.pipeline.run(
                IAM.UploadSigningCertificate.self,
                .init(
                    certificateBody: CatalogCertificates.pem(CatalogCertificates.signing),
                    userName: "alice"), as: root, service.facts()
            ).certificate.certificateId
            let made = try await service.pipeline.run(
                IAM.CreateServiceSpecificCredential.self,
                .init(userName: "alice", serviceName: "codecommit.amazonaws.com"), as: root,
                service.facts())
            credential = made.serviceSpecificCredential?.serviceSpecificCredentialId ?? ""
        }
    }

    /// What the root user does to make a server certificate.
    static let certificateSteps: [(String, [String: String])] = [
        (
            "UploadServerCertificate",
            [
                "ServerCertificateName": "www", "Path": "/team/",
                "CertificateBody": CatalogCertificates.pem(CatalogCertificates.server),
                "PrivateKey": CatalogCertificates.key(CatalogCertificates.server),
                "CertificateChain": CatalogCertificates.pem(CatalogCertificates.root),
                "Tags.member.1.Key": "team", "Tags.member.1.Value": "core",
            ]
        )
    ]
}
