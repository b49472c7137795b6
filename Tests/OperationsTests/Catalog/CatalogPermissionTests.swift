import Operations
import Store
import TestSupport
import Testing

/// Every operation of the catalogue, as a user with no permission, with exactly the permission it
/// needs, and with others.
@Suite struct CatalogPermissionTests {
    /// GetCallerIdentity needs no permission and has a test of its own, as have those that are
    /// refused to all.
    static let scenarios = Scenario.all.filter {
        $0.operation != "GetCallerIdentity" && $0.ending != .isRefusedToAll
    }

    /// A prepared account and carol, whose one policy the test writes.
    private struct Stage {
        let service: TestService
        let prepared: PreparedAccount
        let root: Caller
        let carol: Caller

        init() async throws {
            service = try await TestService()
            prepared = try await PreparedAccount(service)
            root = try await service.caller()
            carol = try await service.caller(Scenario.caller)
        }

        /// Gives carol these statements, as JSON, and no others.
        func permit(_ statements: [String]) async throws {
            let document =
                #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#
            try await service.permit(Scenario.caller, prepared.filled(document))
        }

        /// What the operation answers carol.
        func attempt(_ scenario: Scenario) async throws -> IAMError? {
            try await service.call(
                scenario.operation, prepared.filled(scenario.parameters), as: carol
            ).error
        }

        /// Expects AWS's sentence.
        func expectRefusal(of scenario: Scenario, because reason: String) async throws {
            let answer = try await attempt(scenario)
            #expect(
                answer
                    == .accessDenied(
                        "User: arn:aws:iam::123456789012:user/carol is not authorized to perform: "
                            + "\(scenario.needs[0].action) on resource: "
                            + "\(prepared.filled(scenario.shown)) \(reason)"))
        }
    }

    private func statement(_ effect: String, _ action: String, on resource: String) -> String {
        #"{"Effect":"\#(effect)","Action":"\#(action)","Resource":"\#(resource)"}"#
    }

    private func allow(_ needs: some Sequence<Scenario.Permission>) -> [String] {
        needs.map { statement("Allow", $0.action, on: $0.resource) }
    }

    /// One for all calls that change nothing.
    private static let unchanged = Task { try await Stage() }

    @Test(
        "without permission it is refused in AWS's sentence, and nothing is written",
        arguments: scenarios)
    func refused(_ scenario: Scenario) async throws {
        let action = scenario.needs[0].action
        let stage = try await Self.unchanged.value
        let before = try await StoreContents(of: stage.service.services.database)
        try await stage.expectRefusal(
            of: scenario, because: "because no identity-based policy allows the \(action) action")
        #expect(try await StoreContents(of: stage.service.services.database) == before)
    }

    /// One for all reads, with what carol may do at the moment.
    private static let reads = Task { try await Stage() }

    @Test(
        "with exactly the permission it succeeds; with another, or a Deny, it is refused",
        .serialized, arguments: scenarios)
    func permissions(_ scenario: Scenario) async throws {
        let stage = try await scenario.changes ? Stage() : Self.reads.value
        let need = scenario.needs[0]
        let elsewhere =
            need.resource == "*"
            ? "arn:aws:iam::{account}:user/other" : "\(need.resource)-other"
        for other in [
            statement("Allow", need.action, on: elsewhere),
            statement("Allow", "\(need.action)Other", on: "*"),
        ] {
            try await stage.permit([other])
            try await stage.expectRefusal(
                of: scenario,
                because: "because no identity-based policy allows the \(need.action) action")
        }
        let denied = allow(scenario.needs) + [statement("Deny", need.action, on: need.resource)]
        let reason = "with an explicit deny in an identity-based policy"
        try await stage.permit(denied)
        try await stage.expectRefusal(of: scenario, because: reason)
        try await stage.permit(allow(scenario.needs))
        #expect(try await stage.attempt(scenario)?.code == scenario.error)
        guard !scenario.changes else { return }
        try await stage.permit(denied)
        try await stage.expectRefusal(of: scenario, because: reason)
    }

    @Test("each permission it needs is needed", arguments: scenarios.filter { $0.needs.count > 1 })
    func eachIsNeeded(_ scenario: Scenario) async throws {
        let stage = try await Stage()
        for left in scenario.needs.indices {
            var needs = scenario.needs
            let missing = needs.remove(at: left)
            try await stage.permit(allow(needs))
            let answer = try await stage.attempt(scenario)
            #expect(answer?.code == .accessDenied)
            #expect(answer?.message.contains("perform: \(missing.action) on resource") == true)
        }
    }

    @Test("who calls is told to everyone, whatever is denied")
    func callerIdentity() async throws {
        let stage = try await Stage()
        try await stage.permit([statement("Deny", "*", on: "*")])
        let answer = try await stage.service.call("GetCallerIdentity", as: stage.carol)
        #expect(answer.document.contains("<Arn>arn:aws:iam::123456789012:user/carol</Arn>"))
    }

    @Test(
        "a root user may do everything, whatever its account's policies say",
        arguments: Scenario.all.filter {
            // Carol's report is for carol alone.
            $0.operation != "ChangePassword" && !$0.parameters.values.contains("{report}")
        })
    func root(_ scenario: Scenario) async throws {
        let stage = try await scenario.changes ? Stage() : Self.unchanged.value
        let answer = try await stage.service.call(
            scenario.operation, stage.prepared.filled(scenario.parameters), as: stage.root)
        #expect(answer.error?.code == scenario.error)
    }

    @Test(
        "what is for the management account of an organization is refused to everyone",
        arguments: Scenario.all.filter { $0.ending == .isRefusedToAll })
    func refusedToAll(_ scenario: Scenario) async throws {
        let stage = try await Stage()
        try await stage.permit([statement("Allow", "*", on: "*")])
        let before = try await StoreContents(of: stage.service.services.database)
        for (caller, name) in [(stage.root, "root"), (stage.carol, "user/carol")] {
            let answer = try await stage.service.call(
                scenario.operation, stage.prepared.filled(scenario.parameters), as: caller)
            #expect(
                answer.error
                    == .accessDenied(
                        "User: arn:aws:iam::123456789012:\(name) is not authorized to perform: "
                            + scenario.needs[0].action))
        }
        #expect(try await StoreContents(of: stage.service.services.database) == before)
    }
}
