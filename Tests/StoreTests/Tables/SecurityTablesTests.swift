import IAMIdentifiers
import Store
import TestSupport
import Testing

/// What the check of an account's security reads and keeps.
@Suite struct SecurityTablesTests {
    private static let (ours, theirs) = (TableFixture.ours, TableFixture.theirs)
    private static let start = TableFixture.start
    private static let administrator = "arn:aws:iam::aws:policy/AdministratorAccess"

    private static func score(_ passed: Int, at seconds: Int) -> SecurityScore {
        SecurityScore(measuredAt: start + .seconds(seconds), passed: passed, total: 8)
    }

    @Test("a score is kept when the answer changed, of each account its own")
    func scores() async throws {
        try await TableFixture().write { transaction in
            let table = SecurityScoreTable(transaction, of: Self.ours)
            for (passed, seconds) in [(3, 0), (3, 1), (4, 2), (4, 3), (3, 4)] {
                try table.record(Self.score(passed, at: seconds))
            }
            // One that comes late is of no use any more.
            try table.record(Self.score(7, at: 3))
            #expect(
                try table.latest(limit: 9) == [
                    Self.score(3, at: 4), Self.score(4, at: 2), Self.score(3, at: 0),
                ])
            #expect(try table.latest(limit: 1) == [Self.score(3, at: 4)])
            let others = SecurityScoreTable(transaction, of: Self.theirs)
            #expect(try others.latest(limit: 9).isEmpty)
        }
    }

    @Test("of one account no more than the latest hundred scores are kept")
    func bound() async throws {
        try await TableFixture().write { transaction in
            let others = SecurityScoreTable(transaction, of: Self.theirs)
            try others.record(Self.score(8, at: -1))
            let table = SecurityScoreTable(transaction, of: Self.ours)
            let count = SecurityScoreTable.perAccount + 5
            for number in 0..<count { try table.record(Self.score(number % 2, at: number)) }
            let kept = try table.latest(limit: 1_000)
            #expect(kept.count == SecurityScoreTable.perAccount)
            #expect(kept.first == Self.score((count - 1) % 2, at: count - 1))
            #expect(try others.latest(limit: 9).count == 1)
        }
    }

    /// What a user has.
    private enum Belonging { case password, device, named, other, inline, namedGroup, emptyGroup }

    private static func give(
        _ belongings: [Belonging], to user: User, _ number: Int, _ transaction: any Transaction
    ) throws {
        #expect(try UserTable(transaction, of: ours).insert(user))
        let attachments = PolicyAttachmentTable(transaction, of: ours)
        for belonging in belongings {
            switch belonging {
            case .password:
                let profile = LoginProfile(
                    account: ours, user: user.id, passwordHash: "hash", isResetRequired: false,
                    createdAt: start, changedAt: start)
                #expect(try LoginProfileTable(transaction, of: ours).insert(profile))
            case .device:
                let device = MFADevice(
                    account: ours, id: TableFixture.id(.mfaDevice, number), kind: .virtual,
                    serialNumber: "arn:aws:iam::\(ours):mfa/\(user.name)", createdAt: start,
                    assignment: .init(owner: user.id, enabledAt: start),
                    proof: .codes(.init(sealedSeed: [1])))
                #expect(try MFADeviceTable(transaction, of: ours).insert(device))
            case .named: _ = try attachments.attach(administrator, to: user.id, at: start)
            case .other:
                _ = try attachments.attach(
                    "arn:aws:iam::aws:policy/ReadOnlyAccess", to: user.id, at: start)
            case .inline:
                let policies = InlinePolicyTable(transaction, of: ours)
                try policies.put(.init(name: "p", document: "{}"), in: user.id)
            case .namedGroup, .emptyGroup:
                let group = TableFixture.group("g\(number)", number)
                let groups = GroupTable(transaction, of: ours)
                #expect(try groups.insert(group))
                try groups.add(user: user.id, to: group.id, at: start)
                if belonging == .namedGroup {
                    _ = try attachments.attach(administrator, to: group.id, at: start)
                }
            }
        }
    }

    @Test("candidates have a password and policies, those with the named policy first")
    func candidates() async throws {
        let users: [(String, [Belonging])] = [
            ("a-inline", [.password, .inline]), ("b-group", [.password, .namedGroup, .device]),
            ("c-no-password", [.named]), ("d-none", [.password]),
            ("e-direct", [.password, .named, .namedGroup]), ("f-member", [.password, .emptyGroup]),
            ("g-reader", [.password, .other]),
        ]
        try await TableFixture().write { transaction in
            for (number, (name, belongings)) in users.enumerated() {
                let user = TableFixture.user(name, number + 1)
                try Self.give(belongings, to: user, number + 1, transaction)
            }
            let table = AdministratorTable(transaction, of: Self.ours)
            let all = try table.candidates(with: Self.administrator, limit: 9)
            #expect(
                all.map(\.user.name) == ["b-group", "e-direct", "a-inline", "f-member", "g-reader"])
            #expect(all.map(\.hasMFA) == [true, false, false, false, false])
            for limit in 0...3 {
                let some = try table.candidates(with: Self.administrator, limit: limit)
                #expect(some == Array(all.prefix(limit)))
            }
            let others = AdministratorTable(transaction, of: Self.theirs)
            #expect(try others.candidates(with: Self.administrator, limit: 9).isEmpty)
        }
    }

    @Test("the sign-ins of a root user are found among all records, the latest first")
    func rootSignIns() async throws {
        func record(_ type: String, _ agent: String = "") -> String {
            #"{"eventVersion":"1.11","userIdentity":{"type":"\#(type)"},"userAgent":"\#(agent)"}"#
        }
        let events: [(String, AccountID, String, String)] = [
            ("1", Self.ours, "ConsoleLogin", record("Root")),
            ("2", Self.ours, "ConsoleLogin", record("IAMUser")),
            // The browser called itself so: quotation marks are escaped.
            (
                "3", Self.ours, "ConsoleLogin",
                record("IAMUser", #"\"userIdentity\":{\"type\":\"Root\""#)
            ),
            ("4", Self.ours, "CreateUser", record("Root")),
            ("5", Self.theirs, "ConsoleLogin", record("Root")),
            ("6", Self.ours, "ConsoleLogin", record("Root")),
        ]
        try await TableFixture(on: .sqlite).write { transaction in
            let table = AuditEventTable(transaction)
            for (number, (id, account, name, record)) in events.enumerated() {
                try table.append(
                    .init(
                        account: account, id: id, at: Self.start + .seconds(number), name: name,
                        record: record), nil)
            }
            #expect(try table.latestRootSignIns(of: Self.ours, limit: 5).map(\.id) == ["6", "1"])
            #expect(try table.latestRootSignIns(of: Self.ours, limit: 1).map(\.id) == ["6"])
            // The engine goes to them by their index, and looks at no other record.
            let plan = try transaction.rows(
                """
                EXPLAIN QUERY PLAN SELECT event_id FROM audit_event WHERE account_id = \(Self.ours)
                AND event_name = 'ConsoleLogin'
                AND record LIKE '%"userIdentity":{"type":"Root"%' ORDER BY at DESC LIMIT 5
                """)
            #expect(try plan.contains { try $0.text("detail").contains("root_sign_in_by_time") })
        }
    }
}
