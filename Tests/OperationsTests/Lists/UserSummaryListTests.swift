import IAMIdentifiers
import IAMModel
import Operations
import Store
import Synchronization
import TestSupport
import Testing

/// The list of users with groups, credentials and activity.
@Suite struct UserSummaryListTests {
    private static func allow(_ actions: String...) -> String {
        let list = actions.map { "\"\($0)\"" }.joined(separator: ",")
        return #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":[\#(list)],"#
            + #""Resource":"*"}}"#
    }

    private func rows(
        _ service: TestService, _ query: ListQuery = ListQuery(), as user: String? = nil
    ) async throws -> [UserSummaryList.Row] {
        try await service.run(UserSummaryList.self, query, as: user).rows
    }

    @Test("groups and credentials are told to who may know them, column by column")
    func permissions() async throws {
        let service = try await TestService(users: ["alice", "bob"])
        let cases: [([String], groups: Bool, credentials: Bool)] = [
            (["iam:ListUsers"], false, false),
            (["iam:ListUsers", "iam:GetCredentialReport"], false, true),
            (["iam:ListUsers", "iam:GetAccountAuthorizationDetails"], true, false),
            (["iam:*"], true, true),
        ]
        for (actions, groups, credentials) in cases {
            let list = actions.map { "\"\($0)\"" }.joined(separator: ",")
            let document =
                #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":[\#(list)],"#
                + #""Resource":"*"}}"#
            try await service.run(
                IAM.PutUserPolicy.self,
                .init(userName: "bob", policyName: "p", policyDocument: document))
            let rows = try await rows(service, as: "bob")
            #expect(rows.map(\.name) == ["alice", "bob"])
            #expect(rows.allSatisfy { ($0.groups != nil) == groups })
            #expect(rows.allSatisfy { ($0.credentials != nil) == credentials })
        }
    }

    @Test("a column that is not told does not sort the list either")
    func orderTellsNothing() async throws {
        let service = try await TestService(users: ["alice", "bob"])
        try await service.run(IAM.CreateGroup.self, .init(groupName: "g"))
        try await service.run(
            IAM.AddUserToGroup.self, .init(groupName: "g", userName: "alice"))
        try await service.run(
            IAM.PutUserPolicy.self,
            .init(
                userName: "bob", policyName: "p", policyDocument: Self.allow("iam:ListUsers")))
        let byGroups = ListQuery(sort: "groups")
        #expect(try await rows(service, byGroups).map(\.name) == ["bob", "alice"])
        #expect(try await rows(service, byGroups, as: "bob").map(\.name) == ["alice", "bob"])
    }

    @Test("a stranger is refused as by ListUsers, and the record is that of ListUsers")
    func refusalAndRecord() async throws {
        let service = try await TestService(users: ["bob"])
        let refusal = try await service.error(UserSummaryList.self, ListQuery(), as: "bob")
        let operation = try await service.error(IAM.ListUsers.self, .init(), as: "bob")
        #expect(refusal?.code == .accessDenied && refusal == operation)
        service.clock.advance(by: .seconds(1))
        _ = try await rows(service)
        #expect(try await service.auditRecords().first?.name == "ListUsers")
    }

    @Test("a page of 5,000 users is one statement, whatever sorts it")
    func cost() async throws {
        let counting = Mutex<RowCountingDatabase?>(nil)
        let service = try await TestService(wrapping: { base in
            let database = RowCountingDatabase(base)
            counting.withLock { $0 = database }
            return database
        })
        let database = try #require(counting.withLock { $0 })
        let account = TestService.accountID
        let start = service.clock.now
        let random = service.services.random
        try await service.services.database.write { transaction in
            var random = random()
            let users = UserTable(transaction, of: account)
            for number in 1...5_000 {
                let inserted = try users.insert(
                    User(
                        account: account, id: UniqueID(.user, using: &random),
                        name: "user-\(10_000 + number)", path: EntityPath(stored: "/"),
                        createdAt: start))
                precondition(inserted)
            }
        }
        for order in UserSummaryList.Order.allCases {
            _ = database.rows()
            let page = try await service.run(
                UserSummaryList.self, ListQuery(sort: order.rawValue, page: 34))
            #expect(page.total == 5_000 && page.rows.first?.name == "user-11651")
            #expect(database.rows() < 60)
        }
    }
}
