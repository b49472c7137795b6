import Credentials
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// The check of an account's security measures itself, and tells nobody more than they may know.
@Suite struct SecurityCheckTests {
    private static let administratorAccess = "arn:aws:iam::aws:policy/AdministratorAccess"
    private static let password = Secret("A long passw0rd!")

    private static func allow(_ actions: [String]) -> String {
        let list = actions.map { "\"\($0)\"" }.joined(separator: ",")
        return #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":[\#(list)],"#
            + #""Resource":"*"}}"#
    }

    private static func check(
        _ service: TestService, as user: String? = nil
    ) async throws -> SecurityCheck.Output {
        let check = try await service.run(SecurityCheck.self, .init(), as: user)
        await service.services.keep(check, of: TestService.accountID, at: service.clock.now)
        await service.services.afterwards.flush()
        return check
    }

    private static func holding(_ check: SecurityCheck.Output) -> [SecurityCheck.Subject] {
        check.lines.filter { $0.holds == true }.map(\.subject)
    }

    private static func makeAdministrator(
        _ name: String, _ service: TestService
    ) async throws {
        try await service.makeUser(name)
        try await service.run(
            IAM.CreateLoginProfile.self, .init(userName: name, password: password))
        try await service.run(
            IAM.AttachUserPolicy.self,
            .init(userName: name, policyArn: administratorAccess))
    }

    private static func signIn(
        _ service: TestService, password: Secret = TestService.rootPassword
    ) async throws {
        _ = try await SignIn(service.services).signIn(
            .root(email: TestService.rootEmail), password: password, service.facts())
    }

    @Test("each line changes with what it is about, and back")
    func lines() async throws {
        let service = try await TestService()
        // A root user who was never used has used nothing lately.
        #expect(Self.holding(try await Self.check(service)) == [.rootKeys, .rootUse])
        let key = try await service.run(IAM.CreateAccessKey.self, .init()).accessKey
        #expect(Self.holding(try await Self.check(service)) == [.rootUse])
        try await service.run(
            IAM.UpdateAccessKey.self, .init(accessKeyId: key.accessKeyId, status: .inactive))
        try await Self.signIn(service)
        #expect(Self.holding(try await Self.check(service)) == [.rootKeys])

        try await Self.makeAdministrator("alice", service)
        var check = try await Self.check(service)
        #expect(Self.holding(check) == [.rootKeys, .administrator])
        #expect(check.administrator == "alice" && check.administratorWithoutMFA == "alice")
        try await service.enable(service.makeAuthenticator("alice"), for: "alice")
        try await service.enable(service.makeAuthenticator("root"), for: nil)
        try await service.run(
            IAM.UpdateAccountPasswordPolicy.self, .init(minimumPasswordLength: 12))
        try await service.run(IAM.CreateAccountAlias.self, .init(accountAlias: "example"))
        try await service.services.database.write {
            try $0.execute(
                """
                INSERT INTO alternate_contact (account_id, contact_type, name, title, email,
                    phone_number)
                VALUES (\(TestService.accountID), 'SECURITY', 'A', 'B', 'c@example.com', '1')
                """)
        }
        check = try await Self.check(service)
        #expect(check.passed == 7 && check.lines.count == 8)
        service.clock.advance(by: .seconds(86_400 * SecurityCheck.days))
        #expect(try await Self.check(service).passed == 8)
        try await service.run(IAM.DeleteAccountAlias.self, .init(accountAlias: "example"))
        #expect(try await Self.check(service).lines.last { $0.holds == false }?.subject == .alias)
    }

    struct Person: CustomTestStringConvertible {
        var testDescription: String
        var policies: [String] = []
        var attached: [String] = []
        var group: String?
        var hasPassword = true
        var boundary: String?
        var isAdministrator: Bool
    }

    private static let aws = "arn:aws:iam::aws:policy/"
    private static let everything = allow(["*"])
    private static let needsMFA =
        #"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*","#
        + #""Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}}"#
    private static let denied =
        #"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"iam:*","Resource":"*"}}"#

