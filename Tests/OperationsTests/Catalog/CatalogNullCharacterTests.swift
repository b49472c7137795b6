import AWSWire
import Operations
import TestSupport
import Testing

/// U+0000, which neither XML nor the store holds, in every parameter of every operation.
@Suite struct CatalogNullCharacterTests {
    @Test("U+0000 in a value is refused, and is no failure of ours", arguments: Scenario.all)
    func values(_ scenario: Scenario) async throws {
        let service = try await TestService()
        let prepared = try await PreparedAccount(service)
        try await service.permit(Scenario.caller, Policies.allow("*"))
        let parameters = prepared.filled(scenario.parameters)
        for (name, value) in parameters {
            for changed in [value + "\0", "\0" + value.dropFirst(), "\0"] {
                let answer = try await service.call(
                    scenario.operation, parameters.merging([name: changed]) { $1 },
                    as: service.caller(Scenario.caller))
                let code = try #require(answer.error?.code, "\(name)")
                #expect(code.status < 500, "\(name): \(code)")
            }
        }
    }
}
