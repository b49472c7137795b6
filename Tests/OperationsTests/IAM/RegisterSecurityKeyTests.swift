import AWSWire
import Credentials
import IAMIdentifiers
import IAMModel
import Store
import TestSupport
import Testing

@testable import Operations

/// Who may make a passkey the second factor of whom. That keys are accepted is shown with real
/// authenticators, by the client tests.
@Suite struct RegisterSecurityKeyTests {
    /// What no authenticator sent: whoever gets so far that it is read had every permission.
    private static func junk(
        for user: String? = nil, name: String = "key"
    ) -> RegisterSecurityKey.Input {
        .init(userName: user, deviceName: name, response: Secret("{}"), challenge: Secret("none"))
    }

    private static func policy(_ states: [String]) -> String {
        let values = states.map { "\"\($0)\"" }.joined(separator: ",")
        return """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:EnableMFADevice",
             "Resource":"arn:aws:iam::*:user/${aws:username}",
             "Condition":{"StringEquals":{"iam:RegisterSecurityKey":[\(values)]}}}]}
            """
    }

    @Test("it takes permission to make a key known and to put it to use, for one's own user")
    func permissions() async throws {
        let service = try await TestService(users: ["alice", "bob"])
        let cases = [
            ([], false), (["Create"], false), (["Activate"], false),
            (["Create", "Activate"], true),
        ]
        for (states, isAllowed) in cases {
            try await service.permit("alice", Self.policy(states.isEmpty ? ["none"] : states))
            let error = try await service.error(
                RegisterSecurityKey.self, Self.junk(), as: "alice")
            #expect(
                error?.code == (isAllowed ? .invalidAuthenticationCode : .accessDenied), "\(states)"
            )
            let ofBob = try await service.error(
                RegisterSecurityKey.self, Self.junk(for: "bob"), as: "alice")
            #expect(ofBob?.code == .accessDenied)
        }
    }

    @Test("what requires a certification refuses, since nobody is asked for one")
    func certifications() async throws {
        let service = try await TestService(
            users: ["alice"],
            policies: [
                "alice": """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
                 "Action":"iam:EnableMFADevice","Resource":"*",
                 "Condition":{"StringEquals":{"iam:FIDO-certification":["L1","L2"]}}}]}
                """
            ])
        let error = try await service.error(RegisterSecurityKey.self, Self.junk(), as: "alice")
        #expect(error?.code == .accessDenied)
    }

    @Test("a name that no serial number can have is refused before there is a device")
    func names() {
        for name in ["", String(repeating: "k", count: 65), "a key", "a/b", "k\u{E9}"] {
            #expect(throws: WireError.self) {
                try RegisterSecurityKey.checked(Self.junk(name: name))
            }
        }
    }

    @Test("a refused key is recorded as EnableMFADevice, without what the browser sent")
    func audit() async throws {
        let service = try await TestService(users: ["alice"])
        _ = try await service.error(RegisterSecurityKey.self, Self.junk(for: "alice"))
        let record = try await service.auditRecords().first { $0.name == "EnableMFADevice" }?.record
        #expect(record?.contains(#""eventType":"AwsConsoleAction""#) == true)
        #expect(record?.contains(#""errorCode":"InvalidAuthenticationCode""#) == true)
        #expect(record?.contains(#""readOnly":false"#) == true)
    }
}

@Suite struct KeyChallengeTests {
    private static let principal = UniqueID(stored: "AIDA1")
    private static let account = TestService.accountID

    private static func challenge(_ service: TestService) -> KeyChallenge {
        var random = service.services.random()
        return KeyChallenge(in: account, at: service.clock.now, using: &random)
    }

    @Test("a challenge opens for its principal, its purpose and its account, for five minutes")
    func opens() async throws {
        let service = try await TestService()
        let sealer = service.services.sealer
        let challenge = Self.challenge(service)
        let now = service.clock.now
        let sealed = try challenge.sealed(
            for: .assertion, of: Self.principal, at: now, sealer)
        func opened(
            _ purpose: KeyChallenge.Purpose = .assertion, of principal: UniqueID = Self.principal,
            in account: AccountID = Self.account, after seconds: Int = 0, text: Secret? = nil
        ) -> String? {
            KeyChallenge(
                text ?? sealed, for: purpose, of: principal, in: account,
                at: now + .seconds(seconds), sealer)?.text
        }
        #expect(opened() == challenge.text)
        #expect(opened(after: 299) == challenge.text)
        #expect(opened(after: 300) == nil)
        #expect(opened(.registration) == nil)
        #expect(opened(of: UniqueID(stored: "AIDA2")) == nil)
        let other = try #require(AccountID("999999999999"))
        #expect(opened(in: other) == nil)
        #expect(opened(text: Secret(challenge.text)) == nil)
        #expect(opened(text: Secret("")) == nil)
    }

    @Test("no two challenges are alike, and each is taken once")
    func once() async throws {
        let service = try await TestService()
        let (one, other) = (Self.challenge(service), Self.challenge(service))
        #expect(one.text != other.text)
        #expect(Base64.forURLs.decoded(one.text)?.count == 32)
        let now = service.clock.now
        let taken = try await service.services.database.write { transaction in
            try [one, one, other].map { try $0.take(at: now, in: transaction) }
        }
        #expect(taken == [true, false, true])
    }
}
