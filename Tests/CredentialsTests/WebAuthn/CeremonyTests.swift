import IAMIdentifiers
import Testing

@testable import Credentials

/// Registrations and assertions that others made.
@Suite struct CeremonyTests {
    private static let accepted = WebAuthnFixtures.all?.accepted ?? []
    private static let refusedRegistrations = WebAuthnFixtures.all?.refusedRegistrations ?? []
    private static let refusedAssertions = WebAuthnFixtures.all?.refusedAssertions ?? []

    @Test func theFixturesAreThere() {
        #expect(Self.accepted.count >= 40)
        #expect(Self.refusedRegistrations.count >= 90 && Self.refusedAssertions.count >= 20)
    }

    private func register(
        _ fixture: WebAuthnFixtures.Accepted
    ) throws -> (credential: RegisteredCredential, party: RelyingParty) {
        let party = try #require(fixture.party.value)
        let response = try RegistrationResponse(json: fixture.registration.json)
        let credential = try Registration.verify(
            response, challenge: fixture.registration.challenge, party: party,
            requiresUserVerification: fixture.expected.isUserVerified)
        return (credential, party)
    }

    private func known(
        _ credential: RegisteredCredential, _ fixture: WebAuthnFixtures.Accepted, count: Int
    ) throws -> KnownCredential {
        KnownCredential(
            id: credential.id, publicKey: credential.publicKey, signCount: count,
            isBackupEligible: credential.isBackupEligible,
            userHandle: try #require(Base64.forURLs.decoded(fixture.userHandle)))
    }

    @Test("a registration is accepted, and says what the authenticator is", arguments: accepted)
    func registers(_ fixture: WebAuthnFixtures.Accepted) throws {
        let (credential, _) = try register(fixture)
        let expected = fixture.expected
        #expect(Base64.forURLs.encoded(credential.id) == expected.id)
        #expect(try COSEKey(credential.publicKey).algorithm.rawValue == expected.algorithm)
        #expect(credential.signCount == expected.signCount)
        #expect(credential.isUserVerified == expected.isUserVerified)
        #expect(credential.isBackupEligible == expected.isBackupEligible)
        #expect(credential.isBackedUp == expected.isBackedUp)
        #expect(Hexadecimal.text(of: credential.aaguid) == expected.aaguid)
        #expect(credential.transports == expected.transports)
    }

    @Test(
        "its assertions are accepted, each once where the authenticator counts", arguments: accepted
    )
    func asserts(_ fixture: WebAuthnFixtures.Accepted) throws {
        let (registered, party) = try register(fixture)
        var count = registered.signCount
        #expect(!fixture.assertions.isEmpty)
        for (exchange, expected) in zip(fixture.assertions, fixture.counts) {
            let response = try AssertionResponse(json: exchange.json)
            let credential = try known(registered, fixture, count: count)
            let proof = try Assertion.verify(
                response, of: credential, challenge: exchange.challenge, party: party,
                requiresUserVerification: registered.isUserVerified)
            #expect(proof.signCount == expected)
            #expect(proof.isUserVerified == registered.isUserVerified)
            #expect(proof.isBackedUp == registered.isBackedUp)
            count = proof.signCount
            guard count > 0 else { continue }
            let used = try known(registered, fixture, count: count)
            #expect(throws: WebAuthnError.signCountNotGrown(stored: count, given: count)) {
                try Assertion.verify(
                    response, of: used, challenge: exchange.challenge, party: party)
            }
        }
    }

