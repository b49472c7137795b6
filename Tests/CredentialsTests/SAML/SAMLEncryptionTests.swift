import Credentials
import IAMIdentifiers
import TestSupport
import Testing

@Suite struct SAMLEncryptionTests {
    private let provider = SAMLIdentityProvider()

    private func read(
        _ text: String, with keys: [Secret] = [SAMLIdentityProvider.privateKey]
    ) throws -> SAMLResponse {
        try SAMLResponse(
            verifying: Array(text.utf8), by: SAMLMetadata(provider.metadata), privateKeys: keys,
            requiresEncryption: true)
    }

    @Test(
        "an encrypted assertion is opened, and what was signed is verified",
        arguments: [SAMLIdentityProvider.Signing.response, .assertion, .both])
    func opens(_ signing: SAMLIdentityProvider.Signing) throws {
        let text = try provider.response(signing: signing, isEncrypted: true)
        #expect(!text.contains("alice"))
        #expect(try read(text).assertion.subject == "alice")
    }

    @Test func anEncryptedAssertionThatNobodySignedProvesNothing() throws {
        // The key that encrypts is public: anybody can make one.
        let text = try provider.response(signing: .nothing, isEncrypted: true)
        #expect(throws: SAMLFault.badSignature) { try read(text) }
    }

    @Test func withoutTheKeyItStaysClosed() throws {
        let text = try provider.response(isEncrypted: true)
        #expect(throws: SAMLFault.cannotDecrypt) { try read(text, with: []) }
        #expect(throws: SAMLFault.badSignature) { try read(text, with: [Secret("no key")]) }
    }

    @Test("what is encrypted in another way, or altered, stays closed")
    func altered() throws {
        let good = try provider.response(isEncrypted: true)
        for (old, new) in [
            ("2001/04/xmlenc#rsa-oaep-mgf1p", "2001/04/xmlenc#rsa-1_5"),
            ("2009/xmlenc11#aes256-gcm", "2001/04/xmlenc#tripledes-cbc"),
            ("2009/xmlenc11#aes256-gcm", "2001/04/xmlenc#aes256-cbc"),
            ("<xenc:CipherValue>", "<xenc:CipherValue>AAAA"),
            ("<xenc:EncryptedKey>", "<ds:RetrievalMethod URI=\"#x\"/><xenc:EncryptedKey>"),
            ("<xenc:CipherValue>", "<xenc:CipherReference URI=\"#x\"/><xenc:CipherValue>"),
            ("<xenc:EncryptedData", "<xenc:Data"),
        ] {
            let text = good.replacing(old, with: new)
            #expect(text != good)
            #expect(throws: SAMLFault.self, "\(new)") { try read(text) }
        }
    }

    @Test func anElementOfAnotherKindDoesNotComeOutOfIt() throws {
        let inner = try provider.response(signing: .nothing)
        for element in ["<x/>", "text", "<a/><b/>", inner] {
            let plain = try provider.response(signing: .nothing)
            let start = try #require(plain.firstRange(of: "<saml:Assertion"))
            let end = try #require(plain.firstRange(of: "</saml:Assertion>"))
            let text =
                String(plain[..<start.lowerBound])
                + (try SAMLIdentityProvider.encrypted(element)) + plain[end.upperBound...]
            #expect(throws: SAMLFault.self) { try read(text) }
        }
    }
}
