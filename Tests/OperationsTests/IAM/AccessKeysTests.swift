import IAMIdentifiers
import IAMModel
import Operations
import TestSupport
import Testing

@Suite struct AccessKeysTests {
    @Test("a key is shown with its secret once, and then without")
    func creation() async throws {
        let service = try await TestService(users: ["alice"])
        let made = try await service.run(IAM.CreateAccessKey.self, .init(userName: "alice"))
            .accessKey
        #expect(made.userName == "alice")
        #expect(made.accessKeyId.hasPrefix("AKIA"))
        #expect(made.accessKeyId.utf8.count == 20)
        #expect(made.secretAccessKey.reveal().utf8.count == 40)
        #expect(made.status == .active)
        let answer = try await service.call(
            "ListAccessKeys", ["UserName": "alice"], as: service.caller())
        #expect(answer.document.contains(made.accessKeyId))
        #expect(!answer.document.contains(made.secretAccessKey.reveal()))
        let account = try await service.run(
            STS.GetAccessKeyInfo.self, .init(accessKeyId: made.accessKeyId))
        #expect(account.account == "123456789012")
    }

    @Test(
        "a user's two keys count whatever their status, and a deleted one does not",
        arguments: ["alice", nil])
    func quota(_ user: String?) async throws {
        let service = try await TestService(users: ["alice"])
        var keys: [String] = []
        for _ in 0..<2 {
            keys.append(
                try await service.run(IAM.CreateAccessKey.self, .init(userName: user))
                    .accessKey.accessKeyId)
        }
        let quota = IAMError.limitExceeded("Cannot exceed quota for AccessKeysPerUser: 2")
        #expect(try await service.error(IAM.CreateAccessKey.self, .init(userName: user)) == quota)
        try await service.run(
            IAM.UpdateAccessKey.self,
            .init(accessKeyId: keys[0], status: .inactive, userName: user))
        #expect(try await service.error(IAM.CreateAccessKey.self, .init(userName: user)) == quota)
        let listed = try await service.run(IAM.ListAccessKeys.self, .init(userName: user))
        let statuses = Dictionary(
            uniqueKeysWithValues: listed.accessKeyMetadata.map { ($0.accessKeyId, $0.status) })
        #expect(statuses == [keys[0]: .inactive, keys[1]: .active])
        try await service.run(
            IAM.DeleteAccessKey.self, .init(accessKeyId: keys[0], userName: user))
        #expect(try await service.error(IAM.CreateAccessKey.self, .init(userName: user)) == nil)
    }

    @Test("without a user's name the caller's keys are meant, and the root user has no name")
    func caller() async throws {
        let service = try await TestService(
            users: ["alice"], policies: ["alice": Policies.allow("iam:*")])
        let own = try await service.run(IAM.CreateAccessKey.self, .init(), as: "alice").accessKey
        #expect(own.userName == "alice")
        let root = try await service.run(IAM.CreateAccessKey.self, .init()).accessKey
        #expect(root.userName == nil)
        for (user, key) in [("alice", own.accessKeyId), (nil, root.accessKeyId)] {
            let listed = try await service.run(IAM.ListAccessKeys.self, .init(), as: user)
            #expect(listed.accessKeyMetadata.map(\.accessKeyId) == [key])
        }
        for other in [root.accessKeyId, "AKIA23456723456723AB"] {
            #expect(
                try await service.error(
                    IAM.DeleteAccessKey.self, .init(accessKeyId: other), as: "alice")
                    == .noSuchEntity("The Access Key with id \(other) cannot be found."))
        }
    }

    @Test("a key is made active and inactive, and nothing else")
    func status() async throws {
        let service = try await TestService()
        let key = try await service.run(IAM.CreateAccessKey.self, .init()).accessKey.accessKeyId
        #expect(
            try await service.error(
                IAM.UpdateAccessKey.self, .init(accessKeyId: key, status: .expired))?.code
                == .validationError)
        for status in [IAM.Shape.StatusType.inactive, .inactive, .active] {
            try await service.run(
                IAM.UpdateAccessKey.self, .init(accessKeyId: key, status: status))
            let listed = try await service.run(IAM.ListAccessKeys.self, .init())
            #expect(listed.accessKeyMetadata.map(\.status) == [status])
        }
    }

    @Test("two keys come on two pages")
    func pages() async throws {
        let service = try await TestService()
        var keys: Set<String> = []
        for _ in 0..<2 {
            keys.insert(
                try await service.run(IAM.CreateAccessKey.self, .init()).accessKey.accessKeyId)
        }
        let first = try await service.run(IAM.ListAccessKeys.self, .init(maxItems: 1))
        #expect(first.isTruncated == true)
        let second = try await service.run(
            IAM.ListAccessKeys.self, .init(marker: first.marker, maxItems: 1))
        #expect(second.isTruncated == false)
        let listed = first.accessKeyMetadata + second.accessKeyMetadata
        #expect(Set(listed.compactMap(\.accessKeyId)) == keys)
    }
}
