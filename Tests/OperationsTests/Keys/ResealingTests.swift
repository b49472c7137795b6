import IAMIdentifiers
import IAMModel
import Store
import TestSupport
import Testing

@testable import Credentials
@testable import Operations

/// What older data keys sealed is sealed anew, wherever it is kept, and opens as before.
@Suite struct ResealingTests {
    /// A service that keeps something sealed in every column that can have it.
    private static func filled() async throws -> TestService {
        let service = try await TestService(users: ["bob"])
        try await service.run(IAM.CreateAccessKey.self, .init(userName: "bob"))
        // The root user's new key is told of by mail.
        try await service.run(IAM.CreateAccessKey.self, .init())
        _ = try await service.makeAuthenticator("phone")
        let certificate = try TestCertificate("web.example.com")
        try await service.run(
            IAM.UploadServerCertificate.self,
            .init(
                serverCertificateName: "web", certificateBody: certificate.pem,
                privateKey: certificate.privateKey))
        try await service.run(
            IAM.CreateSAMLProvider.self,
            .init(
                samlMetadataDocument: SAMLIdentityProvider().metadata, name: "staff",
                assertionEncryptionMode: .allowed,
                addPrivateKey: SAMLIdentityProvider.privateKey))
        try await service.run(IAM.EnableOutboundWebIdentityFederation.self, .init())
        try await insertSession(service)
        return service
    }

    private static func insertSession(_ service: TestService) async throws {
        let (now, sealer) = (service.clock.now, service.services.sealer)
        let key = try #require(AccessKeyID("ASIA1234567890123456"))
        func grant(_ place: WebSession.GrantPlace) throws -> WebSession.SealedGrant {
            .init(
                id: key,
                sealed: try sealer.seal(
                    [1], for: WebSession.sealingContext(place, of: "hash")))
        }
        let session = WebSession(
            account: TestService.accountID, tokenHash: "hash",
            principal: UniqueID(rootOf: TestService.accountID), createdAt: now, lastSeenAt: now,
            expiresAt: now + WebSession.longestLife, sourceAddress: "203.0.113.9",
            userAgent: "test", grant: try grant(.switched), ownGrant: try grant(.own))
        try await service.services.database.write { transaction in
            try WebSessionTable(transaction).insert(session)
        }
    }

    private static func run(_ service: TestService) async throws -> Resealing.Result {
        try await Resealing(service.services.database, service.services.sealer).run()
    }

    /// How many values of each column a key sealed.
    private static func counts(_ service: TestService, by id: String) async throws -> [Int] {
        try await service.services.database.read { transaction in
            try SealedColumn.all.map { column in
                try column.count(
                    sealedBy: try #require(Hexadecimal.bytes(of: id)), in: transaction)
            }
        }
    }

    @Test("every kind of value is sealed anew and opens, and the second time nothing is left")
    func everything() async throws {
        let service = try await Self.filled()
        let ring = service.services.sealer.ring
        let first = ring.currentID
        let before = try await Self.counts(service, by: first)
        #expect(before.allSatisfy { $0 > 0 }, "\(before)")
        let key = DataKey.random()
        ring.update(adding: [key], current: key.id)
        let result = try await Self.run(service)
        #expect(result.damaged == [] && result.current == 0)
        #expect(result.resealed == before.reduce(0, +))
        #expect(try await Self.counts(service, by: first).allSatisfy { $0 == 0 })
        #expect(try await Self.counts(service, by: key.id) == before)
        // They open without the first key.
        let alone = Sealer(current: key)
        let again = try await Resealing(service.services.database, alone).run()
        #expect(again.resealed == 0 && again.current == result.resealed)
        let third = DataKey.random()
        alone.ring.update(adding: [third], current: third.id)
        #expect(try await Resealing(service.services.database, alone).run().damaged == [])
    }

    @Test("a value that does not open is told of and stays, and the others are sealed anew")
    func damaged() async throws {
        let service = try await Self.filled()
        let all = try await Self.counts(service, by: service.services.sealer.ring.currentID)
        // A secret that somebody copied from another row.
        try await service.services.database.write { transaction in
            try transaction.execute(
                """
                UPDATE access_key SET sealed_secret =
                    (SELECT sealed_secret FROM access_key ORDER BY access_key_id LIMIT 1)
                """)
        }
        let key = DataKey.random()
        service.services.sealer.ring.update(adding: [key], current: key.id)
        let result = try await Self.run(service)
        #expect(result.damaged == ["access_key.sealed_secret"])
        #expect(result.resealed == all.reduce(0, +) - 1)
    }

    @Test("every column of the schema that is sealed is one that is sealed anew")
    func columns() async throws {
        let database = try await TestEngine.sqlite.database()
        let sealed = try await database.read { transaction in
            try transaction.rows(
                """
                SELECT m.name AS name, p.name AS column_name
                FROM sqlite_master AS m, pragma_table_info(m.name) AS p
                WHERE m.type = 'table' AND p.name LIKE 'sealed%' ORDER BY 1, 2
                """
            ).map { "\(try $0.text("name")).\(try $0.text("column_name"))" }
        }
        let known = SealedColumn.all.map { "\($0.table.name).\($0.name)" } + ["data_key.sealed"]
        #expect(Set<String>(sealed) == Set<String>(known))
    }
}
