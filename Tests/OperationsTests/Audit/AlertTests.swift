import IAMIdentifiers
import IAMModel
import Store
import Synchronization
import TestSupport
import Testing

@testable import Operations

/// What an operator is told of: five things, and nothing besides.
@Suite struct AlertTests {
    private static let everything = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}
        """
    private static let little = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}]}
        """
    private static let administrator = "arn:aws:iam::aws:policy/AdministratorAccess"

    /// A service, and the alerts that its records gave reason for.
    private struct Watched {
        let service: TestService
        let told = Told()
        let delivery: AuditDelivery

        init(policies: [String: String] = ["admin": AlertTests.everything]) async throws {
            service = try await TestService(
                users: Array(policies.keys) + ["bob"], policies: policies, engine: .sqlite)
            let told = told
            delivery = AuditDelivery(
                service.services,
                to: AlertSink(service.services, target: "test") { alerts, _ in told.add(alerts) })
            _ = try await alerts()
        }

        /// Those since the last time.
        func alerts() async throws -> [Alert] {
            await service.services.afterwards.flush()
            while await delivery.turn() {}
            return told.takeAll()
        }

        func kinds() async throws -> [Alert.Kind] { try await alerts().map(\.kind) }
    }

    private final class Told: Sendable {
        private let alerts = Mutex<[Alert]>([])

        func add(_ more: [Alert]) { alerts.withLock { $0 += more } }

        func takeAll() -> [Alert] {
            alerts.withLock { alerts in
                defer { alerts = [] }
                return alerts
            }
        }
    }

    @Test("each sign-in of the root user is told of, and its calls once in an hour")
    func root() async throws {
        let watched = try await Watched()
        // The root user made the users, within this hour.
        for _ in 1...20 { try await watched.service.run(IAM.ListUsers.self, .init()) }
        #expect(try await watched.kinds() == [])
        watched.service.clock.advance(by: AlertSink.quiet)
        for _ in 1...20 { try await watched.service.run(IAM.ListUsers.self, .init()) }
        let alerts = try await watched.alerts()
        #expect(alerts.map(\.kind) == [.rootUserUsed])
        let alert = try #require(alerts.first)
        #expect(alert.eventName == "ListUsers" && alert.sourceAddress == "203.0.113.9")
        #expect(alert.principal == "arn:aws:iam::\(TestService.accountID):root")
        _ = try await watched.service.signInAsRoot()
        _ = try await watched.service.signInAsRoot()
        _ = try await watched.service.signInAsRoot(Secret("not the password"))
        #expect(try await watched.alerts().map(\.eventName) == ["ConsoleLogin", "ConsoleLogin"])
    }

    @Test("what users do is no alert, nor is what was refused")
    func users() async throws {
        let watched = try await Watched()
        let service = watched.service
        try await service.run(IAM.ListUsers.self, .init(), as: "admin")
        try await service.run(IAM.CreateAccessKey.self, .init(userName: "bob"), as: "admin")
        let refused = try await service.error(
            IAM.PutUserPolicy.self,
            .init(userName: "bob", policyName: "a", policyDocument: Self.everything), as: "bob")
        #expect(refused != nil)
        #expect(try await watched.kinds() == [])
    }

    @Test("a key of the root user is told of, and one that it makes for a user is not")
    func rootKey() async throws {
        let watched = try await Watched()
        try await watched.service.run(IAM.CreateAccessKey.self, .init(userName: "bob"))
        #expect(try await watched.kinds() == [])
        try await watched.service.run(IAM.CreateAccessKey.self, .init())
        #expect(try await watched.kinds() == [.rootAccessKeyCreated])
    }

    @Test("a device that was taken from a user is told of, with the user's name")
    func devices() async throws {
        let watched = try await Watched()
        let device = try await watched.service.makeAuthenticator("phone")
        try await watched.service.enable(device, for: "bob")
        #expect(try await watched.kinds() == [])
        try await watched.service.run(
            IAM.DeactivateMFADevice.self,
            .init(serialNumber: device.serialNumber, userName: "bob"), as: "admin")
        let alerts = try await watched.alerts()
        #expect(alerts.map(\.kind) == [.mfaDeviceRemoved])
        #expect(alerts.first?.subject == "bob, \(device.serialNumber)")
    }

    @Test("policies that allow everything are told of, wherever they are written or attached")
    func policies() async throws {
        let watched = try await Watched()
        let service = watched.service
        func kinds(_ body: () async throws -> Void) async throws -> [Alert.Kind] {
            try await body()
            return try await watched.kinds()
        }
        for (document, expected) in [
            (Self.everything, [Alert.Kind.everythingGranted]), (Self.little, []),
        ] {
            let user = try await kinds {
                try await service.run(
                    IAM.PutUserPolicy.self,
                    .init(userName: "bob", policyName: "a", policyDocument: document), as: "admin")
            }
            #expect(user == expected)
        }
        let attached = try await kinds {
            try await service.run(
                IAM.AttachUserPolicy.self, .init(userName: "bob", policyArn: Self.administrator),
                as: "admin")
            try await service.run(
                IAM.AttachUserPolicy.self,
                .init(userName: "bob", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess"),
                as: "admin")
        }
        #expect(attached == [.everythingGranted])
        let arn = "arn:aws:iam::\(TestService.accountID):policy/team/own"
        let made = try await kinds {
            try await service.run(
                IAM.CreatePolicy.self,
                .init(policyName: "own", policyDocument: Self.little, path: "/team/"), as: "admin")
            try await service.run(
                IAM.AttachUserPolicy.self, .init(userName: "bob", policyArn: arn), as: "admin")
        }
        #expect(made == [])
        let versions = try await kinds {
            try await service.run(
                IAM.CreatePolicyVersion.self,
                .init(policyArn: arn, policyDocument: Self.everything),
                as: "admin")
            try await service.run(
                IAM.SetDefaultPolicyVersion.self, .init(policyArn: arn, versionId: "v2"),
                as: "admin")
        }
        #expect(versions == [.everythingGranted, .everythingGranted])
    }

    @Test("a record that is not what was written is told of once in an hour")
    func damage() async throws {
        let watched = try await Watched()
        try await watched.service.services.database.write { transaction in
            try transaction.execute("UPDATE audit_event SET record = '{}' WHERE sequence = 1")
        }
        let digests = AuditDigests(watched.service.services)
        for _ in 1...3 { try await digests.signDue() }
        #expect(try await watched.kinds() == [.auditRecordDamaged])
        watched.service.clock.advance(by: AuditDigests.interval + .seconds(1))
        try await digests.signDue()
        #expect(try await watched.kinds() == [.auditRecordDamaged])
    }

    @Test("no name that a user chose is in what people read")
    func names() async throws {
        let service = try await TestService(engine: .sqlite)
        let delivery = AuditDelivery(
            service.services,
            to: AlertSink.mail(service.services, to: "security@example.com", in: .english))
        try await service.makeUser("www.evil.example")
        try await service.run(
            IAM.PutUserPolicy.self,
            .init(
                userName: "www.evil.example", policyName: "click.example",
                policyDocument: Self.everything))
        while await delivery.turn() {}
        let mail = try await service.mail(to: "security@example.com")
        let texts = mail.flatMap { [$0.text, $0.html, $0.subject] }
        #expect(texts.contains { $0.contains("PutUserPolicy was called with a policy") })
        #expect(!texts.contains { $0.contains("evil") || $0.contains("click") })
    }

    @Test("a mail tells of all that happened at once, in the operator's language")
    func mail() async throws {
        for (language, words) in [(Language.english, "Security alert"), (.korean, "보안 알림")] {
            let service = try await TestService(engine: .sqlite)
            let address = "security@example.com"
            let delivery = AuditDelivery(
                service.services, to: AlertSink.mail(service.services, to: address, in: language))
            try await service.run(IAM.CreateAccessKey.self, .init())
            while await delivery.turn() {}
            let mail = try await service.mail(to: address)
            #expect(mail.count == 1)
            #expect(mail.first?.subject.contains(words) == true)
            #expect(mail.first?.text.contains("203.0.113.9") == true)
        }
    }
}
