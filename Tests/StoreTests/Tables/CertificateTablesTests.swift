import IAMIdentifiers
import Store
import TestSupport
import Testing

/// The tables of SSH public keys, certificates and credentials for single services.
@Suite struct CertificateTablesTests {
    private static let (ours, theirs) = (TableFixture.ours, TableFixture.theirs)
    private static let (alice, bob) = (TableFixture.id(.user, 1), TableFixture.id(.user, 2))
    private static let start = TableFixture.start

    /// Runs a test in an account that has two users.
    private static func write(
        _ body: @escaping @Sendable (any Transaction) throws -> Void
    ) async throws {
        try await TableFixture().write { transaction in
            let users = UserTable(transaction, of: ours)
            _ = try users.insert(TableFixture.user("alice", 1))
            _ = try users.insert(TableFixture.user("bob", 2))
            try body(transaction)
        }
    }

    // MARK: SSH public keys

    private static func key(
        _ number: Int, of user: UniqueID = alice, _ bytes: [UInt8]
    ) -> SSHPublicKey {
        SSHPublicKey(
            account: ours, id: TableFixture.id(.sshPublicKey, number), user: user,
            publicKey: bytes, uploadedAt: start)
    }

    @Test("a user has an SSH public key once, under one ID; another user may have it, too")
    func sshPublicKeys() async throws {
        try await Self.write { transaction in
            let table = SSHPublicKeyTable(transaction, of: Self.ours)
            let (first, second) = (Self.key(2, [1]), Self.key(1, [2]))
            #expect(try table.insert(first))
            #expect(try table.insert(second))
            #expect(try !table.insert(Self.key(3, [1])), "the same key")
            #expect(try !table.insert(Self.key(1, [3])), "the same ID")
            #expect(try table.insert(Self.key(4, of: Self.bob, [1])))
            #expect(try table.list(of: Self.alice, limit: 9) == [second, first])
            let rest = try table.list(
                of: Self.alice, after: second.id.description, limit: 9)
            #expect(rest == [first])
            #expect(try table.list(of: Self.alice, limit: 1) == [second])
            #expect(try table.count(of: Self.alice) == 2)
            let other = SSHPublicKeyTable(transaction, of: Self.theirs)
            #expect(try other.count(of: Self.alice) == 0)
            #expect(try other.find(first.id.description, of: Self.alice) == nil)
            #expect(try table.find(first.id.description, of: Self.bob) == nil)
            try table.setStatus(.inactive, of: first.id)
            #expect(try table.find(first.id.description, of: Self.alice)?.status == .inactive)
            #expect(try table.find(second.id.description, of: Self.alice)?.status == .active)
            try table.delete(first.id)
            #expect(try table.list(of: Self.alice, limit: 9) == [second])
        }
    }

    // MARK: Signing certificates

    private static func signing(
        _ id: String, of owner: UniqueID = alice, digest: String
    ) -> SigningCertificate {
        SigningCertificate(
            account: ours, id: id, owner: owner, body: "PEM of \(digest)", digest: digest,
            uploadedAt: start)
    }

    @Test("one of an account has a signing certificate, a user or the root user")
    func signingCertificates() async throws {
        try await Self.write { transaction in
            let root = UniqueID(rootOf: Self.ours)
            let table = SigningCertificateTable(transaction, of: Self.ours)
            let (first, second) = (
                Self.signing("B", digest: "1"), Self.signing("A", digest: "2")
            )
            #expect(try table.insert(first))
            #expect(try table.insert(second))
            #expect(try !table.insert(Self.signing("C", of: root, digest: "1")))
            #expect(try !table.insert(Self.signing("A", digest: "3")))
            #expect(try table.insert(Self.signing("D", of: root, digest: "3")))
            #expect(try table.list(ownedBy: Self.alice, limit: 9) == [second, first])
            #expect(try table.list(ownedBy: Self.alice, after: "A", limit: 9) == [first])
            #expect(try table.count(ownedBy: Self.alice) == 2)
            #expect(try table.count(ownedBy: root) == 1)
            #expect(try table.find("B", ownedBy: root) == nil)
            let other = SigningCertificateTable(transaction, of: Self.theirs)
            #expect(try other.find("B", ownedBy: Self.alice) == nil)
            try table.setStatus(.inactive, of: "B")
            #expect(try table.find("B", ownedBy: Self.alice)?.status == .inactive)
            try table.delete("B")
            #expect(try table.list(ownedBy: Self.alice, limit: 9) == [second])
            try table.deleteAll(ownedBy: root)
            #expect(try table.count(ownedBy: root) == 0)
            #expect(try table.count(ownedBy: Self.alice) == 1)
        }
    }

    // MARK: Server certificates

