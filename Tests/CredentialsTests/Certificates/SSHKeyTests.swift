import Credentials
import IAMIdentifiers
import TestRandom
import TestSupport
import Testing

@Suite struct SSHKeyTests {
    private static func fault(_ text: String) -> SSHKey.Fault? {
        do {
            _ = try SSHKey(text)
            return nil
        } catch {
            return error
        }
    }

    @Test("every way to write a key is the same key, with ssh-keygen's fingerprint")
    func forms() throws {
        let texts = [
            TestSSHKeys.ssh, TestSSHKeys.pem, TestSSHKeys.pkcs1,
            "  " + TestSSHKeys.ssh + "\r\n", "\n" + TestSSHKeys.pem,
            TestSSHKeys.pem.replacing("\n", with: "\r\n"),
            TestSSHKeys.ssh.replacing(" somebody@example.com", with: "\n"),
            TestSSHKeys.ssh.replacing(" ", with: "\t"),
        ]
        for text in texts {
            let key = try SSHKey(text)
            #expect(key.sshText + " somebody@example.com" == TestSSHKeys.ssh)
            #expect(key.pemText == TestSSHKeys.pem)
            #expect(key.fingerprint == TestSSHKeys.fingerprint)
            #expect(try SSHKey(blob: key.blob).blob == key.blob)
        }
        #expect(try SSHKey(TestSSHKeys.otherSSH).blob != SSHKey(TestSSHKeys.ssh).blob)
    }

    @Test(
        "what is neither ssh-rsa nor PEM of a public key is of an unknown encoding",
        arguments: [
            "", "a key", TestSSHKeys.ed25519, "ssh-rsa2 AAAA", "SSH-RSA AAAA",
            "---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n---- END SSH2 PUBLIC KEY ----",
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
            SAMLIdentityProvider.privateKey.reveal(),
            "from=\"192.0.2.1\" " + TestSSHKeys.ssh,
        ])
    func unknownEncoding(_ text: String) {
        #expect(Self.fault(text) == .unknownEncoding)
    }

    /// Bytes with their length in front, as SSH sends them.
    private static func field(_ bytes: [UInt8]) -> [UInt8] {
        [0, 0, UInt8(bytes.count / 256), UInt8(bytes.count % 256)] + bytes
    }

    private static func blob(
        type: String = "ssh-rsa", exponent: [UInt8] = [1, 0, 1],
        modulus: [UInt8] = [0] + Array(repeating: 0xC5, count: 256), rest: [UInt8] = []
    ) -> [UInt8] {
        field(Array(type.utf8)) + field(exponent) + field(modulus) + rest
    }

    @Test("a key that is built by hand is taken, so that what is refused is refused for its change")
    func built() throws {
        #expect(try SSHKey(blob: Self.blob()).blob == Self.blob())
    }

    @Test("what is no RSA key of a fitting size, or not spelled as SSH spells it, is invalid")
    func invalid() {
        let long = [0] + [UInt8](repeating: 0xC5, count: SSHKey.mostBits / 8 + 1)
        let blobs = [
            [], [0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF], Self.blob(type: "ssh-dss"),
            Self.blob(type: "ssh-rsa\0"), Self.blob(exponent: []), Self.blob(exponent: [0]),
            Self.blob(exponent: [2]), Self.blob(exponent: [1]), Self.blob(exponent: [0, 1, 0, 1]),
            Self.blob(exponent: [0x81, 0, 1]),
            Self.blob(exponent: Array(repeating: 0x11, count: 64)),
            Self.blob(modulus: []), Self.blob(modulus: [0]),
            Self.blob(modulus: Array(repeating: 0xC5, count: 256)),
            Self.blob(modulus: [0, 0] + Array(repeating: 0xC5, count: 256)),
            Self.blob(modulus: [0] + Array(repeating: 0xC5, count: 255) + [0xC4]),
            Self.blob(modulus: [0] + Array(repeating: 0xC5, count: 255)),
            Self.blob(modulus: long), Self.blob(rest: [0]), Self.blob(rest: Self.field([1])),
            Array(Self.blob().dropLast()),
        ]
        for blob in blobs {
            #expect(throws: SSHKey.Fault.invalid) { try SSHKey(blob: blob) }
            #expect(Self.fault("ssh-rsa " + Base64.standard.encoded(blob)) == .invalid)
        }
        let texts = [
            "ssh-rsa", "ssh-rsa ", TestSSHKeys.small,
            TestSSHKeys.ssh.replacing("AAAAB3", with: "AAAA!3"),
            TestSSHKeys.ssh + "\n" + TestSSHKeys.otherSSH, TestSSHKeys.pem + TestSSHKeys.pem,
            TestSSHKeys.pem + "and more", "-----BEGIN PUBLIC KEY-----",
            TestSSHKeys.pem.replacing("MIIB", with: "MIIC"),
            TestSSHKeys.ssh + String(repeating: " ", count: 16_384),
        ]
        for text in texts { #expect(Self.fault(text) == .invalid, "\(text.prefix(40))") }
    }

    @Test("a key of the greatest size is taken, and its text is not longer than IAM takes")
    func greatest() throws {
        let modulus = [0] + [UInt8](repeating: 0xC5, count: SSHKey.mostBits / 8)
        let key = try SSHKey(blob: Self.blob(modulus: modulus))
        #expect(key.sshText.utf8.count < 16_384 && key.pemText.utf8.count < 16_384)
    }

    @Test("whatever one byte of a key is changed to, it is refused or is spelled as it came")
    func altered() throws {
        var random = TestSeed.generator()
        let blob = try SSHKey(TestSSHKeys.ssh).blob
        for _ in 0..<2_000 {
            var other = blob
            other[Int.random(in: 0..<40, using: &random)] = .random(in: 0...255, using: &random)
            guard let key = try? SSHKey(blob: other) else { continue }
            #expect(key.blob == other)
        }
    }
}
