import Credentials
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// Another owner for an account.
@Suite struct OwnershipTransferTests {
    private static let newOwner = "new@example.org"
    private static let newPassword = Secret("Blue-Whale-77")

    private struct Stage {
        let service: TestService
        let rootUser: RootUser
        let caller: Caller
        let transfer: TransferOffer

        init() async throws {
            service = try await TestService(users: ["alice"])
            rootUser = RootUser(service.services)
            caller = try await service.caller()
            transfer = TransferOffer(service.services)
        }

        func offer(_ email: String = OwnershipTransferTests.newOwner) async throws {
            try await rootUser.offerTransfer(
                to: email, RootProof(password: TestService.rootPassword), as: caller,
                service.facts(), address: TestService.link)
        }

        func token() async throws -> RandomToken {
            try #require(try await service.token(to: OwnershipTransferTests.newOwner))
        }

        func accept(_ token: RandomToken) async throws -> Bool {
            try await transfer.accept(
                token, password: OwnershipTransferTests.newPassword,
                service.facts(from: "192.0.2.7"))
        }

        func email() async throws -> String? {
            try await OperatorTools(service.services).account(TestService.accountID.description)?
                .email
        }
    }

    @Test("accepting ends everything of the owner before, and the new one begins with a device")
    func accepted() async throws {
        let stage = try await Stage()
        let service = stage.service
        let key = try await service.run(IAM.CreateAccessKey.self, .init()).accessKey
        let aliceKey = try await service.run(
            IAM.CreateAccessKey.self, .init(userName: "alice")
        ).accessKey
        _ = try await service.run(
            IAM.UploadSigningCertificate.self,
            .init(certificateBody: try TestCertificate("root").pem))
        let app = try await service.makeAuthenticator("phone")
        try await service.run(
            AccountManagement.PutAlternateContact.self,
            .init(
                name: Secret("Old Owner"), title: Secret("Owner"),
                emailAddress: Secret("old@example.com"),
                phoneNumber: Secret("+1 555 0100"), alternateContactType: .billing))
        try await stage.offer()
        try await service.enable(app, for: nil)
        let token = try await stage.token()
        let offered = try await stage.transfer.offered(byLink: token, at: service.clock.now)
        #expect(offered?.accountName == "Example" && offered?.email == Self.newOwner)
        #expect(try await stage.email() == TestService.rootEmail)

        #expect(try await stage.accept(token))
        #expect(try await stage.email() == Self.newOwner)
        await #expect(throws: IAMError.invalidClientTokenId) {
            _ = try await stage.rootUser.facts(of: stage.caller, service.facts())
        }
        guard case .wrongCredentials = try await service.signInAsRoot(),
            case .session(let session, _) = try await service.signInAsRoot(
                Self.newPassword, email: Self.newOwner)
        else {
            Issue.record("the new owner is not the only one")
            return
        }
        let signedIn = try await SignIn(service.services).signedIn(
            session.secret.reveal(), at: service.clock.now)
        #expect(signedIn?.deviceNeed == .now)
        let keys = try await service.run(IAM.ListAccessKeys.self, .init()).accessKeyMetadata
        #expect(keys.isEmpty)
        let certificates = try await service.run(IAM.ListSigningCertificates.self, .init())
        #expect(certificates.certificates.isEmpty)
        #expect(try await service.run(IAM.ListMFADevices.self, .init()).mfaDevices.isEmpty)
        let contact = try await service.error(
            AccountManagement.GetAlternateContact.self, .init(alternateContactType: .billing))
        #expect(contact?.description.hasPrefix("ResourceNotFoundException") == true)
        let theirs = try await service.run(IAM.ListAccessKeys.self, .init(userName: "alice"))
        #expect(theirs.accessKeyMetadata.map(\.accessKeyId) == [aliceKey.accessKeyId])
        #expect(key.accessKeyId != aliceKey.accessKeyId)
        for address in [TestService.rootEmail, Self.newOwner] {
            let subject = try await service.subjects(to: address).first {
                $0.contains("another owner")
            }
            #expect(subject != nil)
        }
        #expect(try await !stage.accept(token))
    }

    @Test("a link is used once, ends after a quarter of an hour, and can be sent again")
    func links() async throws {
        let stage = try await Stage()
        try await stage.offer()
        let first = try await stage.token()
        stage.service.clock.advance(by: MailLink.life)
        #expect(try await !stage.accept(first))
        #expect(
            try await stage.rootUser.sendTransferAgain(
                as: stage.caller, stage.service.facts(), address: TestService.link))
        let second = try await stage.token()
        #expect(try await !stage.accept(first))
        #expect(try await stage.accept(second))
        #expect(try await !stage.accept(second))
    }

    @Test("it can be cancelled until it is accepted, and the old owner is told of both")
    func cancelled() async throws {
        let stage = try await Stage()
        try await stage.offer()
        let token = try await stage.token()
        #expect(try await stage.rootUser.cancelTransfer(as: stage.caller, stage.service.facts()))
        #expect(try await !stage.accept(token))
        #expect(try await stage.email() == TestService.rootEmail)
        let subjects = try await stage.service.subjects()
        #expect(subjects.contains { $0.contains("cancelled") })
        #expect(subjects.contains { $0.contains("offered") })
        #expect(
            try await !stage.rootUser.sendTransferAgain(
                as: stage.caller, stage.service.facts(), address: TestService.link))
    }

    @Test("an offer ends after seven days, and with a new password")
    func ends() async throws {
        let stage = try await Stage()
        try await stage.offer()
        stage.service.clock.advance(by: RootUser.transferLife)
        let later = try await stage.service.caller()
        #expect(
            try await stage.rootUser.transfer(of: later, at: stage.service.clock.now) == nil)
        #expect(
            try await !stage.rootUser.sendTransferAgain(
                as: later, stage.service.facts(), address: TestService.link))
        let again = try await Stage()
        try await again.offer()
        let token = try await again.token()
        try await again.rootUser.changePassword(
            from: TestService.rootPassword, to: SignUpTests.password, as: again.caller,
            again.service.facts())
        #expect(try await !again.accept(token))
    }

    @Test("an address with an account is sent no link, and one's own is refused")
    func taken() async throws {
        let stage = try await Stage()
        let made = try await OperatorTools(stage.service.services).make(SignUpTests.request())
        try await stage.offer(made.account.email)
        #expect(try await stage.service.token(to: made.account.email) == nil)
        await #expect(throws: AccountRefusal.emailTaken) {
            try await stage.offer(TestService.rootEmail.uppercased())
        }
        let alice = try await stage.service.caller("alice")
        await #expect(throws: AccountRefusal.notRootUser) {
            try await stage.rootUser.offerTransfer(
                to: Self.newOwner, RootProof(password: TestService.rootPassword), as: alice,
                stage.service.facts(), address: TestService.link)
        }
    }
}