    private static func server(
        _ name: String, _ number: Int = 1, path: String = "/", chain: String? = nil
    ) -> ServerCertificate {
        ServerCertificate(
            account: ours, id: TableFixture.id(.serverCertificate, number), name: name,
            path: EntityPath(stored: path), body: "PEM", chain: chain, uploadedAt: start,
            expiresAt: start + .seconds(9))
    }

    @Test("a server certificate is found by its exact name; lists leave its texts out")
    func serverCertificates() async throws {
        try await Self.write { transaction in
            let table = ServerCertificateTable(transaction, of: Self.ours)
            let web = Self.server("web", path: "/team/", chain: "issuers")
            #expect(try table.insert(web, sealedKey: [1]))
            #expect(try !table.insert(Self.server("web", 2), sealedKey: [2]))
            #expect(try table.insert(Self.server("Web", 2), sealedKey: [2]))
            #expect(try table.find(named: "web") == web)
            #expect(try table.find(named: "WEB") == nil)
            #expect(try table.count() == 2)
            let other = ServerCertificateTable(transaction, of: Self.theirs)
            #expect(try other.find(named: "web") == nil)
            let all = try table.list(pathPrefix: "/", limit: 9)
            #expect(all.map(\.name) == ["Web", "web"])
            #expect(all.allSatisfy { $0.body.isEmpty && $0.chain == nil })
            #expect(try table.list(pathPrefix: "/team", limit: 9).map(\.name) == ["web"])
            #expect(try table.list(pathPrefix: "/", after: "Web", limit: 9).map(\.name) == ["web"])
            var renamed = web
            renamed.name = "Web"
            #expect(try !table.update(renamed))
            renamed.name = "edge"
            renamed.path = EntityPath(stored: "/")
            #expect(try table.update(renamed))
            #expect(try table.find(named: "edge") == renamed)
            #expect(try table.find(named: "web") == nil)
            try table.delete(renamed.id)
            #expect(try table.count() == 1)
        }
    }

    // MARK: Credentials for single services

    private static func credential(
        _ number: Int, of user: UniqueID = alice, for service: String = "a", named name: String
    ) -> ServiceSpecificCredential {
        ServiceSpecificCredential(
            account: ours, id: TableFixture.id(.serviceSpecificCredential, number), user: user,
            service: service, name: name, createdAt: start,
            expiresAt: number == 1 ? start + .seconds(1) : nil)
    }

    @Test("a service knows one credential by a name; they are listed by user and by service")
    func serviceSpecificCredentials() async throws {
        try await Self.write { transaction in
            let table = ServiceSpecificCredentialTable(transaction, of: Self.ours)
            let (first, second, third) = (
                Self.credential(1, named: "x"), Self.credential(2, for: "b", named: "x"),
                Self.credential(3, of: Self.bob, named: "y")
            )
            for one in [third, first, second] {
                #expect(try table.insert(one, secretHash: "hash"))
            }
            let taken = Self.credential(4, of: Self.bob, named: "x")
            #expect(try !table.insert(taken, secretHash: "hash"))
            #expect(try table.list(limit: 9) == [first, second, third])
            #expect(try table.list(of: Self.alice, limit: 9) == [first, second])
            #expect(try table.list(for: "a", limit: 9) == [first, third])
            #expect(try table.list(of: Self.alice, for: "b", limit: 9) == [second])
            #expect(try table.list(after: first.id.description, limit: 1) == [second])
            #expect(try table.count(of: Self.alice) == 2)
            #expect(try table.find(first.id.description, of: Self.alice) == first)
            #expect(try table.find(first.id.description, of: Self.bob) == nil)
            let other = ServiceSpecificCredentialTable(transaction, of: Self.theirs)
            #expect(try other.list(limit: 9).isEmpty)
            try table.setSecretHash("other", of: first.id)
            let hashes = try transaction.rows(
                "SELECT secret_hash FROM service_specific_credential ORDER BY credential_id"
            ).map { try $0.text("secret_hash") }
            #expect(hashes == ["other", "hash", "hash"])
            try table.setStatus(.inactive, of: first.id)
            #expect(try table.find(first.id.description, of: Self.alice)?.status == .inactive)
            try table.delete(first.id)
            #expect(try table.list(limit: 9) == [second, third])
        }
    }

    @Test("keys and credentials are of users that there are")
    func references() async throws {
        let fixture = try await TableFixture()
        let key = Self.key(1, [1])
        #expect(
            try await fixture.error {
                _ = try SSHPublicKeyTable($0, of: Self.ours).insert(key)
            } == .foreignKey)
        let credential = Self.credential(1, named: "x")
        #expect(
            try await fixture.error {
                _ = try ServiceSpecificCredentialTable($0, of: Self.ours)
                    .insert(credential, secretHash: "")
            } == .foreignKey)
    }
}
