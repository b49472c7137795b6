import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

@Suite struct SAMLVerificationTests {
    private let corp = "arn:aws:iam::123456789012:saml-provider/Corp"

    /// A service whose account has the provider Corp.
    private func service(
        _ settings: SignInSettings = SignInSettings(), requiresEncryption: Bool = false
    ) async throws -> TestService {
        let service = try await TestService(signInSettings: settings)
        _ = try await service.run(
            IAM.CreateSAMLProvider.self,
            .init(
                samlMetadataDocument: SAMLIdentityProvider().metadata, name: "Corp",
                assertionEncryptionMode: requiresEncryption ? .required : nil,
                addPrivateKey: requiresEncryption ? SAMLIdentityProvider.privateKey : nil))
        return service
    }

    private func assertion(_ service: TestService) -> SAMLTestAssertion {
        var assertion = SAMLTestAssertion()
        assertion.issuedAt = Timestamp(seconds: service.clock.now.seconds)
        return assertion
    }

    private func identity(
        _ assertion: SAMLTestAssertion, by arn: String? = nil, _ service: TestService,
        status: String = "Success", signing: SAMLIdentityProvider.Signing = .assertion
    ) async throws -> SAMLIdentity {
        let text = try SAMLIdentityProvider().response(assertion, signing: signing, status: status)
        return try await SAMLVerification.identity(
            in: Secret(Base64.standard.encoded(Array(text.utf8))), by: arn ?? corp,
            service.facts(), service.services)
    }

