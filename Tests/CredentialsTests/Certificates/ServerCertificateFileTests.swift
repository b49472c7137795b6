import Credentials
import IAMIdentifiers
import TestRandom
import TestSupport
import Testing

@Suite struct ServerCertificateFileTests {
    private static let now = Timestamp(seconds: 1_790_000_000)

    /// Why what is sent is not taken; nil when it is.
    private static func fault(
        _ body: String, _ key: Secret, _ chain: String? = nil, at now: Timestamp = now
    ) -> CertificateFault? {
        do {
            _ = try ServerCertificateFile(body: body, privateKey: key, chain: chain, at: now)
            return nil
        } catch {
            return error
        }
    }

    @Test("a certificate with its key says until when it counts, and counts from its first second")
    func times() throws {
        let certificate = try TestCertificate("web.example.com")
        let file = try ServerCertificateFile(
            body: certificate.pem, privateKey: certificate.privateKey, chain: nil, at: Self.now)
        #expect(file.validUntil == Timestamp(seconds: 2_000_000_000))
        func fault(_ seconds: Int64) -> CertificateFault? {
            Self.fault(
                certificate.pem, certificate.privateKey, at: Timestamp(seconds: seconds))
        }
        #expect(fault(1_599_999_999) == .notYetValid)
        #expect(fault(1_600_000_000) == nil)
        #expect(fault(2_000_000_000) == nil)
        #expect(fault(2_000_000_001) == .expired)
    }

    @Test("what is not the PEM of one certificate is told from what is no certificate")
    func bodies() throws {
        let certificate = try TestCertificate("web.example.com")
        let key = certificate.privateKey
        let pem = certificate.pem
        for body in [
            "", "no PEM", pem + pem, "Certificate:\n" + pem, pem + "the end", key.reveal(),
            pem.replacing("-----END", with: "----END"),
            pem.replacing("BEGIN CERTIFICATE", with: "BEGIN X509 CRL"),
            pem.replacing("-----BEGIN CERTIFICATE-----\n", with: ""),
            pem.replacing("-----\nMII", with: "-----\nProc-Type: 4,ENCRYPTED\n\nMII"),
            pem.replacing("MII", with: "M!I"),
            "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
            "-----BEGIN CERTIFICATE-----\n" + pem,
            "-----BEGIN CERTIFICATE-----\n"
                + String(repeating: String(repeating: "A", count: 64) + "\n", count: 257)
                + "-----END CERTIFICATE-----",
        ] {
            #expect(Self.fault(body, key) == .notPEM, "\(body.prefix(60))")
        }
        for text in ["AAAA", "MAA=", "MAMCAQE=", "MIAAAA=="] {
            let body = "-----BEGIN CERTIFICATE-----\n\(text)\n-----END CERTIFICATE-----"
            #expect(Self.fault(body, key) == .unreadable, "\(text)")
        }
        // Line ends of any kind, and spaces around lines, are no part of it.
        let loose = pem.split(separator: "\n").map { "  \($0)\t" }.joined(separator: "\r\n")
        #expect(Self.fault(loose, key) == nil)
    }

    @Test("RSA keys have 2,048 to 8,192 bits")
    func sizes() throws {
        let rsa = SAMLIdentityProvider.self
        func pem(_ base64: String) -> String {
            "-----BEGIN CERTIFICATE-----\n\(base64)\n-----END CERTIFICATE-----"
        }
        #expect(Self.fault(pem(rsa.smallCertificate), rsa.privateKey) == .unreadable)
        let start = try PEMCertificate(pem(rsa.certificate)).validFrom
        #expect(Self.fault(pem(rsa.certificate), rsa.privateKey, at: start) == nil)
    }

