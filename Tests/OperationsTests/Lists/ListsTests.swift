import IAMIdentifiers
import IAMModel
import Operations
import Store
import Synchronization
import TestRandom
import TestSupport
import Testing

/// Lists as pages show them: searched, sorted and cut where they are kept.
@Suite struct ListsTests {
    private func names(_ query: ListQuery, _ service: TestService) async throws -> [String] {
        try await service.run(UserList.self, query).rows.compactMap(\.userName)
    }

    @Test func fiveThousandUsersCostOnePage() async throws {
        let counting = Mutex<RowCountingDatabase?>(nil)
        let service = try await TestService(wrapping: { base in
            let database = RowCountingDatabase(base)
            counting.withLock { $0 = database }
            return database
        })
        let database = try #require(counting.withLock { $0 })
        let account = TestService.accountID
        let start = service.clock.now
        try await service.services.database.write { transaction in
            var random = SeededGenerator(seed: 7)
            let users = UserTable(transaction, of: account)
            for number in 1...5_000 {
                let inserted = try users.insert(
                    User(
                        account: account, id: UniqueID(.user, using: &random),
                        name: "user-\(10_000 + number)", path: EntityPath(stored: "/"),
                        createdAt: start - .seconds(number)))
                precondition(inserted)
            }
        }
        _ = database.rows()
        let page = try await service.run(UserList.self, ListQuery(page: 34))
        #expect(page.total == 5_000 && page.rows.count == 50 && page.first == 1_651)
        #expect(page.rows.first?.userName == "user-11651" && page.last == 1_700)
        #expect(database.rows() < 60)

        let oldest = try await service.run(UserList.self, ListQuery(sort: "created"))
        #expect(oldest.rows.first?.userName == "user-15000")
        let found = try await service.run(UserList.self, ListQuery(search: "R-149", page: 2))
        #expect(found.total == 100 && found.rows.first?.userName == "user-14950")
        let last = try await service.run(UserList.self, ListQuery(page: 1_000_000))
        #expect(last.query.page == 100 && last.last == 5_000 && last.isLastPage)
        #expect(database.rows() < 180)
    }

    @Test func aListIsCutIntoPages() async throws {
        let service = try await TestService(users: (101...220).map { "u\($0)" })
        let second = try await service.run(UserList.self, ListQuery(page: 2))
        #expect(second.rows.first?.userName == "u151")
        #expect(second.first == 51 && second.last == 100 && !second.isLastPage)
        let beyond = try await service.run(UserList.self, ListQuery(page: 99))
        #expect(beyond.query.page == 3 && beyond.rows.count == 20 && beyond.isLastPage)
        let none = try await service.run(UserList.self, ListQuery(search: "nobody", page: 7))
        #expect(none.first == 0 && none.last == 0 && none.isLastPage && none.total == 0)
    }

