import Credentials
import IAMIdentifiers
import Testing

/// What browsers are handed. That they take it is for the tests with Chromium to show.
@Suite struct WebAuthnOptionsTests {
    private func party() throws -> RelyingParty {
        try #require(RelyingParty(host: "id.example.com", isSecure: true, port: nil))
    }

    @Test func aNewCredentialIsAskedFor() throws {
        let json = WebAuthnOptions.creation(
            challenge: "Y2hhbGxlbmdl", party: try party(),
            user: WebAuthnOptions.User(
                handle: Array("AIDA".utf8), name: "ann \"a\"\n", displayName: "앤"),
            excluding: [CredentialDescriptor(id: [0xFB, 0xFF], transports: ["internal", "usb"])])
        #expect(
            json == """
                {"rp":{"id":"id.example.com","name":"Gatehouse"},\
                "user":{"id":"QUlEQQ","name":"ann \\"a\\"\\n","displayName":"앤"},\
                "challenge":"Y2hhbGxlbmdl",\
                "pubKeyCredParams":[{"type":"public-key","alg":-8},{"type":"public-key","alg":-7},\
                {"type":"public-key","alg":-257}],"timeout":300000,\
                "excludeCredentials":[{"type":"public-key","id":"-_8",\
                "transports":["internal","usb"]}],\
                "authenticatorSelection":{"residentKey":"preferred","requireResidentKey":false,\
                "userVerification":"preferred"},"attestation":"none"}
                """)
    }

    @Test func aKnownCredentialIsAskedFor() throws {
        let json = WebAuthnOptions.request(
            challenge: "Y2hhbGxlbmdl", party: try party(),
            allowing: [
                CredentialDescriptor(id: [1], transports: []),
                CredentialDescriptor(id: [2], transports: ["nfc"]),
            ], requiresUserVerification: true)
        #expect(
            json == """
                {"challenge":"Y2hhbGxlbmdl","timeout":300000,"rpId":"id.example.com",\
                "allowCredentials":[{"type":"public-key","id":"AQ"},\
                {"type":"public-key","id":"Ag","transports":["nfc"]}],\
                "userVerification":"required"}
                """)
    }
}
