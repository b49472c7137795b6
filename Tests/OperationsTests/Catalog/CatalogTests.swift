import AWSWire
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// What the catalogue holds, and that the tests over the whole of it pass over nothing.
@Suite struct CatalogTests {
    private func name(_ operation: any AWSWire.Operation.Type) -> String {
        "\(operation.facts.service.signingName):\(operation.facts.name)"
    }

    @Test("every operation of AWS's models has a handler")
    func everyOperationIsAnswered() {
        let handled =
            AWSService.all.handlers.map(name) + AWSService.all.flatMap { $0.federated.map(name) }
        let all =
            IAM.operations + STS.operations + AccessAnalyzer.operations
            + CloudTrail.operations + AccountManagement.operations
        #expect(handled.sorted() == all.map(name).sorted())
        #expect(handled.count == 181 + 12 + 1 + 1 + 18)
    }

    @Test("every handler has one scenario")
    func everyHandlerHasAScenario() {
        let handled = AWSService.all.handlers.map { $0.name }
        #expect(
            (Scenario.all.map(\.operation) + Scenario.ofSessions).sorted() == handled.sorted())
    }

    @Test("what a dump of the store reads are all its tables")
    func everyTableIsRead() async throws {
        let service = try await TestService(engine: .sqlite)
        let tables = try await service.services.database.read { transaction in
            try transaction.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
                .map { try $0.text("name") }
        }
        let unread = Set(tables).subtracting(StoreContents.tables)
        #expect(unread.filter { !$0.hasPrefix("sqlite_") }.sorted() == ["schema_migration"])
    }

    /// What is asked for here beside what AWS asks for, so that nothing is told by another way; see
    /// `DIFFERENCES.md`.
    private static let ownNeeds = [
        "GetHumanReadableSummary": "iam:GetPolicyVersion",
        "GetServiceLastAccessedDetails": "iam:GenerateServiceLastAccessedDetails",
        "GetServiceLastAccessedDetailsWithEntities": "iam:GenerateServiceLastAccessedDetails",
    ]

    @Test(
        "an operation asks for its own action, on the type of resource AWS names for it",
        arguments: Scenario.all)
    func reference(_ scenario: Scenario) throws {
        let first = try #require(scenario.needs.first)
        let reference = try #require(ActionReference[first.action])
        #expect(
            first.action.hasSuffix(":\(scenario.operation)")
                // No action of AWS's has its name.
                || scenario.operation == "AcquireRole")
        // Lists are on no resource, and asked about the path that they list.
        if ![
            "ListUsers", "ListGroups", "ListRoles", "ListInstanceProfiles", "ListVirtualMFADevices",
            "ListServerCertificates",
            // Of a policy, of which AWS tells nothing.
            "GetHumanReadableSummary",
        ].contains(scenario.operation) {
            let types = reference.resourceTypes.map(\.rawValue)
            let type = ARN(first.resource)?.resource.split(separator: "/").first
            if scenario.ending == .isRefusedToAll {
                return #expect(types == ["accountInOrganization"])
            }
            #expect(types.isEmpty ? first.resource == "*" : types.contains { $0 == type ?? "" })
        }
        for need in scenario.needs.dropFirst() {
            #expect(
                need.action == first.action || reference.alsoNeeds.contains(need.action)
                    || Self.ownNeeds[scenario.operation] == need.action)
        }
    }
}