    @Test func theNameThatIsSearchedForComesFirst() async throws {
        let service = try await TestService(users: ["the-Ops", "opsy", "a-ops", "OPS", "dev"])
        #expect(
            try await names(ListQuery(search: "ops"), service) == [
                "OPS", "opsy", "a-ops", "the-Ops",
            ]
        )
        #expect(
            try await names(ListQuery(search: "ops", isDescending: true), service)
                == ["OPS", "opsy", "the-Ops", "a-ops"])
    }

    @Test func whatLikeTakesForAnythingIsItself() async throws {
        let service = try await TestService(users: ["a_b", "axb"])
        #expect(try await names(ListQuery(search: "a_b"), service) == ["a_b"])
        for text in ["%", "!", "a%b", "'"] {
            #expect(try await names(ListQuery(search: text), service) == [])
        }
    }

    @Test func usersAreSortedByTheirLastSignIn() async throws {
        let service = try await TestService(users: ["a", "b", "c"])
        let now = service.clock.now
        try await service.services.database.write { transaction in
            let users = UserTable(transaction, of: TestService.accountID)
            for (name, moment) in [("a", now), ("c", now - .seconds(60))] {
                let id = try users.find(named: name)?.id
                if let id { try users.setPasswordLastUsed(of: id, at: moment) }
            }
        }
        #expect(try await names(ListQuery(sort: "signed-in"), service) == ["b", "c", "a"])
        #expect(
            try await names(ListQuery(sort: "signed-in", isDescending: true), service)
                == ["a", "c", "b"])
    }

    @Test func groupsHaveTheirList() async throws {
        let service = try await TestService()
        for name in ["ops", "Dev", "devs"] {
            try await service.run(IAM.CreateGroup.self, .init(groupName: name))
            service.clock.advance(by: .seconds(60))
        }
        let all = try await service.run(GroupList.self, ListQuery(size: 2))
        #expect(all.total == 3 && all.rows.map(\.groupName) == ["Dev", "devs"])
        let newest = try await service.run(
            GroupList.self, ListQuery(search: "DEV", sort: "created", isDescending: true))
        #expect(newest.rows.map(\.groupName) == ["devs", "Dev"])
    }

    @Test func rolesHaveTheirListWhichTellsOfTheLastUse() async throws {
        let service = try await TestService()
        for name in ["ops", "Dev", "devs"] {
            try await service.run(
                IAM.CreateRole.self,
                .init(roleName: name, assumeRolePolicyDocument: Policies.trust()))
            service.clock.advance(by: .seconds(60))
        }
        let now = service.clock.now
        try await service.services.database.write { transaction in
            let roles = RoleTable(transaction, of: TestService.accountID)
            let id = try roles.find(named: "Dev")?.id
            if let id { try roles.setLastUse(.init(at: now, region: "us-east-1"), of: id) }
        }
        let all = try await service.run(RoleList.self, ListQuery(size: 2))
        #expect(all.total == 3 && all.rows.map(\.roleName) == ["Dev", "devs"])
        let used = try await service.run(
            RoleList.self, ListQuery(sort: "used", isDescending: true))
        #expect(used.rows.map(\.roleName) == ["Dev", "ops", "devs"])
        #expect(used.rows.first?.roleLastUsed?.region == "us-east-1")
        let newest = try await service.run(
            RoleList.self, ListQuery(search: "DEV", sort: "created", isDescending: true))
        #expect(newest.rows.map(\.roleName) == ["devs", "Dev"])
    }

    @Test func policiesOfTheAccountStandAmongThoseOfAWS() async throws {
        let service = try await TestService(users: ["bob"])
        for name in ["AdministratorAccess", "AAA", "Mine"] {
            try await service.run(
                IAM.CreatePolicy.self,
                .init(policyName: name, policyDocument: Policies.allow("s3:GetObject")))
        }
        for arn in [
            "arn:aws:iam::123456789012:policy/Mine", "arn:aws:iam::aws:policy/ReadOnlyAccess",
        ] {
            try await service.run(
                IAM.AttachUserPolicy.self, .init(userName: "bob", policyArn: arn))
        }
        func arns(_ query: ListQuery) async throws -> [String] {
            try await service.run(ManagedPolicyList.self, query).rows.compactMap(\.arn)
        }
        let all = try await service.run(ManagedPolicyList.self, ListQuery())
        let ofAWS = try await service.run(ManagedPolicyList.self, ListQuery(filter: "aws"))
        #expect(all.total == ofAWS.total + 3 && all.rows.first?.policyName == "AAA")
        #expect(
            try await arns(ListQuery(search: "administratoraccess", size: 2)) == [
                "arn:aws:iam::123456789012:policy/AdministratorAccess",
                "arn:aws:iam::aws:policy/AdministratorAccess",
            ])
        #expect(
            try await arns(ListQuery(filter: "customer", isDescending: true, size: 2)) == [
                "arn:aws:iam::123456789012:policy/Mine",
                "arn:aws:iam::123456789012:policy/AdministratorAccess",
            ])
        let attached = try await service.run(ManagedPolicyList.self, ListQuery(filter: "attached"))
        #expect(attached.total == 2 && attached.rows.map(\.attachmentCount) == [1, 1])
        #expect(attached.rows.map(\.policyName) == ["Mine", "ReadOnlyAccess"])
        // The account's own policy of the name stays unattached.
        try await service.run(
            IAM.AttachUserPolicy.self,
            .init(userName: "bob", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess"))
        #expect(
            try await arns(ListQuery(filter: "attached")) == [
                "arn:aws:iam::aws:policy/AdministratorAccess",
                "arn:aws:iam::123456789012:policy/Mine",
                "arn:aws:iam::aws:policy/ReadOnlyAccess",
            ])
    }

    /// Page by page, what each shows comes once and all of it comes.
    @Test func pagesOfPoliciesMakeTheWhole() async throws {
        let service = try await TestService()
        for name in ["AAA", "IAMMine", "ZZZ"] {
            try await service.run(
                IAM.CreatePolicy.self,
                .init(policyName: name, policyDocument: Policies.allow("s3:GetObject")))
        }
        for isDescending in [false, true] {
            var found: [String] = []
            var query = ListQuery(isDescending: isDescending, size: 200)
            while true {
                let page = try await service.run(ManagedPolicyList.self, query)
                found += page.rows.compactMap(\.policyName)
                if page.isLastPage {
                    #expect(found.count == page.total)
                    break
                }
                query = query.at(page: query.page + 1)
            }
            let sorted = found.map { ExactText($0.asciiLowercased) }
            #expect(isDescending ? sorted == sorted.sorted(by: >) : sorted == sorted.sorted())
        }
    }

    @Test func aListIsRefusedAsTheOperationIs() async throws {
        let service = try await TestService(users: ["bob"])
        let refusals = [
            (
                try await service.error(UserList.self, ListQuery(search: "b"), as: "bob"),
                try await service.error(IAM.ListUsers.self, .init(), as: "bob")
            ),
            (
                try await service.error(GroupList.self, ListQuery(), as: "bob"),
                try await service.error(IAM.ListGroups.self, .init(), as: "bob")
            ),
            (
                try await service.error(ManagedPolicyList.self, ListQuery(), as: "bob"),
                try await service.error(IAM.ListPolicies.self, .init(), as: "bob")
            ),
        ]
        for (list, operation) in refusals {
            #expect(list?.code == .accessDenied && list == operation)
        }
    }

    @Test func aListIsRecordedAsTheOperation() async throws {
        let service = try await TestService()
        try await service.run(UserList.self, ListQuery(search: "bob", page: 2))
        let record = try #require(try await service.auditRecords().first)
        #expect(record.name == "ListUsers")
        #expect(record.record.contains(#""requestParameters":{"search":"bob","page":2}"#))
        #expect(record.record.contains(#""eventType":"AwsApiCall""#))
    }
}

