import Credentials
import IAMIdentifiers
import TestSupport
import Testing

@Suite struct SAMLMetadataTests {
    private let provider = SAMLIdentityProvider()

    @Test func saysWhoTheProviderIsAndByWhichKeysItSigns() throws {
        var provider = provider
        provider.certificates = [
            SAMLIdentityProvider.certificate, SAMLIdentityProvider.curveCertificate,
            SAMLIdentityProvider.certificate,
        ]
        provider.attributes = " validUntil=\"2030-01-01T00:00:00Z\""
        let metadata = try SAMLMetadata(provider.metadata)
        #expect(metadata.entityID == "https://idp.example.com/saml")
        #expect(metadata.certificates.count == 2)
        #expect(metadata.validUntil == Timestamp(iso8601: "2030-01-01T00:00:00Z"))
        #expect(metadata.signInAddress == "https://idp.example.com/sign-in")
    }

    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let fault: SAMLMetadataFault
        let change: @Sendable (inout String) -> Void

        init(
            _ description: String, _ fault: SAMLMetadataFault, _ old: String, _ new: String
        ) {
            testDescription = description
            self.fault = fault
            change = { $0 = $0.replacing(old, with: new) }
        }
    }

    static let cases = [
        Case("another root", .notEntityDescriptor, "EntityDescriptor", "EntitiesDescriptor"),
        Case("no name", .noEntityID, "entityID=", "entityId="),
        Case(
            "an empty name", .noEntityID, "entityID=\"https://idp.example.com/saml\"",
            "entityID=\"\""),
        Case("a service provider", .noIdentityProvider, "IDPSSODescriptor", "SPSSODescriptor"),
        Case("keys for encryption only", .noCertificate, "use=\"signing\"", "use=\"encryption\""),
        Case("no certificates", .noCertificate, "X509Certificate", "X509CRL"),
        Case(
            "a key that is too short", .unfitCertificate, SAMLIdentityProvider.certificate,
            SAMLIdentityProvider.smallCertificate),
        Case(
            "what is no certificate", .unfitCertificate, SAMLIdentityProvider.certificate,
            "bm9uZQ=="),
        Case(
            "what is no base64", .unfitCertificate, SAMLIdentityProvider.certificate, "none."),
        Case("an end that is none", .unreadableEnd, " entityID", " validUntil=\"soon\" entityID"),
        Case("cut off", .notXML(.malformed(offset: 0)), "</md:EntityDescriptor>", ""),
    ]

    @Test("metadata that IAM could not use is refused", arguments: cases)
    func refused(_ item: Case) {
        var text = provider.metadata
        item.change(&text)
        let fault = #expect(throws: SAMLMetadataFault.self) { try SAMLMetadata(text) }
        switch (fault, item.fault) {
        case (.notXML, .notXML): break
        default: #expect(fault == item.fault)
        }
    }

    @Test func aKeyWithoutUseSignsToo() throws {
        let text = provider.metadata.replacing(" use=\"signing\"", with: "")
        #expect(try SAMLMetadata(text).certificates.count == 1)
    }
}