    @Test func anAssertionSaysWhoSomebodyIs() async throws {
        let service = try await service()
        var given = assertion(service)
        given.roles = [
            "arn:aws:iam::123456789012:role/Reader,\(corp)",
            "\(corp) , arn:aws:iam::123456789012:role/team/Writer",
            "arn:aws:iam::123456789012:role/Reader,\(corp)",
            "arn:aws:iam::123456789012:role/Admin,arn:aws:iam::123456789012:saml-provider/Other",
            "arn:aws:iam::123456789012:role/Alone", "\(corp),\(corp),x",
        ]
        given.others = [
            (SAMLTestAssertion.attributes + "SessionDuration", ["1800"]),
            (SAMLTestAssertion.attributes + "SourceIdentity", ["Diego"]),
            (SAMLTestAssertion.attributes + "PrincipalTag:Project", ["Marketing"]),
            (SAMLTestAssertion.attributes + "TransitiveTagKeys", ["Project"]),
            ("urn:oid:1.3.6.1.4.1.5923.1.1.1.1", ["staff", "member"]),
            ("2.5.4.4", ["Ramirez", "Other"]),
        ]
        let identity = try await identity(given, service)
        #expect(
            identity.roles.map(\.text) == [
                "arn:aws:iam::123456789012:role/Reader,\(corp)",
                "arn:aws:iam::123456789012:role/team/Writer,\(corp)", given.roles[3],
            ])
        try identity.requireRole("arn:aws:iam::123456789012:role/Reader")
        // Of a role that goes with another provider, this one's word is worth nothing.
        #expect(throws: IAMError.self) {
            try identity.requireRole("arn:aws:iam::123456789012:role/Admin")
        }
        #expect(identity.sessionDuration == 1_800)
        #expect(identity.sessionName == "alice@example.com")
        #expect(identity.sourceIdentity == "Diego")
        #expect(identity.longestSession == 1_800)
        #expect(identity.subject == "alice" && identity.subjectType == "persistent")
        #expect(identity.issuer == "https://idp.example.com/saml")
        #expect(identity.audience == "https://signin.aws.amazon.com/saml")
        // BASE64(SHA1("https://idp.example.com/saml" + "123456789012" + "/Corp")), by sha1sum.
        #expect(identity.nameQualifier == "F4n4tHfsTNbdJ8Yl1OzB++/YKYg=")
    }

    @Test func aFormatOfAnotherPrefixStaysWhole() async throws {
        let service = try await service()
        var given = assertion(service)
        given.format = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"
        #expect(try await identity(given, service).subjectType == given.format)
    }

    @Test(
        "a response may be addressed to AWS's addresses and to this server's own",
        arguments: [
            ("https://signin.aws.amazon.com/saml", true),
            ("https://us-west-2.signin.aws.amazon.com/saml", true),
            ("https://signin.aws.amazon.com/saml/acs/{id}", true),
            ("https://id.example.com/saml", true), ("https://id.example.com/saml/acs/{id}", true),
            ("https://id.example.com/saml/", false), ("https://ID.example.com/saml", false),
            ("http://id.example.com/saml", false), ("https://other.example.com/saml", false),
            ("https://mars-1.signin.aws.amazon.com/saml", false),
            ("https://signin.aws.amazon.com/saml/acs/SAMLSPOTHER", false), ("", false),
        ])
    func recipients(_ recipient: String, _ isTaken: Bool) async throws {
        var settings = SignInSettings()
        settings.origins = ["https://id.example.com"]
        let service = try await service(settings)
        let id = try #require(
            try await service.run(IAM.GetSAMLProvider.self, .init(samlProviderArn: corp))
                .samlProviderUUID)
        var given = assertion(service)
        given.recipient = recipient.replacing("{id}", with: id)
        let found = try? await identity(given, service)
        #expect((found != nil) == isTaken)
        #expect(found.map { $0.audience == given.recipient } ?? true)
    }

    @Test(
        "a response has to be meant for AWS or for this server",
        arguments: [
            ("urn:amazon:webservices", true), ("https://signin.aws.amazon.com/saml", true),
            ("https://id.example.com/saml", true), ("urn:amazon:webservices:x", false),
            ("https://other.example.com", false), ("", false),
        ])
    func audiences(_ audience: String, _ isTaken: Bool) async throws {
        var settings = SignInSettings()
        settings.origins = ["https://id.example.com"]
        let service = try await service(settings)
        var given = assertion(service)
        given.audience = audience
        let found = try? await identity(given, service)
        #expect((found != nil) == isTaken)
    }

    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let code: IAMError.Code
        let message: String
        var provider: String?
        var status = "Success"
        var change: @Sendable (inout SAMLTestAssertion) -> Void = { _ in }

        init(
            _ code: IAMError.Code, _ message: String, by provider: String? = nil,
            status: String = "Success",
            _ change: @escaping @Sendable (inout SAMLTestAssertion) -> Void = { _ in }
        ) {
            testDescription = message
            self.code = code
            self.message = message
            self.provider = provider
            self.status = status
            self.change = change
        }
    }

    private static let name = SAMLTestAssertion.attributes + "RoleSessionName"
    private static let wrongName =
        "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}"
    private static let wrongSource =
        "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\""

    static let cases =
        claims + [
            Case(.validationError, "Principal ARN is invalid", by: "corp"),
            Case(
                STS.Errors.invalidIdentityToken, "Specified provider doesn't exist",
                by: "arn:aws:iam::123456789012:saml-provider/Missing"),
            Case(
                STS.Errors.invalidIdentityToken, "Specified provider doesn't exist",
                by: "arn:aws:iam::999999999999:saml-provider/Corp"),
            Case(
                STS.Errors.idpRejectedClaim,
                "The identity provider (IdP) reported that authentication failed.",
                status: "Responder"),
            Case(
                STS.Errors.expiredToken, "Token must be redeemed within 5 minutes of issuance"
            ) {
                $0.notOnOrAfter = $0.issuedAt + .seconds(600)
                $0.issuedAt = $0.issuedAt - .seconds(300)
            },
            Case(STS.Errors.expiredToken, "NotOnOrAfter in AuthnResponse has passed") {
                $0.notOnOrAfter = $0.issuedAt
            },
            Case(
                STS.Errors.invalidIdentityToken, "NotBefore in AuthnResponse has not come yet"
            ) { $0.notBefore = $0.issuedAt + .seconds(61) },
            Case(
                STS.Errors.invalidIdentityToken, "NotBefore in AuthnResponse has not come yet"
            ) { $0.issuedAt = $0.issuedAt + .seconds(62) },
            Case(STS.Errors.invalidIdentityToken, "Recipient in AuthnResponse is not valid") {
                $0.recipient = "https://other.example.com/saml"
            },
            Case(
                STS.Errors.invalidIdentityToken, "Response does not contain the required audience."
            ) { $0.audience = "https://other.example.com" },
        ]

    private static let claims = [
        Case(STS.Errors.invalidIdentityToken, "RoleSessionName is required in AuthnResponse") {
            $0.sessionName = nil
        },
        Case(STS.Errors.invalidIdentityToken, wrongName) { $0.sessionName = "a" },
        Case(STS.Errors.invalidIdentityToken, wrongName) { $0.sessionName = "John Doe" },
        Case(STS.Errors.invalidIdentityToken, wrongName) {
            $0.sessionName = String(repeating: "a", count: 65)
        },
        Case(
            STS.Errors.invalidIdentityToken, "RoleSessionName in AuthnResponse must have one value"
        ) { $0.others = [(name, ["bob"])] },
        Case(STS.Errors.invalidIdentityToken, wrongSource) {
            $0.others = [(SAMLTestAssertion.attributes + "SourceIdentity", ["AWS:x"])]
        },
        Case(
            STS.Errors.invalidIdentityToken,
            "SessionDuration in AuthnResponse must be from 900 to 43200 seconds"
        ) { $0.others = [(SAMLTestAssertion.attributes + "SessionDuration", ["899"])] },
        Case(STS.Errors.expiredToken, "SessionNotOnOrAfter in AuthnResponse has passed") {
            $0.sessionEnd = $0.issuedAt
        },
        Case(
            STS.Errors.invalidIdentityToken,
            "PrincipalTag in AuthnResponse must have a valid key and one valid value"
        ) { $0.others = [(SAMLTestAssertion.attributes + "PrincipalTag:", ["x"])] },
        Case(
            STS.Errors.invalidIdentityToken,
            "PrincipalTag in AuthnResponse must have a valid key and one valid value"
        ) { $0.others = [(SAMLTestAssertion.attributes + "PrincipalTag:a", ["x", "y"])] },
    ]

    @Test("what AWS refuses is refused, in its sentence where it is known", arguments: cases)
    func refused(_ item: Case) async throws {
        let service = try await service()
        var given = assertion(service)
        item.change(&given)
        let error = await #expect(throws: IAMError.self) {
            try await identity(given, by: item.provider, service, status: item.status)
        }
        #expect(error?.code == item.code && error?.message == item.message)
    }

    @Test func whatIsNoResponseIsRefused() async throws {
        let service = try await service()
        for (text, message) in [
            ("not base64!", "Invalid base64 SAMLResponse"),
            ("bm90IFhNTA==", "Your request included an invalid SAML response."),
        ] {
            let error = await #expect(throws: IAMError.self) {
                try await SAMLVerification.identity(
                    in: Secret(text), by: corp, service.facts(), service.services)
            }
            #expect(error?.code == STS.Errors.invalidIdentityToken && error?.message == message)
        }
        let error = await #expect(throws: IAMError.self) {
            try await identity(assertion(service), service, signing: .nothing)
        }
        #expect(error?.message == "Response signature invalid")
    }

    @Test func anAssertionIsUsedOnceWhileItsProviderIsThere() async throws {
        let service = try await service()
        let identity = try await identity(assertion(service), service)
        let now = service.clock.now
        func take() async -> IAMError? {
            do {
                try await service.services.database.write { try identity.take(at: now, in: $0) }
                return nil
            } catch { return error as? IAMError }
        }
        #expect(await take() == nil)
        #expect(await take()?.message == "The SAML assertion was used before")
        _ = try await service.run(IAM.DeleteSAMLProvider.self, .init(samlProviderArn: corp))
        _ = try await service.run(
            IAM.CreateSAMLProvider.self,
            .init(samlMetadataDocument: SAMLIdentityProvider().metadata, name: "Corp"))
        #expect(await take()?.message == "Specified provider doesn't exist")
    }

    @Test func aProviderWhoseMetadataHasEndedIsNotBelieved() async throws {
        let service = try await TestService()
        var provider = SAMLIdentityProvider()
        let end = Timestamp(seconds: service.clock.now.seconds + 60)
        provider.attributes = " validUntil=\"\(end.iso8601)\""
        _ = try await service.run(
            IAM.CreateSAMLProvider.self,
            .init(samlMetadataDocument: provider.metadata, name: "Corp"))
        let given = assertion(service)
        _ = try await identity(given, service)
        service.clock.advance(by: .seconds(60))
        let error = await #expect(throws: IAMError.self) { try await identity(given, service) }
        #expect(error?.message == "The metadata of the provider has expired")
    }

    @Test func whoDemandsEncryptionTakesNoPlainAssertion() async throws {
        let service = try await service(requiresEncryption: true)
        let error = await #expect(throws: IAMError.self) {
            try await identity(assertion(service), service)
        }
        #expect(
            error?.message == "The SAML assertion has to be encrypted, as the provider requires")
    }
}