    static let people = [
        Person(
            testDescription: "AdministratorAccess", attached: ["AdministratorAccess"],
            isAdministrator: true),
        Person(
            testDescription: "AdministratorAccess by a group", group: "AdministratorAccess",
            isAdministrator: true),
        Person(
            testDescription: "everything by an inline policy", policies: [everything],
            isAdministrator: true),
        Person(
            testDescription: "everything, after a second factor",
            policies: [everything, needsMFA], isAdministrator: true),
        Person(
            testDescription: "without a password", attached: ["AdministratorAccess"],
            hasPassword: false, isAdministrator: false),
        Person(
            testDescription: "within a boundary", attached: ["AdministratorAccess"],
            boundary: "ReadOnlyAccess", isAdministrator: false),
        Person(
            testDescription: "a Deny of IAM", policies: [denied],
            attached: ["AdministratorAccess"], isAdministrator: false),
        Person(
            testDescription: "PowerUserAccess", attached: ["PowerUserAccess"],
            isAdministrator: false),
        Person(
            testDescription: "IAMFullAccess", attached: ["IAMFullAccess", "ReadOnlyAccess"],
            isAdministrator: false),
        Person(testDescription: "nothing", isAdministrator: false),
    ]

    @Test(arguments: people) func anAdministratorMayDoEverything(_ person: Person) async throws {
        let service = try await TestService()
        try await service.run(
            IAM.CreateUser.self,
            .init(userName: "alice", permissionsBoundary: person.boundary.map { Self.aws + $0 }))
        if person.hasPassword {
            try await service.run(
                IAM.CreateLoginProfile.self, .init(userName: "alice", password: Self.password))
        }
        for (number, document) in person.policies.enumerated() {
            try await service.run(
                IAM.PutUserPolicy.self,
                .init(userName: "alice", policyName: "p\(number)", policyDocument: document))
        }
        for name in person.attached {
            try await service.run(
                IAM.AttachUserPolicy.self, .init(userName: "alice", policyArn: Self.aws + name))
        }
        if let name = person.group {
            try await service.run(IAM.CreateGroup.self, .init(groupName: "admins"))
            try await service.run(
                IAM.AttachGroupPolicy.self,
                .init(groupName: "admins", policyArn: Self.aws + name))
            try await service.run(
                IAM.AddUserToGroup.self, .init(groupName: "admins", userName: "alice"))
        }
        let check = try await Self.check(service)
        #expect(Self.holding(check).contains(.administrator) == person.isAdministrator)
        let found = try await service.services.administrator(of: TestService.accountID)
        #expect(found == (person.isAdministrator ? "alice" : nil))
    }

    static let permissions: [(actions: [String], told: Set<SecurityCheck.Subject>)] = [
        ([], []), (["iam:GetAccountSummary"], [.rootMFA, .rootKeys]),
        (["iam:GetCredentialReport"], [.rootUse]),
        (["iam:GetAccountAuthorizationDetails"], [.administrator]),
        (
            ["iam:GetAccountAuthorizationDetails", "iam:GetCredentialReport"],
            [.rootUse, .administrator, .administratorMFA]
        ),
        (["iam:GetAccountPasswordPolicy"], [.passwordPolicy]),
        (["iam:ListAccountAliases"], [.alias]),
        (["account:GetAlternateContact"], [.contact]), (["cloudtrail:LookupEvents"], []),
        (["*"], Set(SecurityCheck.Subject.allCases)),
    ]

    @Test(arguments: permissions)
    func noLineIsToldToWhoMayNotKnow(
        _ actions: [String], _ told: Set<SecurityCheck.Subject>
    ) async throws {
        let service = try await TestService(
            users: ["bob"], policies: actions.isEmpty ? [:] : ["bob": Self.allow(actions)])
        try await Self.makeAdministrator("alice", service)
        try await Self.signIn(service)
        await service.services.afterwards.flush()
        _ = try await Self.check(service)
        let check = try await Self.check(service, as: "bob")
        #expect(check.lines.map(\.subject) == SecurityCheck.Subject.allCases)
        #expect(Set(check.lines.filter { $0.holds != nil }.map(\.subject)) == told)
        let all = actions == ["*"]
        #expect((check.rootSignIns != nil) == (all || actions == ["cloudtrail:LookupEvents"]))
        #expect((check.administrator != nil) == told.contains(.administrator))
        #expect((check.administratorWithoutMFA != nil) == told.contains(.administratorMFA))
        #expect((check.rootLastUsedAt != nil) == told.contains(.rootUse))
        #expect((check.newcomers != nil) == told.contains(.administrator))
        #expect((check.passed != nil) == all && check.scores.isEmpty != all)
    }

