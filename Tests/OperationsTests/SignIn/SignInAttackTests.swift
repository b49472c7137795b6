import Credentials
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// What strangers do to a sign-in, against the whole service.
@Suite struct SignInAttackTests {
    private static let alice = SignInClaim.user(account: "123456789012", name: "alice")
    private static let password = LoginProfilesTests.password

    /// Guesses at alice's password from as many addresses as it takes to close her count.
    private func attack(_ service: TestService) async throws {
        let signIn = SignIn(service.services)
        for n in 0..<110 {
            _ = try await signIn.signIn(
                Self.alice, password: Secret("wrong"), service.facts(from: "198.51.100.\(n)"))
        }
        let stranger = try await signIn.signIn(
            Self.alice, password: Self.password, service.facts(from: "192.0.2.77"))
        guard case .tooManyAttempts = stranger else {
            Issue.record("the attack did not do what it is for: \(stranger)")
            return
        }
    }

    @Test("guesses keep the owner out of nothing that the owner had before")
    func ownerPasses() async throws {
        let own = Policies.allow(
            "iam:ChangePassword", on: "arn:aws:iam::123456789012:user/${aws:username}")
        let service = try await LoginProfilesTests.service(policies: ["alice": own])
        let signIn = SignIn(service.services)
        let first = try await signIn.signIn(
            Self.alice, password: Self.password, service.facts(from: "192.0.2.1"))
        guard case .session(let token, let session) = first else {
            Issue.record("\(first)")
            return
        }
        let device = try signIn.device(of: session, adding: nil)
        try await attack(service)
        for (address, shown) in [("192.0.2.1", nil), ("192.0.2.50", device)] {
            let again = try await signIn.signIn(
                Self.alice, password: Self.password, device: shown, service.facts(from: address))
            guard case .session = again else {
                Issue.record("\(address): \(again)")
                return
            }
        }
        let here = try #require(
            try await signIn.signedIn(token.secret.reveal(), at: service.clock.now))
        _ = try await service.pipeline.run(
            IAM.ChangePassword.self,
            .init(oldPassword: Self.password, newPassword: Secret("Other-Fish-88")),
            as: here.caller, service.facts())
    }

    @Test("another's cookie, one that was altered and one too long are no help")
    func wrongDevices() async throws {
        let service = try await LoginProfilesTests.service()
        let signIn = SignIn(service.services)
        let root = try await signIn.signIn(
            .root(email: TestService.rootEmail), password: TestService.rootPassword,
            service.facts())
        guard case .session(_, let session) = root else {
            Issue.record("\(root)")
            return
        }
        let ofRoot = try signIn.device(of: session, adding: nil)
        try await attack(service)
        let shown = [
            ofRoot, Secret("x"), Secret(String(repeating: "x", count: 10_000)),
            Secret(ofRoot.reveal() + ".."),
        ]
        for device in shown {
            let outcome = try await signIn.signIn(
                Self.alice, password: Self.password, device: device,
                service.facts(from: "192.0.2.78"))
            guard case .tooManyAttempts = outcome else {
                Issue.record("\(outcome)")
                return
            }
        }
    }

    @Test("a browser shows four principals, the latest ones, and each in little room")
    func manyPrincipals() async throws {
        let names = (0..<6).map { "user\($0)" }
        let service = try await TestService(users: names)
        let signIn = SignIn(service.services)
        var device: Secret?
        for name in names {
            try await service.run(
                IAM.CreateLoginProfile.self, .init(userName: name, password: Self.password))
            let outcome = try await signIn.signIn(
                .user(account: "123456789012", name: name), password: Self.password,
                service.facts())
            guard case .session(_, let session) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            device = try signIn.device(of: session, adding: device)
            device = try signIn.device(of: session, adding: device)
        }
        #expect(device?.reveal().split(separator: ".").count == 4)
        #expect(device.map { $0.byteCount < 2_048 } == true)
    }

    @Test(
        "a clock that is set locks nobody out and frees nobody",
        arguments: [-86_400, -10, 10, 86_400])
    func clockSet(_ seconds: Int) async throws {
        let service = try await LoginProfilesTests.service()
        let signIn = SignIn(service.services)
        for _ in 0..<7 {
            _ = try await signIn.signIn(
                Self.alice, password: Secret("wrong"), service.facts())
        }
        service.clock.set(by: .seconds(seconds))
        let early = try await signIn.signIn(
            Self.alice, password: Self.password, service.facts())
        guard case .tooManyAttempts(.seconds(1)) = early else {
            Issue.record("\(early)")
            return
        }
        service.clock.advance(by: .seconds(1))
        let then = try await signIn.signIn(
            Self.alice, password: Self.password, service.facts())
        guard case .session = then else {
            Issue.record("\(then)")
            return
        }
    }

    @Test("the wait outlives the server, and so does what lets the owner pass")
    func restart() async throws {
        let service = try await LoginProfilesTests.service()
        let signIn = SignIn(service.services)
        _ = try await signIn.signIn(
            Self.alice, password: Self.password, service.facts(from: "192.0.2.1"))
        try await attack(service)
        service.services.passwordAttempts.reset()
        try await service.services.resume()
        let stranger = try await signIn.signIn(
            Self.alice, password: Self.password, service.facts(from: "192.0.2.77"))
        guard case .tooManyAttempts = stranger else {
            Issue.record("\(stranger)")
            return
        }
        let owner = try await signIn.signIn(
            Self.alice, password: Self.password, service.facts(from: "192.0.2.1"))
        guard case .session = owner else {
            Issue.record("\(owner)")
            return
        }
    }

    @Test("a password longer than any is refused and is no attempt")
    func tooLong() async throws {
        let service = try await LoginProfilesTests.service()
        let signIn = SignIn(service.services)
        for count in [513, 1_000_000] {
            for _ in 0..<20 {
                let outcome = try await signIn.signIn(
                    Self.alice, password: Secret(String(repeating: "x", count: count)),
                    service.facts())
                guard case .wrongCredentials = outcome else {
                    Issue.record("\(outcome)")
                    return
                }
            }
        }
        _ = try await signIn.token(Self.alice, service)
    }

    @Test("the places that a principal signed in from are bounded and go with the password")
    func places() async throws {
        let service = try await LoginProfilesTests.service()
        let signIn = SignIn(service.services)
        for n in 0..<20 {
            _ = try await signIn.signIn(
                Self.alice, password: Self.password, service.facts(from: "192.0.2.\(n)"))
        }
        #expect(
            try await StoreContents(of: service.services.database).rows["sign_in_place"]?.count
                == 16)
        try await service.run(IAM.DeleteLoginProfile.self, .init(userName: "alice"))
        #expect(try await StoreContents(of: service.services.database).rows["sign_in_place"] == [])
    }

    @Test("a failed sign-in is in the store when it is answered")
    func recordedAtOnce() async throws {
        let service = try await LoginProfilesTests.service()
        _ = try await SignIn(service.services).signIn(
            Self.alice, password: Secret("wrong"), service.facts())
        // Read past what waits to be written.
        let records = try await service.services.database.read {
            try AuditEventTable($0).latest(of: TestService.accountID, limit: 100)
        }
        #expect(records.filter { $0.name == "ConsoleLogin" }.count == 1)
    }

    @Test("of many failures in a minute sixty are recorded, and one record says how many were not")
    func bounded() async throws {
        let service = try await LoginProfilesTests.service()
        let failures = service.services.failedSignIns
        try await fail(70, service)
        #expect(try await service.signIns().count == 60)
        await failures.settle()
        #expect(try await service.signIns().count == 60)

        // The next minute says so with its first failure.
        service.clock.advance(by: .seconds(60))
        try await fail(1, service)
        #expect(
            try await service.signIns().filter { $0.contains(#"{"RecordsLeftOut":10}"#) }.count == 1
        )
        #expect(try await service.signIns().count == 62)

        // And without one, it is said by itself.
        try await fail(64, service)
        service.clock.advance(by: .seconds(60))
        await failures.settle()
        await failures.settle()
        #expect(
            try await service.signIns().filter { $0.contains(#"{"RecordsLeftOut":5}"#) }.count == 1)
    }

    @Test("what was left out is said by the next server when the first one died")
    func boundedAcrossRestart() async throws {
        let service = try await LoginProfilesTests.service()
        try await fail(70, service)
        let next = Services(
            database: service.services.database, sealer: service.services.sealer,
            passwords: service.services.passwords, logger: service.services.logger,
            now: service.services.now, elapsed: service.services.elapsed)
        try await next.resume()
        try await next.resume()
        #expect(
            try await service.signIns().filter { $0.contains(#"{"RecordsLeftOut":10}"#) }.count == 1
        )
    }

    /// Fails to sign in so many times, as nobody of the account, from as many addresses.
    private func fail(_ count: Int, _ service: TestService) async throws {
        for n in 0..<count {
            _ = try await SignIn(service.services).signIn(
                .user(account: "123456789012", name: "nobody\(n)"), password: Secret("wrong"),
                service.facts(from: "198.51.100.\(n)"))
        }
    }
}

extension TestService {
    fileprivate func signIns() async throws -> [String] {
        try await auditRecords().filter { $0.name == "ConsoleLogin" }.map(\.record)
    }
}