    @Test("an answer to one challenge is none to another", arguments: accepted)
    func replay(_ fixture: WebAuthnFixtures.Accepted) throws {
        let (registered, party) = try register(fixture)
        let exchanges = fixture.assertions
        for (challenge, exchange) in zip(exchanges.dropFirst().map(\.challenge), exchanges) {
            let response = try AssertionResponse(json: exchange.json)
            let credential = try known(registered, fixture, count: registered.signCount)
            #expect(throws: WebAuthnError.wrongChallenge) {
                try Assertion.verify(response, of: credential, challenge: challenge, party: party)
            }
        }
    }

    @Test("an assertion proves nothing to another party, or of another's credential")
    func others() throws {
        for (fixture, other) in zip(Self.accepted, Self.accepted.dropFirst() + Self.accepted[..<1])
        {
            let (registered, _) = try register(fixture)
            let exchange = try #require(fixture.assertions.first)
            let response = try AssertionResponse(json: exchange.json)
            let stranger = try #require(
                RelyingParty(host: "example.org", isSecure: true, port: nil))
            let credential = try known(registered, fixture, count: registered.signCount)
            #expect(throws: WebAuthnError.self) {
                try Assertion.verify(
                    response, of: credential, challenge: exchange.challenge, party: stranger)
            }
            let (otherRegistered, otherParty) = try register(other)
            let otherCredential = try known(otherRegistered, other, count: 0)
            #expect(throws: WebAuthnError.wrongCredential) {
                try Assertion.verify(
                    response, of: otherCredential, challenge: exchange.challenge,
                    party: otherParty)
            }
        }
    }

    /// One for each algorithm.
    private static let counting = accepted.filter {
        $0.name.contains("packed") && $0.name.contains("a touch alone")
    }

    @Test("a changed bit anywhere in what is signed, or in the signature, is noticed")
    func tampering() throws {
        #expect(Self.counting.count == 6)
        for fixture in Self.counting {
            let (registered, party) = try register(fixture)
            let exchange = try #require(fixture.assertions.first)
            let good = try AssertionResponse(json: exchange.json)
            let credential = try known(registered, fixture, count: registered.signCount)
            func isAccepted(_ response: AssertionResponse) -> Bool {
                (try? Assertion.verify(
                    response, of: credential, challenge: exchange.challenge, party: party)) != nil
            }
            func changed(_ bytes: [UInt8], at index: Int) -> [UInt8] {
                var bytes = bytes
                bytes[index] ^= 1
                return bytes
            }
            #expect(isAccepted(good))
            let parts = (good.clientDataJSON, good.authenticatorData, good.signature)
            for index in parts.0.indices {
                #expect(!isAccepted(good.with(clientData: changed(parts.0, at: index))))
            }
            for index in parts.1.indices {
                #expect(!isAccepted(good.with(authenticatorData: changed(parts.1, at: index))))
            }
            for index in parts.2.indices {
                #expect(!isAccepted(good.with(signature: changed(parts.2, at: index))))
            }
        }
    }

    @Test("a changed bit anywhere in a packed attestation is noticed")
    func attestationTampering() throws {
        for fixture in Self.counting where !fixture.name.contains("certificate") {
            let (_, party) = try register(fixture)
            let good = try RegistrationResponse(json: fixture.registration.json)
            for index in good.attestationObject.indices {
                var object = good.attestationObject
                object[index] ^= 1
                let response = RegistrationResponse(
                    credentialID: good.credentialID, clientDataJSON: good.clientDataJSON,
                    attestationObject: object, transports: [])
                #expect(throws: WebAuthnError.self) {
                    try Registration.verify(
                        response, challenge: fixture.registration.challenge, party: party)
                }
            }
        }
    }

    @Test("a registration is refused, and the error says why", arguments: refusedRegistrations)
    func refusesRegistration(_ fixture: WebAuthnFixtures.RefusedRegistration) throws {
        let party = try #require(fixture.party.value)
        let error = #expect(throws: WebAuthnError.self) {
            try Registration.verify(
                RegistrationResponse(json: fixture.registration.json),
                challenge: fixture.registration.challenge, party: party,
                requiresUserVerification: fixture.requiresUserVerification)
        }
        #expect(error.map(Self.name) == fixture.error)
    }

    @Test("an assertion is refused, and the error says why", arguments: refusedAssertions)
    func refusesAssertion(_ fixture: WebAuthnFixtures.RefusedAssertion) throws {
        let party = try #require(fixture.party.value)
        let credential = try #require(fixture.credential.value)
        let error = #expect(throws: WebAuthnError.self) {
            try Assertion.verify(
                AssertionResponse(json: fixture.assertion.json), of: credential,
                challenge: fixture.assertion.challenge, party: party,
                requiresUserVerification: fixture.requiresUserVerification)
        }
        #expect(error.map(Self.name) == fixture.error)
    }

    /// The error as Swift prints it, without the names of modules and types.
    private static func name(_ error: WebAuthnError) -> String {
        "\(error)".replacing("Credentials.CBORError.", with: "")
    }
}

extension AssertionResponse {
    fileprivate func with(
        clientData: [UInt8]? = nil, authenticatorData: [UInt8]? = nil, signature: [UInt8]? = nil
    ) -> AssertionResponse {
        AssertionResponse(
            credentialID: credentialID, clientDataJSON: clientData ?? clientDataJSON,
            authenticatorData: authenticatorData ?? self.authenticatorData,
            signature: signature ?? self.signature, userHandle: userHandle)
    }
}
