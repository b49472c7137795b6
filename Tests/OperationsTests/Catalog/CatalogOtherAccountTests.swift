import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// Two accounts with equally named things and others: nothing that is called in one shows or
/// changes anything of the other.
@Suite struct CatalogOtherAccountTests {
    /// Two prepared accounts. The other one also has things of names that ours does not know.
    private struct Stage {
        let service: TestService
        let ours: PreparedAccount
        let other: PreparedAccount
        /// The unique IDs and access keys of the other account.
        let otherIDs: [String]
        /// Our root user and our administrator.
        let callers: [Caller]

        static let onlyOther = [
            ("CreateUser", ["UserName": "bonnie"]), ("CreateGroup", ["GroupName": "backroom"]),
            (
                "CreateRole",
                ["RoleName": "Backstage", "AssumeRolePolicyDocument": Policies.trust()]
            ),
            (
                "CreatePolicy",
                ["PolicyName": "Blueprint", "PolicyDocument": Policies.allow("s3:GetObject")]
            ),
        ]

        init() async throws {
            service = try await TestService()
            ours = try await PreparedAccount(service)
            let details = try AccountDetails(name: "Other", email: "other@example.net")
            let account = try await OperatorTools(service.services).make(
                SignUp.Request(details, password: Secret("Blue-Whale-77-Swims"))
            ).account
            other = try await PreparedAccount(service, account.id)
            let root = try await service.caller(of: account.id)
            for (operation, parameters) in Self.onlyOther {
                #expect(try await service.call(operation, parameters, as: root).error == nil)
            }
            let contents = try await StoreContents(of: service.services.database)
            let rows = contents.rows(of: account.id).rows
            otherIDs = try [
                ("iam_user", "user_id"), ("iam_group", "group_id"), ("iam_role", "role_id"),
                ("instance_profile", "instance_profile_id"),
                ("managed_policy", "policy_id"), ("access_key", "access_key_id"),
            ].flatMap { table, column in try rows[table, default: []].map { try $0.text(column) } }
            #expect(
                otherIDs.count == 17, "users, groups, roles, instance profiles, policies and a key")
            try await service.permit(Scenario.caller, Policies.allow("*"))
            callers = [
                try await service.caller(), try await service.caller(Scenario.caller),
            ]
        }

        /// Calls as our root user and as our administrator, and expects the other account to be
        /// as it was and unseen.
        /// - Parameter expectsRefusal: whether there is nothing that could be answered.
        func attempt(
            _ operation: String, _ parameters: [String: String], expectsRefusal: Bool = false
        ) async throws {
            for caller in callers {
                let before = try await StoreContents(of: service.services.database)
                let answer = try await service.call(operation, parameters, as: caller)
                let after = try await StoreContents(of: service.services.database)
                #expect(after.rows(of: other.account) == before.rows(of: other.account))
                for id in otherIDs + [other.account.description] {
                    #expect(!answer.document.contains(id), "\(id)")
                }
                if expectsRefusal {
                    #expect(answer.error != nil)
                    #expect(after == before)
                }
            }
        }
    }

    @Test("calls about our things leave the other account alone", arguments: Scenario.all)
    func ownThings(_ scenario: Scenario) async throws {
        let stage = try await scenario.changes ? Stage() : Self.unchanged.value
        try await stage.attempt(scenario.operation, stage.ours.filled(scenario.parameters))
    }

    /// One for all calls that change nothing.
    private static let unchanged = Task { try await Stage() }

    /// Those that name a thing by an ARN or a key. That a key's account is told to everyone is
    /// what GetAccessKeyInfo is for, and an alias is everyone's to ask for. The delegation requests
    /// of somebody elsewhere are none.
    private static let naming = Scenario.all.filter { scenario in
        !["GetAccessKeyInfo", "CreatePolicy", "ListDelegationRequests"]
            .contains(scenario.operation)
            && scenario.parameters.values.contains { $0.contains("{") && !$0.contains("Version") }
    }

    @Test("the ARNs, keys and aliases of the other account are nothing here", arguments: naming)
    func othersThings(_ scenario: Scenario) async throws {
        let stage = try await Self.unchanged.value
        try await stage.attempt(
            scenario.operation, stage.other.filled(scenario.parameters), expectsRefusal: true)
    }

    /// Those that name a user, a group, a role or a policy that exists.
    private static let named = Scenario.all.filter { scenario in
        !scenario.operation.hasPrefix("Create")
            && !Set(scenario.parameters.keys).isDisjoint(with: Self.onlyOther.keys)
    }

    private static let onlyOther = [
        "UserName": "bonnie", "GroupName": "backroom", "RoleName": "Backstage",
        "PolicyArn": "arn:aws:iam::{account}:policy/Blueprint",
    ]

    @Test("names that only the other account has are unknown here", arguments: named)
    func unknownNames(_ scenario: Scenario) async throws {
        let stage = try await Self.unchanged.value
        let parameters = scenario.parameters.merging(
            Self.onlyOther.filter { scenario.parameters[$0.key] != nil }
        ) { $1 }
        try await stage.attempt(
            scenario.operation, stage.ours.filled(parameters), expectsRefusal: true)
    }
}