    @Test("that all administrators have a second factor is not said of more than are looked at")
    func manyAdministrators() async throws {
        let service = try await TestService()
        for number in 10..<31 {
            let name = "a\(number)"
            try await Self.makeAdministrator(name, service)
            try await service.enable(service.makeAuthenticator(name), for: name)
        }
        func line() async throws -> Bool? {
            try await Self.check(service).lines.first { $0.subject == .administratorMFA }?.holds
        }
        #expect(try await line() == nil)
        try await service.run(IAM.DeleteLoginProfile.self, .init(userName: "a30"))
        #expect(try await line() == true)
    }

    @Test("whoever may not read one kind of contact is not told whether there is one")
    func deniedContact() async throws {
        let policy = """
            {"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Action":"account:*","Resource":"*"},
            {"Effect":"Deny","Action":"account:*","Resource":"*","Condition":{"StringEquals":
            {"account:AlternateContactTypes":"SECURITY"}}}]}
            """
        let service = try await TestService(users: ["bob"], policies: ["bob": policy])
        func line() async throws -> Bool? {
            try await Self.check(service, as: "bob").lines.first { $0.subject == .contact }?.holds
        }
        func put(_ kind: AccountManagement.Shape.AlternateContactType) async throws {
            try await service.run(
                AccountManagement.PutAlternateContact.self,
                .init(
                    name: Secret("A"), title: Secret("B"), emailAddress: Secret("a@example.com"),
                    phoneNumber: Secret("+1 555 0100"), alternateContactType: kind))
        }
        #expect(try await line() == nil)
        try await put(.security)
        #expect(try await line() == nil)
        try await put(.billing)
        #expect(try await line() == true)
    }

    @Test("the score is kept when it changes, and a look that changes nothing writes none")
    func history() async throws {
        let service = try await TestService()
        func scores() async throws -> [Int] {
            try await service.services.database.read {
                try SecurityScoreTable($0, of: TestService.accountID).latest(limit: 9)
            }.map(\.passed)
        }
        for _ in 0..<3 {
            _ = try await Self.check(service)
            service.clock.advance(by: .seconds(1))
        }
        #expect(try await scores() == [2])
        try await service.run(IAM.CreateAccountAlias.self, .init(accountAlias: "example"))
        // Two who look at once see the same change; it is kept once.
        let (one, two) = (
            try await service.run(SecurityCheck.self, .init()),
            try await service.run(SecurityCheck.self, .init())
        )
        for check in [one, two] {
            #expect(check.isNewAnswer && check.scores.map(\.passed) == [2])
            await service.services.keep(
                check, of: TestService.accountID, at: service.clock.now)
            await service.services.afterwards.flush()
        }
        #expect(try await scores() == [3, 2])
        let check = try await Self.check(service)
        #expect(!check.isNewAnswer && check.scores.map(\.passed) == [3, 2])
    }

    @Test("sign-ins of the root user are told with address, second factor and failure")
    func rootSignIns() async throws {
        let service = try await TestService()
        // A browser cannot call itself into another answer.
        let facts = RequestFacts(
            requestID: "1", now: service.clock.now, sourceAddress: "198.51.100.7",
            userAgent: #"x","sourceIPAddress":"1.2.3.4","MFAUsed":"Yes","ConsoleLogin"#)
        _ = try await SignIn(service.services).signIn(
            .root(email: TestService.rootEmail), password: TestService.rootPassword, facts)
        service.clock.advance(by: .seconds(1))
        try await Self.signIn(service, password: Secret("wrong"))
        await service.services.afterwards.flush()
        let check = try await Self.check(service)
        #expect(
            check.rootSignIns == [
                RootSignIn(
                    at: service.clock.now, sourceAddress: "203.0.113.9", usedMFA: false,
                    succeeded: false),
                RootSignIn(
                    at: service.clock.now - .seconds(1), sourceAddress: "198.51.100.7",
                    usedMFA: false, succeeded: true),
            ])
    }

    @Test("one check is one record, and is nobody's refusal")
    func record() async throws {
        let service = try await TestService(users: ["bob"])
        let before = try await service.auditRecords().count
        service.clock.advance(by: .seconds(1))
        _ = try await service.run(SecurityCheck.self, .init(), as: "bob")
        let records = try await service.auditRecords().dropLast(before)
        #expect(records.map(\.name) == ["CheckSecurity"])
        #expect(records[0].record.contains(#""eventType":"AwsConsoleAction""#))
        #expect(!records[0].record.contains("errorCode"))
    }
}
