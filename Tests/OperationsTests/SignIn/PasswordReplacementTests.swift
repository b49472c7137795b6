import Credentials
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

@Suite struct PasswordReplacementTests {
    static let old = LoginProfilesTests.password
    static let new = Secret("Other-Fish-88")
    private let alice = SignInClaim.user(account: "123456789012", name: "alice")

    /// A service whose alice must replace her password, and the ticket with which she may.
    private func waiting(
        policies: [String: String] = ["alice": Policies.allow("iam:ChangePassword")]
    ) async throws -> (TestService, SignIn, ticket: Secret) {
        let service = try await LoginProfilesTests.service(policies: policies)
        try await service.run(
            IAM.UpdateLoginProfile.self, .init(userName: "alice", passwordResetRequired: true))
        let signIn = SignIn(service.services)
        let outcome = try await signIn.signIn(alice, password: Self.old, service.facts())
        guard case .asks(.newPassword, let ticket) = outcome else {
            throw SignIn.NoSession(outcome: outcome)
        }
        return (service, signIn, ticket)
    }

    @Test("a password that must be replaced opens no session until it was")
    func replaces() async throws {
        let (service, signIn, ticket) = try await waiting()
        #expect(try await signIn.signedIn(ticket.reveal(), at: service.clock.now) == nil)
        let outcome = try await signIn.replacePassword(
            ticket, old: Self.old, new: Self.new, service.facts())
        guard case .session(let token, _) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(
            try await signIn.signedIn(token.secret.reveal(), at: service.clock.now)?.principal
                .userName == "alice")
        let names = try await service.auditRecords().map(\.name)
        #expect(names.contains("ChangePassword"))
        #expect(names.contains("ConsoleLogin"))
        // The ticket was for the password that is no more.
        let again = try await signIn.replacePassword(
            ticket, old: Self.new, new: Secret("Third-Bird-99"), service.facts())
        guard case .ticketNotValid = again else {
            Issue.record("\(again)")
            return
        }
    }

    @Test("without permission to change it the password stays, and so does the door")
    func needsPermission() async throws {
        let (service, signIn, ticket) = try await waiting(policies: [:])
        await #expect(throws: IAMError.self) {
            try await signIn.replacePassword(
                ticket, old: Self.old, new: Self.new, service.facts())
        }
        let outcome = try await signIn.signIn(alice, password: Self.old, service.facts())
        guard case .asks(.newPassword, _) = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test("a wrong old password and a weak new one are refused with the operation's words")
    func refusals() async throws {
        let (service, signIn, ticket) = try await waiting()
        await #expect(throws: IAMError.accessDenied("The old password was incorrect.")) {
            try await signIn.replacePassword(
                ticket, old: Secret("wrong"), new: Self.new, service.facts())
        }
        await #expect(
            throws: IAMError.passwordPolicyViolation("Password should have a minimum length of 8")
        ) {
            try await signIn.replacePassword(
                ticket, old: Self.old, new: Secret("short"), service.facts())
        }
    }

    @Test("a ticket ends after ten minutes, with its password, or with any changed character")
    func ticketEnds() async throws {
        let (service, signIn, ticket) = try await waiting()
        func isValid(_ ticket: Secret) async throws -> Bool {
            do {
                let outcome = try await signIn.replacePassword(
                    ticket, old: Secret("wrong"), new: Self.new, service.facts())
                if case .ticketNotValid = outcome { return false }
                return true
            } catch let error as IAMError {
                return error.code == .accessDenied
            }
        }
        #expect(try await isValid(ticket))
        let text = Array(ticket.reveal())
        for place in stride(from: 0, to: text.count, by: 7) {
            var changed = text
            changed[place] = changed[place] == "A" ? "B" : "A"
            #expect(try await !isValid(Secret(String(changed))))
        }
        service.clock.advance(by: .seconds(599))
        #expect(try await isValid(ticket))
        service.clock.advance(by: .seconds(1))
        #expect(try await !isValid(ticket))
    }

    @Test("a ticket ends when an administrator sets another password")
    func administratorIsQuicker() async throws {
        let (service, signIn, ticket) = try await waiting()
        try await service.run(
            IAM.UpdateLoginProfile.self, .init(userName: "alice", password: Self.new))
        let outcome = try await signIn.replacePassword(
            ticket, old: Self.old, new: Secret("Third-Bird-99"), service.facts())
        guard case .ticketNotValid = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    struct Age: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var days: Int
        var isHard = false
        var expected: String
    }

    static let ages = [
        Age(testDescription: "the day before, it opens", days: 29, expected: "session"),
        Age(
            testDescription: "on the day, it must be replaced", days: 30,
            expected: "asks(Operations.SignInQuestion.newPassword"),
        Age(
            testDescription: "on the day, only an administrator may replace it", days: 30,
            isHard: true, expected: "passwordExpired"),
    ]

    @Test(arguments: ages) func expiry(_ c: Age) async throws {
        let service = try await LoginProfilesTests.service()
        try await service.run(
            IAM.UpdateAccountPasswordPolicy.self,
            .init(maxPasswordAge: 30, hardExpiry: c.isHard))
        service.clock.advance(by: .seconds(c.days * 86_400))
        let outcome = try await SignIn(service.services).signIn(
            alice, password: Self.old, service.facts())
        #expect("\(outcome)".hasPrefix(c.expected))
    }
}
