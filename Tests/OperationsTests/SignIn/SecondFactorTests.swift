import Credentials
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// Signing in with a device that shows codes.
@Suite struct SecondFactorTests {
    private static let alice = SignInClaim.user(account: "123456789012", name: "alice")

    /// A service in which a user or the root user has an authenticator app; its two codes are two
    /// steps old.
    private struct Stage {
        let service: TestService
        let signIn: SignIn
        let app: TestAuthenticator
        let claim: SignInClaim

        init(
            _ service: TestService? = nil, isRoot: Bool = false, policies: [String: String] = [:]
        ) async throws {
            let fresh =
                service == nil
                ? try await LoginProfilesTests.service(policies: policies) : nil
            guard let service = service ?? fresh else { throw TestError.noSuchUser("alice") }
            self.service = service
            signIn = SignIn(service.services)
            app = try await service.makeAuthenticator("phone")
            try await service.enable(app, for: isRoot ? nil : "alice")
            claim = isRoot ? .root(email: TestService.rootEmail) : SecondFactorTests.alice
            service.clock.advance(by: .seconds(60))
        }

        /// The ticket after the right password.
        func ticket() async throws -> Secret {
            let isRoot = if case .root = claim { true } else { false }
            let outcome = try await signIn.signIn(
                claim, password: isRoot ? TestService.rootPassword : LoginProfilesTests.password,
                service.facts())
            guard case .asks(.secondFactor, let ticket) = outcome else {
                throw SignIn.NoSession(outcome: outcome)
            }
            return ticket
        }

        func prove(
            _ ticket: Secret, _ code: Secret, from address: String = "203.0.113.9",
            device: String? = nil, browser: Secret? = nil
        ) async throws -> SignIn.Outcome {
            let facts = service.facts(from: address)
            let devices = try await signIn.offeredDevices(ticket, facts)
            return try await signIn.proveCode(
                ticket, of: device ?? devices?.first?.id ?? "", code, device: browser, facts)
        }

        func code(steps: Int = 0) -> Secret { app.code(at: service.clock.now, steps: steps) }

        /// A code that none of the steps near has.
        func wrongCode() -> Secret {
            let near = (-3...3).map { code(steps: $0).reveal() }
            return Secret(["000000", "111111", "222222"].first { !near.contains($0) } ?? "333333")
        }
    }

    @Test(
        "after the password the code is asked for, and then a session begins",
        arguments: [
            true, false,
        ])
    func opens(_ isRoot: Bool) async throws {
        let stage = try await Stage(isRoot: isRoot)
        let ticket = try await stage.ticket()
        let devices = try await stage.signIn.offeredDevices(ticket, stage.service.facts())
        #expect(devices?.map(\.serialNumber) == [stage.app.serialNumber])
        let outcome = try await stage.prove(ticket, stage.code())
        guard case .session(_, let session) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(session.secondFactorAt == stage.service.clock.now)
    }

    @Test("codes of the step before and the step after are taken, and none further away")
    func drift() async throws {
        for (steps, isTaken) in [(-2, false), (-1, true), (1, true), (2, false)] {
            let stage = try await Stage()
            stage.service.clock.advance(by: .seconds(90))
            let outcome = try await stage.prove(try await stage.ticket(), stage.code(steps: steps))
            switch outcome {
            case .session: #expect(isTaken, "\(steps)")
            case .wrongCredentials: #expect(!isTaken, "\(steps)")
            default: Issue.record("\(outcome)")
            }
        }
    }

    @Test("a code is good once, and so is each of those that assigned the device")
    func once() async throws {
        let stage = try await Stage()
        let code = stage.code()
        guard case .session = try await stage.prove(try await stage.ticket(), code) else {
            Issue.record("the code is right")
            return
        }
        guard case .wrongCredentials = try await stage.prove(try await stage.ticket(), code) else {
            Issue.record("the code was used")
            return
        }
        let fresh = try await LoginProfilesTests.service()
        let app = try await fresh.makeAuthenticator("phone")
        try await fresh.enable(app, for: "alice")
        let signIn = SignIn(fresh.services)
        guard
            case .asks(_, let ticket) = try await signIn.signIn(
                Self.alice, password: LoginProfilesTests.password, fresh.facts())
        else {
            Issue.record("no question")
            return
        }
        let id = try #require(try await signIn.offeredDevices(ticket, fresh.facts())?.first?.id)
        for steps in [-1, 0] {
            let outcome = try await signIn.proveCode(
                ticket, of: id, app.code(at: fresh.clock.now, steps: steps), fresh.facts())
            guard case .wrongCredentials = outcome else {
                Issue.record("\(outcome)")
                return
            }
        }
    }