@Suite struct ConsoleSearchTests {
    @Test func oneSearchFindsEveryKindAndIsOneRecord() async throws {
        let service = try await TestService(users: ["iam-bob", "alice"])
        try await service.run(IAM.CreateGroup.self, .init(groupName: "iam-devs"))
        try await service.run(
            IAM.CreateRole.self,
            .init(roleName: "iam-ops", assumeRolePolicyDocument: Policies.trust()))
        let before = try await service.auditRecords().count
        service.clock.advance(by: .seconds(1))
        let found = try await service.run(ConsoleSearch.self, ListQuery(search: "iam", size: 8))
        #expect(found.users.map(\.userName) == ["iam-bob"])
        #expect(found.groups.map(\.groupName) == ["iam-devs"])
        #expect(found.roles.map(\.roleName) == ["iam-ops"])
        #expect(found.policies.count == 8)
        #expect(found.policies.allSatisfy { $0.policyName?.lowercased().hasPrefix("iam") == true })
        let records = try await service.auditRecords().dropLast(before)
        #expect(records.map(\.name) == ["Search"])
        #expect(records.first?.record.contains(#""eventType":"AwsConsoleAction""#) == true)
        #expect(records.first?.record.contains(#""readOnly":true"#) == true)
    }

    @Test func whoMayListGroupsAloneFindsGroupsAlone() async throws {
        let service = try await TestService(
            users: ["bob", "dev-eve"], policies: ["bob": Policies.allow("iam:ListGroups")])
        try await service.run(IAM.CreateGroup.self, .init(groupName: "devs"))
        let found = try await service.run(
            ConsoleSearch.self, ListQuery(search: "dev"), as: "bob")
        #expect(found.users.isEmpty && found.roles.isEmpty && found.policies.isEmpty)
        #expect(found.groups.map(\.groupName) == ["devs"])
        let nothing = try await service.run(
            ConsoleSearch.self, ListQuery(search: "dev"), as: "dev-eve")
        #expect(nothing.users.isEmpty && nothing.groups.isEmpty && nothing.policies.isEmpty)
    }
}
