import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

@Suite struct ServiceSpecificCredentialsTests {
    private static func create(
        _ service: TestService, of user: String = "alice", for name: String,
        days: Int? = nil
    ) async throws -> IAM.Shape.ServiceSpecificCredential {
        try #require(
            try await service.run(
                IAM.CreateServiceSpecificCredential.self,
                .init(userName: user, serviceName: name, credentialAgeDays: days)
            ).serviceSpecificCredential)
    }

    private static func list(
        _ service: TestService
    ) async throws -> [IAM.Shape.ServiceSpecificCredentialMetadata] {
        try await service.run(
            IAM.ListServiceSpecificCredentials.self, .init(userName: "alice")
        ).serviceSpecificCredentials ?? []
    }

    @Test("a credential is expired from the moment on that it was said to end, whatever was set")
    func expiry() async throws {
        let service = try await TestService(users: ["alice"])
        let made = try await Self.create(service, for: "logs.amazonaws.com", days: 1)
        #expect(made.expirationDate == made.createDate + .seconds(86_400))
        service.clock.advance(by: .seconds(86_400) - .microseconds(1))
        #expect(try await Self.list(service).map(\.status) == [.active])
        service.clock.advance(by: .microseconds(1))
        #expect(try await Self.list(service).map(\.status) == [.expired])
        for status in [IAM.Shape.StatusType.inactive, .active] {
            _ = try await service.run(
                IAM.UpdateServiceSpecificCredential.self,
                .init(
                    serviceSpecificCredentialId: made.serviceSpecificCredentialId, status: status,
                    userName: "alice"))
            #expect(try await Self.list(service).map(\.status) == [.expired])
        }
        let again = try await service.run(
            IAM.ResetServiceSpecificCredential.self,
            .init(
                serviceSpecificCredentialId: made.serviceSpecificCredentialId, userName: "alice"))
        #expect(again.serviceSpecificCredential?.status == .expired)
        #expect(again.serviceSpecificCredential?.expirationDate == made.expirationDate)
    }

    @Test("others who are called as the next names cost a new credential little")
    func takenNames() async throws {
        let others = (1...25).map { "alice+\($0)" }
        let service = try await TestService(users: ["alice"] + others)
        for name in ["alice"] + others {
            _ = try await Self.create(service, of: name, for: "codecommit.amazonaws.com")
        }
        let made = try await Self.create(service, for: "codecommit.amazonaws.com")
        let number = made.serviceUserName?.split(separator: "-").first?.dropFirst(6)
        #expect(number.flatMap { Int($0) }.map { $0 > 25 } == true)
    }

    @Test("whoever may not list one user's credentials is not told them among all")
    func allUsers() async throws {
        let service = try await TestService(
            users: ["alice", "bob", "carol"],
            policies: [
                "carol": #"""
                {"Version":"2012-10-17","Statement":[
                {"Effect":"Allow","Action":"iam:*","Resource":"*"},
                {"Effect":"Deny","Action":"iam:List*","Resource":"arn:aws:iam::*:user/bob"}]}
                """#
            ])
        for name in ["alice", "bob"] {
            _ = try await Self.create(service, of: name, for: "codecommit.amazonaws.com")
        }
        let told = try await service.run(
            IAM.ListServiceSpecificCredentials.self, .init(allUsers: true), as: "carol")
        #expect(told.serviceSpecificCredentials?.map(\.userName) == ["alice"])
    }

    @Test("what is kept of a password is a hash, another one after it was reset")
    func hashes() async throws {
        let service = try await TestService(users: ["alice"])
        let made = try await Self.create(service, for: "codecommit.amazonaws.com")
        func hash() async throws -> String {
            let rows = try await StoreContents(of: service.services.database).rows
            return try #require(rows["service_specific_credential"]?.first).text("secret_hash")
        }
        let first = try await hash()
        #expect(first.count == 64)
        #expect(first != made.servicePassword?.reveal())
        _ = try await service.run(
            IAM.ResetServiceSpecificCredential.self,
            .init(
                serviceSpecificCredentialId: made.serviceSpecificCredentialId, userName: "alice"))
        #expect(try await hash() != first)
    }

    @Test("whoever holds a name of a service keeps it from namesakes")
    func names() async throws {
        let service = try await TestService()
        var names: [String] = []
        for number in 0..<4 {
            try await service.makeUser("alice")
            for _ in 0..<ServiceSpecificCredentials.perService {
                let made = try await Self.create(service, for: "cassandra.amazonaws.com")
                names.append(made.serviceUserName ?? "")
            }
            _ = try await service.run(
                IAM.UpdateUser.self, .init(userName: "alice", newUserName: "alice\(number)"))
        }
        let numbers = ["", "+1", "+2", "+3", "+4", "+5", "+6", "+7"]
        #expect(names == numbers.map { "alice\($0)-at-123456789012" })
    }
}
