import Credentials
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

@Suite struct ServerCertificatesTests {
    @Test("a private key is sealed for its own certificate, and opens for no other")
    func sealedKey() async throws {
        let service = try await TestService()
        let sent = try TestCertificate("web.example.com")
        for name in ["web", "edge"] {
            _ = try await service.run(
                IAM.UploadServerCertificate.self,
                .init(
                    serverCertificateName: name, certificateBody: sent.pem,
                    privateKey: sent.privateKey))
        }
        let (keys, certificates) = try await service.services.database.read { transaction in
            let table = ServerCertificateTable(transaction, of: TestService.accountID)
            let keys = try transaction.rows(
                "SELECT sealed_key FROM server_certificate ORDER BY name"
            ).map { try $0.blob("sealed_key") }
            return (keys, try ["edge", "web"].compactMap { try table.find(named: $0) })
        }
        let sealer = service.services.sealer
        let opened = try sealer.openSecret(keys[0], for: certificates[0].sealingContext)
        #expect(opened.reveal() == sent.privateKey.reveal())
        #expect(throws: (any Error).self) {
            try sealer.openSecret(keys[0], for: certificates[1].sealingContext)
        }
    }

    @Test("tags go with their certificate, and stay with it when it is renamed")
    func tags() async throws {
        let service = try await TestService()
        let sent = try TestCertificate("web.example.com")
        let upload = IAM.UploadServerCertificate.Input(
            serverCertificateName: "web", certificateBody: sent.pem, privateKey: sent.privateKey,
            tags: [.init(key: "team", value: "core")])
        func tags(_ name: String) async throws -> [String] {
            try await service.run(
                IAM.ListServerCertificateTags.self, .init(serverCertificateName: name)
            ).tags.map(\.key)
        }
        _ = try await service.run(IAM.UploadServerCertificate.self, upload)
        _ = try await service.run(
            IAM.UpdateServerCertificate.self,
            .init(serverCertificateName: "web", newServerCertificateName: "edge"))
        #expect(try await tags("edge") == ["team"])
        _ = try await service.run(
            IAM.DeleteServerCertificate.self, .init(serverCertificateName: "edge"))
        let left = try await StoreContents(of: service.services.database).rows["tag"]
        #expect(left?.isEmpty == true)
    }
}
