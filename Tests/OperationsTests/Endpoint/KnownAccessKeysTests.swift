import AWSWire
import Credentials
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// A key that has signed is known, and nothing is answered by what was known of it.
@Suite struct KnownAccessKeysTests {
    private static let requests: [[String: String]] = [
        ["Action": "GetCallerIdentity", "Version": "2011-06-15"],
        ["Action": "GetCallerIdentity", "Version": "2011-06-15", "Nothing": "x"],
        ["Action": "NoSuchOperation", "Version": "2011-06-15"],
        [
            "Action": "AssumeRoleWithWebIdentity", "Version": "2011-06-15",
            "RoleArn": "arn:aws:iam::123456789012:role/r", "RoleSessionName": "session",
            "WebIdentityToken": "token",
        ],
    ]

    /// A service with a key of alice's, which has signed.
    private struct Stage {
        let service: TestService
        let endpoint: APIEndpoint
        let signer: RequestSigner
        let id: String

        /// - Parameter file: the database, nil for one of the tests' engine.
        init(on file: (any Database)? = nil) async throws {
            service = try await TestService(
                users: ["alice"], policies: ["alice": Policies.allow("iam:*")],
                wrapping: { file ?? $0 })
            endpoint = APIEndpoint(service.pipeline)
            let key = try await service.run(
                IAM.CreateAccessKey.self, .init(userName: "alice")
            ).accessKey
            id = key.accessKeyId
            signer = RequestSigner(
                accessKeyID: key.accessKeyId, secret: key.secretAccessKey,
                moment: service.clock.now)
            #expect(await code(requests[0]) == "")
        }

        /// The error's code of an answer; empty for a success.
        func code(_ form: [String: String], of service: String = "sts") async -> String {
            var signer = signer
            signer.service = service
            let answer = await endpoint.answer(signer.post(form))
            let text = String(decoding: answer.body, as: UTF8.self)
            guard answer.status != 200 else { return "" }
            return text.components(between: "<Code>", and: "</Code>")
        }
    }

    /// Gives the account another mark, as every change of an account does.
    private static func note(_ transaction: any Transaction) throws(StoreError) {
        try transaction.recordChange(
            of: TestService.accountID, at: .init(seconds: 0), what: "Test")
    }

    @Test("whoever's key is withdrawn is told that, whatever they ask", arguments: 0..<4)
    func withdrawn(_ way: Int) async throws {
        try await withdraw(way, from: Stage())
    }

    @Test("and so they are when a file remembers what was read of it", arguments: 0..<5)
    func withdrawnInFile(_ way: Int) async throws {
        let directory = try TemporaryDirectory()
        let database = try await TestEngine.database(in: directory)
        let stage = try await Stage(on: database)
        if way < 4 { return try await withdraw(way, from: stage) }
        // As the operator's commands do, in another process.
        let other = try await TestEngine.database(in: directory, isServer: false)
        try await other.write { transaction in
            try transaction.execute("UPDATE access_key SET status = 'Inactive'")
            try Self.note(transaction)
        }
        #expect(await stage.code(Self.requests[0]) == "InvalidClientTokenId")
    }

    @Test("a policy that is taken away allows nothing in the next request, however often it did")
    func policies() async throws {
        let directory = try TemporaryDirectory()
        let database = try await TestEngine.database(in: directory)
        let stage = try await Stage(on: database)
        let service = stage.service
        let request = ["Action": "GetUser", "Version": "2010-05-08"]
        for _ in 0..<3 { #expect(await stage.code(request, of: "iam") == "") }
        try await service.run(
            IAM.DeleteUserPolicy.self, .init(userName: "alice", policyName: "test"))
        #expect(await stage.code(request, of: "iam") == "AccessDenied")
        try await service.run(
            IAM.PutUserPolicy.self,
            .init(
                userName: "alice", policyName: "test",
                policyDocument: """
                    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:*",
                    "Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/team":"blue"}}}]}
                    """))
        #expect(await stage.code(request, of: "iam") == "AccessDenied")
        try await service.run(
            IAM.TagUser.self, .init(userName: "alice", tags: [.init(key: "team", value: "blue")]))
        #expect(await stage.code(request, of: "iam") == "")
        try await service.run(
            IAM.UntagUser.self, .init(userName: "alice", tagKeys: ["team"]))
        #expect(await stage.code(request, of: "iam") == "AccessDenied")
    }

    private func withdraw(_ way: Int, from stage: Stage) async throws {
        let service = stage.service
        switch way {
        case 0:
            try await service.run(
                IAM.UpdateAccessKey.self,
                .init(accessKeyId: stage.id, status: .inactive, userName: "alice"))
        case 1:
            try await service.run(
                IAM.DeleteAccessKey.self, .init(accessKeyId: stage.id, userName: "alice"))
        case 2:
            try await service.run(
                IAM.DeleteAccessKey.self, .init(accessKeyId: stage.id, userName: "alice"))
            try await service.run(
                IAM.DeleteUserPolicy.self, .init(userName: "alice", policyName: "test"))
            try await service.run(IAM.DeleteUser.self, .init(userName: "alice"))
        default:
            try await service.services.database.write { transaction in
                try transaction.execute("UPDATE account SET status = 'closed', closed_at = 1")
                try Self.note(transaction)
            }
        }
        await service.services.afterwards.flush()
        let records = try await service.auditRecords().count
        for request in Self.requests {
            #expect(await stage.code(request) == "InvalidClientTokenId")
        }
        await service.services.afterwards.flush()
        #expect(try await service.auditRecords().count == records, "it is nobody's request")
    }

    @Test("a key that is active again signs again")
    func again() async throws {
        let stage = try await Stage()
        for (status, code) in [
            (IAM.Shape.StatusType.inactive, "InvalidClientTokenId"), (.active, ""),
        ] {
            try await stage.service.run(
                IAM.UpdateAccessKey.self,
                .init(accessKeyId: stage.id, status: status, userName: "alice"))
            #expect(await stage.code(Self.requests[0]) == code)
        }
    }

    @Test("a secret that was sealed anew is still the key's, and another one is not")
    func sealedAnew() async throws {
        let stage = try await Stage()
        let services = stage.service.services
        let id = try #require(AccessKeyID(stage.id))
        func put(_ secret: Secret) async throws {
            try await services.database.write { transaction in
                guard let key = try AccessKeyTable(transaction).find(id) else { return }
                let sealed = try services.sealer.seal(secret, for: key.sealingContext)
                try transaction.execute(
                    "UPDATE access_key SET sealed_secret = \(sealed) WHERE access_key_id = \(id)")
                try Self.note(transaction)
            }
        }
        try await put(stage.signer.secret)
        #expect(await stage.code(Self.requests[0]) == "")
        try await put(Secret("another-secret-of-forty-characters-000000"))
        #expect(await stage.code(Self.requests[0]) == "SignatureDoesNotMatch")
    }
}

extension String {
    fileprivate func components(between start: String, and end: String) -> String {
        let rest = split(separator: start, maxSplits: 1).last ?? ""
        return String(rest.split(separator: end, maxSplits: 1).first ?? "")
    }
}
