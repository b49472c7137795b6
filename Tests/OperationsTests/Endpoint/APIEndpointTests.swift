import AWSWire
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing
import Workers

/// Signed requests through the whole service, answered as bytes.
@Suite struct APIEndpointTests {
    /// A service whose root user has an access key.
    struct Stage {
        let service: TestService
        let endpoint: APIEndpoint
        let signer: RequestSigner

        init() async throws {
            service = try await TestService(users: ["alice"])
            endpoint = APIEndpoint(service.pipeline)
            let key = try await service.run(IAM.CreateAccessKey.self, .init()).accessKey
            signer = RequestSigner(
                accessKeyID: key.accessKeyId, secret: key.secretAccessKey,
                moment: service.clock.now)
        }

        func signer(_ edit: (inout RequestSigner) -> Void) -> RequestSigner {
            var edited = signer
            edit(&edited)
            return edited
        }
    }

    static let listUsers = ["Action": "ListUsers", "Version": "2010-05-08"]

    private func text(_ response: WireResponse) -> String {
        String(decoding: response.body, as: UTF8.self)
    }

    @Test("a success is an XML document that carries the request's ID")
    func xml() async throws {
        let stage = try await Stage()
        let response = await stage.endpoint.answer(stage.signer.post(Self.listUsers))
        #expect(response.status == 200)
        #expect(response.headers["content-type"] == "text/xml")
        #expect(response.headers["cache-control"] == "no-store")
        let id = try #require(response.headers["x-amzn-requestid"])
        #expect(
            text(response).hasPrefix(
                #"<ListUsersResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">"#))
        #expect(text(response).contains("<UserName>alice</UserName>"))
        #expect(text(response).contains("<RequestId>\(id)</RequestId>"))
    }

    @Test("a parameter that the operation does not know is refused: it may be a restriction")
    func unknownParameter() async throws {
        let stage = try await Stage()
        let refused = await stage.endpoint.answer(
            stage.signer.post(Self.listUsers.merging(["OnlyThose": "x"]) { $1 }))
        #expect(refused.status == 400)
        #expect(text(refused).contains("<Code>ValidationError</Code>"))
        #expect(
            text(refused).contains(
                "The parameter OnlyThose is not known to this operation. Leave it out."))
    }

    @Test("a long request is read in the line of its account, a short one at once")
    func longRequests() async throws {
        let stage = try await Stage()
        let pool = stage.service.services.computations
        let gate = Gate()
        async let held: Void = pool.run(for: stage.service.account.id) { _ in gate.wait() }
        await gate.entered()
        func listing(_ length: Int) -> WireRequest {
            let form = TestService.form(Self.listUsers)
            let rest = Array("&PathPrefix=/".utf8)
            return stage.signer.post(
                body: form + rest
                    + [UInt8](repeating: UInt8(ascii: "/"), count: length - form.count - rest.count)
            )
        }
        #expect(await stage.endpoint.answer(listing(32_768)).status == 400)
        async let long = stage.endpoint.answer(listing(32_769))
        while pool.waitingCount == 0 { await Task.yield() }
        gate.open()
        try await held
        #expect(await long.status == 400)
    }

    @Test("what an error quotes of a request is bounded, whatever it quotes")
    func quoted() async throws {
        let stage = try await Stage()
        let long = String(repeating: "\"", count: 200_000)
        for parameters in [
            ["Action": long, "Version": "2010-05-08"],
            ["Action": "ListUsers", "Version": long],
            ["Action": "GetUser", "Version": "2010-05-08", "UserName": long],
            ["Action": "ListUsers", "Version": "2010-05-08", "MaxItems": long],
        ] {
            let answer = await stage.endpoint.answer(stage.signer.post(parameters))
            #expect(answer.status == 400)
            #expect(answer.body.count < 100_000)
        }
    }

    @Test("who asks for JSON has it, for successes and errors")
    func json() async throws {
        let stage = try await Stage()
        let success = await stage.endpoint.answer(
            stage.signer.post(
                body: TestService.form(Self.listUsers), accept: "application/json"))
        #expect(success.headers["content-type"] == "application/json")
        #expect(text(success).hasPrefix(#"{"ListUsersResponse":{"ListUsersResult":{"Users":[{"#))
        let error = await stage.endpoint.answer(
            stage.signer.post(
                body: TestService.form([
                    "Action": "GetUser", "Version": "2010-05-08",
                    "UserName": "nobody",
                ]), accept: "application/json"))
        #expect(error.status == 404)
        #expect(text(error).contains(#""Code":"NoSuchEntity""#))
    }

