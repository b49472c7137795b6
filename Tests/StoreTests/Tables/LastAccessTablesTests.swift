import IAMIdentifiers
import Store
import TestSupport
import Testing

/// When principals last asked for what, and the reports about it.
@Suite struct LastAccessTablesTests {
    private static let (ours, theirs) = (TableFixture.ours, TableFixture.theirs)
    private static let start = TableFixture.start

    private static func use(
        _ entity: UniqueID, _ action: String, at seconds: Int, region: String = "us-east-1"
    ) -> ServiceUse {
        ServiceUse(
            .init(account: ours, entity: entity, service: "iam", action: action),
            at: start + .seconds(seconds), region: region)
    }

    @Test("of each action the latest use is kept, of users, roles and the root user")
    func uses() async throws {
        try await TableFixture().write { transaction in
            let user = TableFixture.user("alice")
            let role = TableFixture.role("audit")
            let root = UniqueID(rootOf: Self.ours)
            #expect(try UserTable(transaction, of: Self.ours).insert(user))
            #expect(try RoleTable(transaction, of: Self.ours).insert(role))
            let table = ServiceUseTable(transaction, of: Self.ours)
            for entity in [user.id, role.id, root] {
                for (action, seconds) in [("GetUser", 2), ("CreateUser", 1), ("GetUser", 5)] {
                    try table.record(Self.use(entity, action, at: seconds))
                }
                // What comes late is of no use any more.
                try table.record(Self.use(entity, "GetUser", at: 3, region: "eu-north-1"))
                #expect(
                    try table.list(of: entity, since: Self.start) == [
                        Self.use(entity, "CreateUser", at: 1), Self.use(entity, "GetUser", at: 5),
                    ])
            }
            #expect(
                try table.list(of: root, since: Self.start + .seconds(2)).map(\.subject.action)
                    == ["GetUser"])
            let others = ServiceUseTable(transaction, of: Self.theirs)
            #expect(try others.list(of: user.id, since: Self.start).isEmpty)
            try table.deleteAll(of: role.id)
            #expect(try table.list(of: role.id, since: Self.start).isEmpty)
            #expect(try table.list(of: user.id, since: Self.start).count == 2)
        }
    }

    @Test("nothing is kept of who was deleted meanwhile")
    func deleted() async throws {
        try await TableFixture().write { transaction in
            let table = ServiceUseTable(transaction, of: Self.ours)
            for kind in [UniqueID.Kind.user, .role] {
                let nobody = TableFixture.id(kind, 7)
                try table.record(Self.use(nobody, "GetUser", at: 1))
                #expect(try table.list(of: nobody, since: Self.start).isEmpty)
            }
        }
    }

    private static func report(_ number: Int, at seconds: Int) -> LastAccessReport {
        LastAccessReport(
            id: "report-\(number)", caller: "AROA1:session",
            resourceARN: "arn:aws:iam::\(ours):role/audit", resource: TableFixture.id(.role, 1),
            tellsActions: number.isMultiple(of: 2), createdAt: start + .seconds(seconds))
    }

    @Test("reports are known in their account, and no more than a number of the latest")
    func reports() async throws {
        try await TableFixture().write { transaction in
            let table = LastAccessReportTable(transaction, of: Self.ours)
            let others = LastAccessReportTable(transaction, of: Self.theirs)
            try others.insert(Self.report(9, at: 0))
            for number in 0..<5 {
                try table.insert(Self.report(number, at: number / 2))
                try table.deleteOldest(keeping: 3)
            }
            for number in 0..<5 {
                let kept = number < 2 ? nil : Self.report(number, at: number / 2)
                #expect(try table.find("report-\(number)") == kept)
            }
            #expect(try table.find("report-9") == nil)
            #expect(try others.find("report-9") != nil)
        }
    }

    @Test("a credential report is complete once, in place of the one before")
    func credentialReport() async throws {
        try await TableFixture().write { transaction in
            let table = CredentialReportTable(transaction, of: Self.ours)
            #expect(try table.find() == nil)
            try table.begin(at: Self.start)
            #expect(try table.find() == .init(requestedAt: Self.start))
            #expect(try table.content() == nil)
            let later = Self.start + .seconds(1)
            // One that was begun before is not completed in its place.
            try table.complete(begunAt: Self.start - .seconds(1), at: later, [1])
            #expect(try table.content() == nil)
            try table.complete(begunAt: Self.start, at: later, [2])
            #expect(try table.find() == .init(requestedAt: Self.start, generatedAt: later))
            #expect(try table.content() == [2])
            #expect(try CredentialReportTable(transaction, of: Self.theirs).find() == nil)
            try table.begin(at: later)
            #expect(try table.find() == .init(requestedAt: later))
            #expect(try table.content() == nil)
        }
    }
}