    @Test("of a hundred requests with one code at once, one is right")
    func race() async throws {
        let stage = try await Stage()
        let ticket = try await stage.ticket()
        let id = try await stage.signIn.offeredDevices(ticket, stage.service.facts())?.first?.id
        let device = try #require(id)
        let code = stage.code()
        let sessions = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<100 {
                group.addTask {
                    let outcome = try await stage.signIn.proveCode(
                        ticket, of: device, code,
                        stage.service.facts(from: "198.51.100.\(number)"))
                    guard case .session = outcome else { return false }
                    return true
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(sessions == 1)
    }

    @Test("the right password again does not end the wait after wrong codes")
    func throttled() async throws {
        let stage = try await Stage()
        let wrong = stage.wrongCode()
        for _ in 0..<6 {
            let outcome = try await stage.prove(try await stage.ticket(), wrong)
            guard case .wrongCredentials = outcome else {
                Issue.record("\(outcome)")
                return
            }
        }
        let outcome = try await stage.prove(try await stage.ticket(), stage.code())
        guard case .tooManyAttempts = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test("many networks together guess few codes a day")
    func guesses() async throws {
        let service = try await LoginProfilesTests.service()
        let signIn = SignIn(service.services)
        guard
            case .session(_, let early) = try await signIn.signIn(
                Self.alice, password: LoginProfilesTests.password, service.facts())
        else {
            Issue.record("no session")
            return
        }
        let stage = try await Stage(service)
        guard
            case .session(_, let session) = try await stage.prove(
                try await stage.ticket(), stage.code())
        else {
            Issue.record("no session")
            return
        }
        service.clock.advance(by: .seconds(60))
        let wrong = stage.wrongCode()
        var looked = 0
        for number in 0..<300 {
            let outcome = try await stage.prove(
                try await stage.ticket(), wrong, from: "198.51.\(number / 250).\(number % 250)")
            if case .wrongCredentials = outcome { looked += 1 }
        }
        #expect(looked == 11)
        // A browser that is known from before there was a device waits as all others do: whoever
        // had the password then has a thousand of them.
        let old = try signIn.device(of: early, adding: nil)
        let waiting = try await stage.prove(
            try await stage.ticket(), stage.code(), browser: old)
        guard case .tooManyAttempts = waiting else {
            Issue.record("\(waiting)")
            return
        }
        // The owner has proved the device with this browser before, and is not kept waiting.
        let known = try signIn.device(of: session, adding: old)
        let outcome = try await stage.prove(
            try await stage.ticket(), stage.code(), browser: known)
        guard case .session = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test("what is no code of the principal's own device is wrong, and says no more")
    func wrong() async throws {
        let stage = try await Stage()
        let other = try await stage.service.makeAuthenticator("other")
        try await stage.service.enable(other, for: "bob")
        stage.service.clock.advance(by: .seconds(60))
        let bobs = try await stage.service.services.database.read { transaction in
            try MFADeviceTable(transaction, of: TestService.accountID)
                .find(serialNumber: other.serialNumber)?.id.description
        }
        let now = stage.service.clock.now
        let tries: [(Secret, String?)] = [
            (Secret(""), nil), (Secret("12345"), nil), (Secret("１２３４５６"), nil),
            (other.code(at: now), nil), (other.code(at: now), bobs), (stage.code(), ""),
        ]
        for (code, device) in tries {
            let outcome = try await stage.prove(
                try await stage.ticket(), code, device: device)
            guard case .wrongCredentials = outcome else {
                Issue.record("\(outcome)")
                return
            }
            stage.service.clock.advance(by: .seconds(3_601))
        }
    }

    @Test("a ticket opens nothing once it is old, its password was replaced, or the device is gone")
    func tickets() async throws {
        let stage = try await Stage()
        let (service, signIn) = (stage.service, stage.signIn)
        func isOpen(_ ticket: Secret) async throws -> Bool {
            try await signIn.offeredDevices(ticket, service.facts()) != nil
        }
        let old = try await stage.ticket()
        #expect(try await isOpen(old))
        service.clock.advance(by: .seconds(601))
        #expect(try await !isOpen(old))
        let replaced = try await stage.ticket()
        try await service.run(
            IAM.UpdateLoginProfile.self,
            .init(userName: "alice", password: Secret("Another-Heron-18")))
        #expect(try await !isOpen(replaced))
        try await service.run(
            IAM.UpdateLoginProfile.self,
            .init(userName: "alice", password: LoginProfilesTests.password))
        let removed = try await stage.ticket()
        try await service.run(
            IAM.DeactivateMFADevice.self,
            .init(serialNumber: stage.app.serialNumber, userName: "alice"))
        #expect(try await !isOpen(removed))
        guard case .ticketNotValid = try await stage.prove(removed, stage.code()) else {
            Issue.record("a ticket for no question")
            return
        }
    }

    @Test("a password that has to be replaced is asked for after the code, with the second factor")
    func forcedChange() async throws {
        let policy = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},
            {"Effect":"Deny","Action":"*","Resource":"*",
             "Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}]}
            """
        let stage = try await Stage(policies: ["alice": policy])
        try await stage.service.run(
            IAM.UpdateLoginProfile.self, .init(userName: "alice", passwordResetRequired: true))
        let outcome = try await stage.prove(try await stage.ticket(), stage.code())
        guard case .asks(.newPassword, let ticket) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        let replaced = try await stage.signIn.replacePassword(
            ticket, old: LoginProfilesTests.password, new: Secret("Another-Heron-18"),
            stage.service.facts())
        guard case .session(_, let session) = replaced else {
            Issue.record("\(replaced)")
            return
        }
        #expect(session.secondFactorAt == stage.service.clock.now)
    }

    @Test("a ticket for a new password is worth nothing once a device was assigned")
    func staleTicket() async throws {
        let service = try await LoginProfilesTests.service(
            policies: ["alice": Policies.allow("*")])
        let signIn = SignIn(service.services)
        try await service.run(
            IAM.UpdateLoginProfile.self, .init(userName: "alice", passwordResetRequired: true))
        guard
            case .asks(.newPassword, let ticket) = try await signIn.signIn(
                Self.alice, password: LoginProfilesTests.password, service.facts())
        else {
            Issue.record("no question")
            return
        }
        let app = try await service.makeAuthenticator("phone")
        try await service.enable(app, for: "alice")
        let outcome = try await signIn.replacePassword(
            ticket, old: LoginProfilesTests.password, new: Secret("Another-Heron-18"),
            service.facts())
        guard case .ticketNotValid = outcome else {
            Issue.record("\(outcome)")
            return
        }
        let again = try await signIn.signIn(
            Self.alice, password: LoginProfilesTests.password, service.facts())
        guard case .asks(.secondFactor, _) = again else {
            Issue.record("\(again)")
            return
        }
    }

    @Test("a right password after which the device is not proved is recorded")
    func checked() async throws {
        let stage = try await Stage()
        _ = try await stage.ticket()
        let records = try await stage.service.auditRecords().filter { $0.name == "CheckMfa" }
        #expect(records.count == 1)
        #expect(records.first?.record.contains(#""userName":"alice""#) == true)
    }

    @Test("sign-ins and failures say which device was used, and never a code")
    func audit() async throws {
        let stage = try await Stage()
        let (wrong, right) = (stage.wrongCode(), stage.code())
        _ = try await stage.prove(try await stage.ticket(), wrong)
        _ = try await stage.prove(try await stage.ticket(), right)
        let records = try await stage.service.auditRecords().filter { $0.name == "ConsoleLogin" }
            .map(\.record)
        #expect(records.count == 2)
        let used = #""MFAIdentifier":"\#(stage.app.serialNumber)","MFAUsed":"Yes""#
        #expect(records.allSatisfy { $0.contains(used) })
        #expect(records.filter { $0.contains(#"{"ConsoleLogin":"Failure"}"#) }.count == 1)
        #expect(!records.contains { $0.contains(wrong.reveal()) || $0.contains(right.reveal()) })
    }

    @Test("requests of a session with a second factor say so and how old it is; long-term keys not")
    func conditionKeys() async throws {
        func policy(_ condition: String) -> String {
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListUsers",
             "Resource":"*","Condition":{\(condition)}}]}
            """
        }
        let present = #""Bool":{"aws:MultiFactorAuthPresent":"true"}"#
        let recent = #""NumericLessThan":{"aws:MultiFactorAuthAge":"100"}"#
        let absent =
            #""Null":{"aws:MultiFactorAuthPresent":"true","aws:MultiFactorAuthAge":"true"}"#
        let stage = try await Stage()
        let service = stage.service
        guard
            case .session(let token, _) = try await stage.prove(
                try await stage.ticket(), stage.code())
        else {
            Issue.record("no session")
            return
        }
        let made = try await service.run(IAM.CreateAccessKey.self, .init(userName: "alice"))
        let key = try #require(AccessKeyID(made.accessKey.accessKeyId))
        func mayList(_ condition: String, with key: AccessKeyID? = nil) async throws -> Bool {
            try await service.permit("alice", policy(condition))
            let signedIn = try await stage.signIn.signedIn(
                token.secret.reveal(), at: service.clock.now)
            var caller = try #require(signedIn).caller
            if let key {
                caller = Caller(
                    account: caller.account, principalID: caller.principalID,
                    credential: .accessKey(key))
            }
            return try await service.call("ListUsers", as: caller).error == nil
        }
        service.clock.advance(by: .seconds(90))
        #expect(try await mayList(present))
        #expect(try await mayList(recent))
        #expect(try await !mayList(absent))
        #expect(try await !mayList(present, with: key))
        #expect(try await !mayList(recent, with: key))
        #expect(try await mayList(absent, with: key))
        service.clock.advance(by: .seconds(10))
        #expect(try await !mayList(recent))
    }
}