    @Test("a refusal carries its sealed message in an element of its own, in either format")
    func encodedMessage() async throws {
        let stage = try await Stage()
        let key = try await stage.service.run(
            IAM.CreateAccessKey.self, .init(userName: "alice")
        ).accessKey
        let alice = stage.signer {
            $0.accessKeyID = key.accessKeyId
            $0.secret = key.secretAccessKey
        }
        let xml = text(await stage.endpoint.answer(alice.post(Self.listUsers)))
        #expect(
            xml.contains(
                #/<Code>AccessDenied<\/Code><Message>User: [^<]+<\/Message>/#))
        #expect(xml.contains(#/<\/Message><EncodedMessage>[\w-]+<\/EncodedMessage><\/Error>/#))
        let json = text(
            await stage.endpoint.answer(
                alice.post(body: TestService.form(Self.listUsers), accept: "application/json")))
        #expect(json.contains(#/"EncodedMessage":"[\w-]+"/#))
        let missing = text(
            await stage.endpoint.answer(
                stage.signer.post(
                    ["Action": "GetUser", "Version": "2010-05-08", "UserName": "nobody"])))
        #expect(!missing.contains("EncodedMessage"))
    }

    @Test("an error is an XML document with the sender, the code and the sentence")
    func error() async throws {
        let stage = try await Stage()
        let response = await stage.endpoint.answer(
            stage.signer.post(
                ["Action": "GetUser", "Version": "2010-05-08", "UserName": "nobody"]))
        #expect(response.status == 404)
        let message = "The user with name nobody cannot be found."
        #expect(
            text(response).contains(
                "<Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>\(message)</Message>"
            ))
    }

    @Test("STS is told from IAM by the credential's scope")
    func sts() async throws {
        let stage = try await Stage()
        let identity = ["Action": "GetCallerIdentity", "Version": "2011-06-15"]
        let right = await stage.endpoint.answer(
            stage.signer { $0.service = "sts" }.post(identity))
        #expect(right.status == 200)
        #expect(text(right).contains("<Arn>arn:aws:iam::123456789012:root</Arn>"))
        let wrong = await stage.endpoint.answer(stage.signer.post(identity))
        #expect(text(wrong).contains("<Code>InvalidAction</Code>"))
    }

    @Test("a presigned URL does what it says, and a GET reads its query")
    func presigned() async throws {
        let stage = try await Stage()
        let response = await stage.endpoint.answer(stage.signer.presigned(Self.listUsers))
        #expect(response.status == 200)
        #expect(text(response).contains("<UserName>alice</UserName>"))
        var post = stage.signer.presigned(Self.listUsers)
        post.method = "POST"
        #expect(await stage.endpoint.answer(post).status == 403, "the method is signed, too")
    }

    @Test("the use of a key is kept, with the service and the region")
    func lastUse() async throws {
        let stage = try await Stage()
        let key = stage.signer.accessKeyID
        let unused = try await stage.service.run(
            IAM.GetAccessKeyLastUsed.self, .init(accessKeyId: key))
        #expect(unused.accessKeyLastUsed?.serviceName == "N/A")
        #expect(unused.accessKeyLastUsed?.lastUsedDate == nil)
        _ = await stage.endpoint.answer(stage.signer.post(Self.listUsers))
        await stage.service.services.afterwards.flush()
        let used = try await stage.service.run(
            IAM.GetAccessKeyLastUsed.self, .init(accessKeyId: key))
        #expect(used.userName == nil, "the root user has no name")
        #expect(used.accessKeyLastUsed?.serviceName == "iam")
        #expect(used.accessKeyLastUsed?.region == "us-east-1")
        #expect(used.accessKeyLastUsed?.lastUsedDate == stage.service.clock.now)
    }

    @Test(
        "a key is withdrawn from the next request on, and a deleted one is gone",
        arguments: ["UpdateAccessKey", "DeleteAccessKey"])
    func withdrawn(_ operation: String) async throws {
        let stage = try await Stage()
        #expect(await stage.endpoint.answer(stage.signer.post(Self.listUsers)).status == 200)
        // With the key itself: the answer to the last request it signs still comes.
        var last = [
            "Action": operation, "Version": "2010-05-08",
            "AccessKeyId": stage.signer.accessKeyID,
        ]
        if operation == "UpdateAccessKey" { last["Status"] = "Inactive" }
        #expect(await stage.endpoint.answer(stage.signer.post(last)).status == 200)
        let refused = await stage.endpoint.answer(stage.signer.post(Self.listUsers))
        #expect(refused.status == 403)
        #expect(text(refused).contains("<Code>InvalidClientTokenId</Code>"))
        let left = try await stage.service.run(IAM.ListAccessKeys.self, .init())
        #expect(left.accessKeyMetadata.count == (operation == "DeleteAccessKey" ? 0 : 1))
        guard operation == "UpdateAccessKey" else { return }
        try await stage.service.run(
            IAM.UpdateAccessKey.self,
            .init(accessKeyId: stage.signer.accessKeyID, status: .active))
        #expect(await stage.endpoint.answer(stage.signer.post(Self.listUsers)).status == 200)
    }

    @Test("no key of a closed account is one, until the account is opened again")
    func closed() async throws {
        let stage = try await Stage()
        let tools = OperatorTools(stage.service.services)
        try await tools.close(TestService.accountID)
        let refused = await stage.endpoint.answer(stage.signer.post(Self.listUsers))
        #expect(refused.status == 403)
        #expect(text(refused).contains("<Code>InvalidClientTokenId</Code>"))
        try await tools.reopen(TestService.accountID)
        #expect(await stage.endpoint.answer(stage.signer.post(Self.listUsers)).status == 200)
    }
}
