import Credentials
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// What the operator does with MFA devices.
@Suite struct OperatorToolsMFATests {
    private static let account = TestService.accountID
    private static let seed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

    /// A service whose root user has authenticator apps of these names.
    private func service(_ names: [String]) async throws -> TestService {
        let service = try await TestService(users: ["alice"])
        for name in names {
            try await service.enable(try await service.makeAuthenticator(name), for: nil)
        }
        return service
    }

    private static func arn(_ name: String) -> String { "arn:aws:iam::\(account):mfa/\(name)" }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var which: OperatorTools.RootDevices
        var removed: [String]
        var left: [String]
    }

    static let removals = [
        Case(
            testDescription: "all devices", which: .all, removed: [arn("a"), arn("b")], left: []),
        Case(
            testDescription: "one by its serial number, whatever its case",
            which: .one(serialNumber: arn("B")), removed: [arn("b")], left: [arn("a")]),
    ]

    @Test(arguments: removals) func removes(_ c: Case) async throws {
        let service = try await service(["a", "b"])
        let tools = OperatorTools(service.services)
        let root = try await service.caller()
        let alice = try await service.caller("alice")
        #expect(try await tools.removeRootMFADevices(of: Self.account, c.which) == c.removed)
        #expect(try await tools.rootMFADevices(of: Self.account).map(\.serialNumber) == c.left)
        await #expect(throws: IAMError.invalidClientTokenId) {
            try await service.pipeline.run(
                STS.GetCallerIdentity.self, .init(), as: root, service.facts())
        }
        _ = try await service.pipeline.run(
            STS.GetCallerIdentity.self, .init(), as: alice, service.facts())
        let record = try #require(
            try await service.auditRecords().first { $0.name == "RootMFADevicesRemoved" })
        #expect(record.record.contains(#""userIdentity":{"type":"Operator"}"#))
        #expect(c.removed.allSatisfy(record.record.contains))
        let mail = try #require(try await service.mail().first)
        #expect(mail.subject.hasSuffix("were removed") && mail.text.contains("operator"))
    }

    @Test("the only device is removed without being named, and the root user then needs none")
    func theOnlyOne() async throws {
        let service = try await service(["a"])
        let tools = OperatorTools(service.services)
        #expect(try await tools.removeRootMFADevices(of: Self.account, .only) == [Self.arn("a")])
        let outcome = try await SignIn(service.services).signIn(
            .root(email: TestService.rootEmail), password: TestService.rootPassword,
            service.facts())
        guard case .session = outcome else {
            Issue.record("\(outcome)")
            return
        }
        // Nothing is left of it: who finds the phone knows its seed.
        let rows = try await StoreContents(of: service.services.database).rows["mfa_device"]
        #expect(rows == [])
    }

    @Test("what is not there, and what is not named, is refused and nothing is removed")
    func refusals() async throws {
        let service = try await service(["a", "b"])
        let tools = OperatorTools(service.services)
        let before = try await StoreContents(of: service.services.database)
        await #expect(throws: MFARefusal.severalDevices) {
            try await tools.removeRootMFADevices(of: Self.account, .only)
        }
        await #expect(throws: MFARefusal.noSuchDevice("x")) {
            try await tools.removeRootMFADevices(of: Self.account, .one(serialNumber: "x"))
        }
        let nowhere = try #require(AccountID("999999999999"))
        await #expect(throws: AccountRefusal.noSuchAccount) {
            try await tools.removeRootMFADevices(of: nowhere, .all)
        }
        #expect(try await StoreContents(of: service.services.database) == before)
        let bare = try await self.service([])
        await #expect(throws: MFARefusal.noDevices) {
            try await OperatorTools(bare.services).removeRootMFADevices(of: Self.account, .all)
        }
    }

    // MARK: Tokens

    private func importing(
        _ text: String, into service: TestService, replacing: Bool = false
    ) async throws -> OperatorTools.Imported {
        try await OperatorTools(service.services).importTokens(
            TokenFile.tokens(in: text), into: Self.account, replacing: replacing)
    }

    @Test("an imported token is nobody's until it is assigned, and then shows codes that are taken")
    func imports() async throws {
        let service = try await service([])
        let imported = try await importing(
            "GAHT12345678,\(Self.seed)\nGAHT12345679,\(Self.seed)", into: service)
        #expect((imported.added, imported.replaced) == (2, 0))
        #expect(
            try await service.run(IAM.ListMFADevices.self, .init(userName: "alice")).mfaDevices
                == [])
        let token = TestAuthenticator(serialNumber: "GAHT12345678", seed: Self.seed)
        try await service.enable(token, for: "alice")
        let devices = try await service.run(IAM.ListMFADevices.self, .init(userName: "alice"))
        #expect(devices.mfaDevices.map(\.serialNumber) == ["GAHT12345678"])
        let record = try #require(
            try await service.auditRecords().first { $0.name == "HardwareMFADevicesImported" })
        #expect(record.record.contains(#""added":2"#) && !record.record.contains(Self.seed))
        let contents = try await StoreContents(of: service.services.database)
        #expect(!"\(contents.rows)".contains(Self.seed))
    }

    @Test("all tokens are imported or none, and the line says why")
    func allOrNothing() async throws {
        let service = try await service([])
        _ = try await importing("GAHT12345678,\(Self.seed)", into: service)
        let before = try await StoreContents(of: service.services.database)
        let text = "serial,seed\nGAHT12345670,\(Self.seed)\ngaht12345678,\(Self.seed)"
        do {
            _ = try await importing(text, into: service)
            Issue.record("it was imported")
        } catch let error as TokenRefusal {
            #expect(error.line == 3 && error.problem == .exists("gaht12345678"))
        }
        #expect(try await StoreContents(of: service.services.database) == before)
    }

    @Test(
        "a token that nobody uses gets another seed when that is asked for; an assigned one never")
    func replaces() async throws {
        let service = try await service([])
        let other = String(Self.seed.reversed())
        _ = try await importing(
            "GAHT12345678,\(other)\nGAHT12345679,\(Self.seed)", into: service)
        let imported = try await importing(
            "GAHT12345678,\(Self.seed)\nGAHT12345670,\(Self.seed)", into: service, replacing: true)
        #expect((imported.added, imported.replaced) == (1, 1))
        try await service.enable(
            TestAuthenticator(serialNumber: "GAHT12345678", seed: Self.seed), for: "alice")
        let before = try await StoreContents(of: service.services.database)
        for replacing in [false, true] {
            do {
                _ = try await importing(
                    "GAHT12345679,\(other)\nGAHT12345678,\(other)", into: service,
                    replacing: replacing)
                Issue.record("it was imported")
            } catch let error as TokenRefusal {
                let serial = replacing ? "GAHT12345678" : "GAHT12345679"
                #expect(error.problem == (replacing ? .assigned(serial) : .exists(serial)))
            }
        }
        #expect(try await StoreContents(of: service.services.database) == before)
    }
}
