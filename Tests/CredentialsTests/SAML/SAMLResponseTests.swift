import Credentials
import IAMIdentifiers
import TestSupport
import Testing

@Suite struct SAMLResponseTests {
    private let provider = SAMLIdentityProvider()

    private func read(_ text: String, _ provider: SAMLIdentityProvider? = nil) throws
        -> SAMLResponse
    {
        try SAMLResponse(
            verifying: Array(text.utf8), by: SAMLMetadata((provider ?? self.provider).metadata))
    }

    @Test(
        "a signed response and a signed assertion say what was signed",
        arguments: [SAMLIdentityProvider.Signing.response, .assertion, .both])
    func reads(_ signing: SAMLIdentityProvider.Signing) throws {
        var given = SAMLTestAssertion()
        given.destination = SAMLTestAssertion.awsAddress
        given.sessionEnd = given.issuedAt + .seconds(900)
        given.notBefore = given.issuedAt - .seconds(60)
        given.others = [("urn:x:groups", ["a", "b &amp; c"])]
        let response = try read(provider.response(given, signing: signing))
        let assertion = response.assertion
        #expect(assertion.id == "_assertion" && assertion.issuer == provider.entityID)
        #expect(assertion.subject == "alice" && assertion.recipient == given.recipient)
        #expect(assertion.subjectFormat == given.format)
        #expect(assertion.issuedAt == given.issuedAt)
        #expect(assertion.notBefore == given.notBefore)
        #expect(assertion.notOnOrAfter == given.issuedAt + .seconds(300))
        #expect(assertion.sessionEnd == given.sessionEnd)
        #expect(assertion.audiences == [["urn:amazon:webservices"]])
        #expect(assertion.values("urn:x:groups") == ["a", "b & c"])
        #expect(assertion.values("urn:x:GROUPS") == [])
        #expect(response.destination == (signing == .assertion ? nil : given.destination))
    }

    @Test func anyOfTheProvidersKeysMaySign() throws {
        var provider = provider
        provider.certificates.insert(SAMLIdentityProvider.curveCertificate, at: 0)
        _ = try read(provider.response(), provider)
        provider.certificates.removeLast()
        #expect(throws: SAMLFault.badSignature) { try read(provider.response(), provider) }
    }

    @Test func aCommentDoesNotCutTheNameOfTheSubject() throws {
        // Whoever signs the name with a comment in it, or puts one in afterwards: canonical XML has
        // no comments, and the name is read to its end.
        let signed = try provider.response()
        let altered = signed.replacing(">alice<", with: ">al<!-- -->ice<")
        #expect(altered != signed)
        #expect(try read(altered).assertion.subject == "alice")
        var given = SAMLTestAssertion()
        given.subject = "admin@corp.example.evil.example"
        let longer = try provider.response(given)
            .replacing("corp.example.evil", with: "corp.example<!-- -->.evil")
        #expect(try read(longer).assertion.subject == given.subject)
    }

    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let fault: SAMLFault
        var old = ""
        var new = ""
    }

    /// What a provider may sign, and what IAM cannot use.
    static let cases = [
        Case(
            testDescription: "no subject", fault: .noSubject, old: "saml:NameID", new: "saml:BaseID"
        ),
        Case(testDescription: "an empty name", fault: .noSubject, old: ">alice<", new: "><"),
        Case(
            testDescription: "no bearer", fault: .noConfirmation, old: "cm:bearer",
            new: "cm:sender-vouches"),
        Case(
            testDescription: "no recipient", fault: .noConfirmation, old: " Recipient=",
            new: " Xecipient="),
        Case(
            testDescription: "no end", fault: .noConfirmation,
            old: "ConfirmationData NotOnOrAfter=", new: "ConfirmationData NotOnOrAfte="),
        Case(
            testDescription: "an unknown condition", fault: .malformed,
            old: "saml:AudienceRestriction>", new: "saml:DelegationRestriction>"),
        Case(
            testDescription: "another version", fault: .malformed,
            old: "Version=\"2.0\"><saml:Issuer>", new: "Version=\"1.1\"><saml:Issuer>"),
        Case(
            testDescription: "an instant that is none", fault: .malformed,
            old: "IssueInstant=\"2026-09-21T", new: "IssueInstant=\"soon-09-21T"),
        Case(
            testDescription: "another issuer", fault: .otherIssuer,
            old: "<saml:Issuer>https://idp.", new: "<saml:Issuer>https://idp2."),
        Case(
            testDescription: "an issuer beside the name", fault: .otherIssuer,
            old: "</saml:Issuer><saml:Subject>", new: "/</saml:Issuer><saml:Subject>"),
    ]

    @Test("what an assertion lacks is told, though it is signed", arguments: cases)
    func lacking(_ item: Case) throws {
        // The assertion alone is changed; then it is signed.
        let plain = try provider.response(signing: .nothing)
        let start = try #require(plain.firstRange(of: "<saml:Assertion"))
        let end = try #require(plain.firstRange(of: "</saml:Assertion>"))
        let assertion = String(plain[start.lowerBound..<end.upperBound])
        let changed = assertion.replacing(item.old, with: item.new)
        #expect(changed != assertion)
        let signed = try SAMLIdentityProvider.signed(changed, id: "_assertion")
        #expect(throws: item.fault) {
            try read(plain.replacing(assertion, with: signed))
        }
    }

    @Test func whatTheProviderDidNotAuthenticateIsTold() throws {
        #expect(throws: SAMLFault.notAuthenticated) {
            try read(provider.response(status: "Responder"))
        }
    }

    @Test func whatHasToBeEncryptedIsNotTakenInPlainText() throws {
        let bytes = Array(try provider.response(signing: .both).utf8)
        let metadata = try SAMLMetadata(provider.metadata)
        #expect(throws: SAMLFault.notEncrypted) {
            try SAMLResponse(verifying: bytes, by: metadata, requiresEncryption: true)
        }
    }
}
