import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

@Suite struct AccountAliasesTests {
    private func aliases(_ service: TestService) async throws -> [String] {
        try await service.run(IAM.ListAccountAliases.self, .init()).accountAliases
    }

    @Test("an account has one alias, and the second takes the place of the first")
    func life() async throws {
        let service = try await TestService()
        #expect(try await aliases(service) == [])
        try await service.run(IAM.CreateAccountAlias.self, .init(accountAlias: "example"))
        #expect(try await aliases(service) == ["example"])
        try await service.run(IAM.CreateAccountAlias.self, .init(accountAlias: "example-corp"))
        #expect(try await aliases(service) == ["example-corp"])
        #expect(
            try await service.error(
                IAM.DeleteAccountAlias.self, .init(accountAlias: "example"))
                == .noSuchEntity("The account alias with name example cannot be found."))
        try await service.run(IAM.DeleteAccountAlias.self, .init(accountAlias: "example-corp"))
        #expect(try await aliases(service) == [])
    }

    @Test("an alias that is taken, here or by another account, is refused and nothing is lost")
    func taken() async throws {
        let service = try await TestService()
        let details = try AccountDetails(name: "Other", email: "other@example.com")
        let other = try await OperatorTools(service.services).make(
            SignUp.Request(details, password: Secret("Blue-Whale-77"))
        ).account
        try await service.services.database.write { transaction in
            _ = try AccountAliasTable(transaction).insert(
                "other", of: other.id, at: other.createdAt)
        }
        try await service.run(IAM.CreateAccountAlias.self, .init(accountAlias: "example"))
        for alias in ["other", "example"] {
            #expect(
                try await service.error(
                    IAM.CreateAccountAlias.self, .init(accountAlias: alias))
                    == .entityAlreadyExists("The account alias \(alias) already exists."))
        }
        #expect(try await aliases(service) == ["example"])
        #expect(
            try await service.error(IAM.DeleteAccountAlias.self, .init(accountAlias: "other"))?
                .code == .noSuchEntity)
    }

    @Test("twelve digits are an account ID and no alias")
    func twelveDigits() async throws {
        let service = try await TestService()
        #expect(
            try await service.error(
                IAM.CreateAccountAlias.self, .init(accountAlias: "111122223333"))?.code
                == .validationError)
    }

    @Test("a marker behind the alias gives an empty page")
    func paging() async throws {
        let service = try await TestService()
        try await service.run(IAM.CreateAccountAlias.self, .init(accountAlias: "example"))
        let page = try await service.run(IAM.ListAccountAliases.self, .init(maxItems: 1))
        #expect(page.isTruncated == false)
        #expect(page.marker == nil)
        #expect(
            try await service.error(IAM.ListAccountAliases.self, .init(marker: "?"))
                == .validationError("Invalid Marker."))
    }
}
