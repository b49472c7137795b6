import IAMIdentifiers
import IAMModel
import Operations
import TestSupport
import Testing

@Suite struct AccountPropertiesTests {
    private let enabled: [String: String] = ErrorCase.property("RoleManager/Enabled", "true")

    @Test("role manager is off until it is set, and keeps what it was set to")
    func life() async throws {
        let service = try await TestService()
        func value() async throws -> String? {
            try await service.run(IAM.GetAccountProperties.self, .init())
                .properties?["RoleManager/Enabled"]
        }
        #expect(try await value() == "false")
        for setting in ["true", "true", "false"] {
            try await service.run(
                IAM.PutAccountProperties.self, .init(properties: ["RoleManager/Enabled": setting]))
            #expect(try await value() == setting)
        }
    }

    @Test("to enable it takes the permission to create roles of services, to disable it does not")
    func enabling() async throws {
        let service = try await TestService()
        _ = try await PreparedAccount(service)
        let carol = try await service.caller("carol")
        let put = "iam:PutAccountProperties"
        try await service.permit("carol", Policies.allow(put))
        let refusal = try await service.call("PutAccountProperties", enabled, as: carol).error
        #expect(refusal?.code == .accessDenied)
        #expect(
            refusal?.message.contains(
                "iam:CreateServiceLinkedRole on resource: "
                    + "arn:aws:iam::123456789012:role/aws-service-role/*") == true)
        let disabled = ErrorCase.property("RoleManager/Enabled", "false")
        #expect(
            try await service.call("PutAccountProperties", disabled, as: carol).error == nil)
        try await service.permit(
            "carol",
            #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Resource":"*","Action":"#
                + #"["\#(put)","iam:CreateServiceLinkedRole"]}}"#)
        #expect(try await service.call("PutAccountProperties", enabled, as: carol).error == nil)
    }
}
