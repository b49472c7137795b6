import IAMIdentifiers
import IAMModel
import Operations
import TestSupport
import Testing

@Suite struct OpenIDConnectProvidersTests {
    private static let url = "https://id.example.com/realms/main"
    private static let arn =
        "arn:aws:iam::123456789012:oidc-provider/id.example.com/realms/main"
    private static let thumbprint = String(repeating: "a1", count: 20)

    private static func create(
        _ service: TestService, clientIDs: [String] = ["app"],
        context: IAM.Shape.ContextProvider? = nil
    ) async throws -> String {
        try await service.run(
            IAM.CreateOpenIDConnectProvider.self,
            .init(
                url: url, clientIDList: clientIDs, thumbprintList: [thumbprint],
                contextProvider: context)
        ).openIDConnectProviderArn ?? ""
    }

    private static func get(
        _ service: TestService
    ) async throws -> IAM.GetOpenIDConnectProvider.Output {
        try await service.run(
            IAM.GetOpenIDConnectProvider.self, .init(openIDConnectProviderArn: arn))
    }

    @Test("a provider is told without its scheme, with what it was made with")
    func roundTrip() async throws {
        let service = try await TestService()
        #expect(try await Self.create(service, clientIDs: ["app", "b", "app"]) == Self.arn)
        let provider = try await Self.get(service)
        #expect(provider.url == "id.example.com/realms/main")
        #expect(provider.clientIDList == ["app", "b"])
        #expect(provider.thumbprintList == [Self.thumbprint])
        #expect(provider.createDate == service.clock.now)
        #expect(provider.tags == [])
        let list = try await service.run(IAM.ListOpenIDConnectProviders.self, .init())
        #expect(
            list.openIDConnectProviderList == [
                .init(arn: Self.arn, isTrustedIdentityPropagationEnabled: false)
            ])
    }

    @Test("client IDs are added at the end and removed, and both twice are no error")
    func clientIDs() async throws {
        let service = try await TestService()
        _ = try await Self.create(service)
        for _ in 1...2 {
            _ = try await service.run(
                IAM.AddClientIDToOpenIDConnectProvider.self,
                .init(openIDConnectProviderArn: Self.arn, clientID: "z y"))
        }
        #expect(try await Self.get(service).clientIDList == ["app", "z y"])
        for _ in 1...2 {
            _ = try await service.run(
                IAM.RemoveClientIDFromOpenIDConnectProvider.self,
                .init(openIDConnectProviderArn: Self.arn, clientID: "app"))
        }
        #expect(try await Self.get(service).clientIDList == ["z y"])
    }

    @Test("new thumbprints take the place of the old ones")
    func thumbprints() async throws {
        let service = try await TestService()
        _ = try await Self.create(service)
        let new = [String(repeating: "0", count: 40), String(repeating: "F", count: 40)]
        _ = try await service.run(
            IAM.UpdateOpenIDConnectProviderThumbprint.self,
            .init(openIDConnectProviderArn: Self.arn, thumbprintList: new))
        #expect(try await Self.get(service).thumbprintList == new)
    }

    @Test("deleting is done once and is no error again; a namesake has nothing of the first")
    func deletion() async throws {
        let service = try await TestService()
        _ = try await Self.create(service)
        _ = try await service.run(
            IAM.TagOpenIDConnectProvider.self,
            .init(openIDConnectProviderArn: Self.arn, tags: [.init(key: "a", value: "1")]))
        for _ in 1...2 {
            _ = try await service.run(
                IAM.DeleteOpenIDConnectProvider.self, .init(openIDConnectProviderArn: Self.arn))
        }
        let empty = try await service.run(IAM.ListOpenIDConnectProviders.self, .init())
        #expect(empty.openIDConnectProviderList == [])
        _ = try await Self.create(service, clientIDs: [])
        let namesake = try await Self.get(service)
        #expect(namesake.clientIDList == [])
        #expect(namesake.tags == [])
    }

    @Test("a thumbprint that the request leaves out is looked up")
    func lookedUp() async throws {
        let service = try await TestService()
        _ = try await service.run(IAM.CreateOpenIDConnectProvider.self, .init(url: Self.url))
        #expect(try await Self.get(service).thumbprintList == [String(repeating: "0f", count: 20)])
    }

    @Test("a context provider is kept as it was given")
    func contextProvider() async throws {
        let service = try await TestService()
        let context = IAM.Shape.ContextProvider(
            subjectSourceKey: "sub",
            keyDefinitionList: [.init(sourceKey: "email address", targetKey: "mail")],
            subjectTypeValue: "user")
        _ = try await Self.create(service, context: context)
        #expect(try await Self.get(service).contextProvider == context)
        let list = try await service.run(IAM.ListOpenIDConnectProviders.self, .init())
        #expect(
            list.openIDConnectProviderList?.first?.isTrustedIdentityPropagationEnabled == true)
        _ = try await service.run(
            IAM.UpdateOpenIDConnectProvider.self,
            .init(openIDConnectProviderArn: Self.arn, removeContextProvider: true))
        #expect(try await Self.get(service).contextProvider == nil)
    }
}