    @Test("a private key is PEM of one key without a passphrase, and the certificate's")
    func keys() throws {
        let certificate = try TestCertificate("web.example.com")
        let key = certificate.privateKey.reveal()
        func fault(_ key: String) -> CertificateFault? { Self.fault(certificate.pem, Secret(key)) }
        #expect(fault(key) == nil)
        #expect(
            fault(
                "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n"
                    + "-----END EC PARAMETERS-----\n" + key) == nil)
        #expect(fault(try TestCertificate("other").privateKey.reveal()) == .otherKey)
        #expect(fault(SAMLIdentityProvider.privateKey.reveal()) == .otherKey)
        for other in [
            "", "no PEM", key + key, certificate.pem, key.replacing("MIG", with: "MIH"),
            key.replacing("PRIVATE KEY", with: "SECRET KEY"),
            key + "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
                + certificate.pem,
        ] {
            #expect(fault(other) == .unreadableKey, "\(other.prefix(60))")
        }
        for encrypted in [
            key.replacing("BEGIN PRIVATE", with: "BEGIN ENCRYPTED PRIVATE")
                .replacing("END PRIVATE", with: "END ENCRYPTED PRIVATE"),
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n"
                + "DEK-Info: AES-128-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----",
        ] {
            #expect(fault(encrypted) == .encryptedKey)
        }
    }

    @Test("a chain has those who signed, in order, and need not end with a root")
    func chains() throws {
        let root = try TestCertificate("Root")
        let middle = try TestCertificate("Middle", signedBy: root)
        let issuer = try TestCertificate("Issuer", signedBy: middle)
        let leaf = try TestCertificate("web.example.com", signedBy: issuer)
        func fault(_ chain: [String]) -> CertificateFault? {
            Self.fault(leaf.pem, leaf.privateKey, chain.joined())
        }
        let (a, b, c) = (issuer.pem, middle.pem, root.pem)
        for chain in [[a], [a, b], [a, b, c], [a, "\r\n", b]] { #expect(fault(chain) == nil) }
        #expect(fault([b]) == .brokenChain(index: -1))
        #expect(fault([leaf.pem]) == .brokenChain(index: -1))
        #expect(fault([a, c]) == .brokenChain(index: 0))
        #expect(fault([a, a]) == .brokenChain(index: 0))
        #expect(fault([a, b, a]) == .brokenChain(index: 1))
        #expect(fault([]) == .brokenChain(index: 0))
        #expect(fault(["Certificate:\n", a]) == .brokenChain(index: 0))
        #expect(fault([a, leaf.privateKey.reveal()]) == .brokenChain(index: 1))
        // Of the issuer's name, and not of its key.
        let impostor = try TestCertificate("Issuer", keyFrom: "another", signedBy: root)
        #expect(fault([impostor.pem]) == .brokenChain(index: -1))
        // Of its key, and not of its name.
        let renamed = try TestCertificate("Other", keyFrom: "Issuer", signedBy: root)
        #expect(fault([renamed.pem]) == .brokenChain(index: -1))
    }

    @Test("a chain has ten certificates at most")
    func longChains() throws {
        let root = try TestCertificate("Root")
        let leaf = try TestCertificate("web.example.com", signedBy: root)
        func fault(_ count: Int) -> CertificateFault? {
            Self.fault(leaf.pem, leaf.privateKey, String(repeating: root.pem, count: count))
        }
        #expect(fault(ServerCertificateFile.mostChained) == nil)
        #expect(fault(ServerCertificateFile.mostChained + 1) == .longChain)
        #expect(fault(2_000) == .longChain)
    }

    @Test("whatever one byte of a certificate is changed to, its signature does not hold any more")
    func altered() throws {
        var random = TestSeed.generator()
        let root = try TestCertificate("Root")
        let leaf = try TestCertificate("web.example.com", signedBy: root)
        let lines = leaf.pem.split(separator: "\n")
        let bytes = try #require(
            Base64.standard.decoded(lines.dropFirst().dropLast().joined()))
        for _ in 0..<500 {
            var other = bytes
            let place = Int.random(in: other.indices, using: &random)
            other[place] ^= UInt8.random(in: 1...255, using: &random)
            let pem = "\(lines[0])\n\(Base64.standard.encoded(other))\n\(lines[lines.count - 1])"
            #expect(Self.fault(pem, leaf.privateKey, root.pem) != nil, "byte \(place)")
        }
    }

    @Test("two texts of one certificate have one digest, and two certificates of one key have two")
    func digests() throws {
        let certificate = try TestCertificate("alice")
        let loose = certificate.pem.replacing("\n", with: "\r\n\r\n")
        let digest = try PEMCertificate(certificate.pem).digest
        #expect(try PEMCertificate(loose).digest == digest)
        let next = try TestCertificate("alice", serial: 2)
        #expect(try PEMCertificate(next.pem).digest != digest)
    }
}
