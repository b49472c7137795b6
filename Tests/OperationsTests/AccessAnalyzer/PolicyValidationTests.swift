import AWSWire
import Foundation
import IAMIdentifiers
import IAMModel
import Operations
import TestSupport
import Testing

/// ValidatePolicy, and the REST protocol that it is asked in.
@Suite struct PolicyValidationTests {
    private static let path = "/policy/validation"

    private struct Stage {
        let service: TestService
        let endpoint: APIEndpoint
        let signer: RequestSigner

        /// - Parameter user: who asks; the root user for nil.
        init(as user: String? = nil) async throws {
            service = try await TestService(users: ["alice"])
            endpoint = APIEndpoint(service.pipeline)
            let key = try await service.run(IAM.CreateAccessKey.self, .init(userName: user))
                .accessKey
            signer = RequestSigner(
                accessKeyID: key.accessKeyId, secret: key.secretAccessKey,
                moment: service.clock.now, service: "access-analyzer", path: path)
        }

        func answer(
            _ body: String, contentType: String = "application/json",
            _ edit: (inout RequestSigner) -> Void = { _ in }
        ) async -> Answer {
            var signer = signer
            edit(&signer)
            return Answer(
                await endpoint.answer(
                    signer.post(body: Array(body.utf8), contentType: contentType)))
        }
    }

    private struct Answer {
        let status: Int
        let errorType: String?
        let json: [String: Any]

        init(_ response: WireResponse) {
            status = response.status
            errorType = response.headers["x-amzn-errortype"]
            #expect(response.headers["content-type"] == "application/json")
            #expect(response.headers["x-amzn-requestid"] != nil)
            let object = try? JSONSerialization.jsonObject(with: Data(response.body))
            json = object as? [String: Any] ?? [:]
        }

        var message: String? { json["message"] as? String }
        var reason: String? { json["reason"] as? String }
        var findings: [[String: Any]] { json["findings"] as? [[String: Any]] ?? [] }
    }

    private static func body(_ document: String, _ more: [String: Any] = [:]) throws -> String {
        let members: [String: Any] = ["policyDocument": document, "policyType": "IDENTITY_POLICY"]
        let data = try JSONSerialization.data(withJSONObject: members.merging(more) { $1 })
        return String(decoding: data, as: UTF8.self)
    }

    @Test("findings have their place, their type and their code")
    func findings() async throws {
        let policy = """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "s3:GetObjct", "Resource": "*"}]}
            """
        let answer = try await Stage().answer(try Self.body(policy))
        #expect(answer.status == 200)
        #expect(answer.json["nextToken"] == nil)
        let finding = try #require(answer.findings.first)
        #expect(finding["findingType"] as? String == "ERROR")
        #expect(finding["issueCode"] as? String == "INVALID_ACTION")
        let location = try #require((finding["locations"] as? [[String: Any]])?.first)
        let path = try #require(location["path"] as? [[String: Any]])
        #expect(path.map { Array($0.keys) } == [["value"], ["index"], ["value"]])
        let span = try #require(location["span"] as? [String: [String: Int]])
        #expect(span["start"] == ["line": 2, "column": 32, "offset": 73])
        #expect(span["end"] == ["line": 2, "column": 45, "offset": 86])
    }

    @Test("pages follow each other without a gap")
    func pages() async throws {
        let stage = try await Stage()
        let statements = (0..<5).map {
            #"{"Effect":"Allow","Action":"s3:No\#($0)","Resource":"*"}"#
        }
        let policy =
            #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#
        let whole = await stage.answer(try Self.body(policy))
        var details: [String] = []
        var token: String?
        repeat {
            let page = await stage.answer(
                try Self.body(policy, ["maxResults": 2, "nextToken": token as Any? ?? NSNull()]))
            #expect(page.findings.count <= 2)
            details += page.findings.compactMap { $0["findingDetails"] as? String }
            token = page.json["nextToken"] as? String
        } while token != nil
        #expect(details.count >= 5)
        #expect(details == whole.findings.compactMap { $0["findingDetails"] as? String })
    }

    @Test("each type of policy has the rules of its own")
    func types() async throws {
        let stage = try await Stage()
        func codes(_ type: String, _ resource: String? = nil) async throws -> [String] {
            let answer = await stage.answer(
                try Self.body(
                    Policies.allow("s3:GetObject"),
                    ["policyType": type, "validatePolicyResourceType": resource ?? NSNull()]))
            #expect(answer.status == 200)
            return answer.findings.compactMap { $0["issueCode"] as? String }
        }
        #expect(try await codes("IDENTITY_POLICY") == [])
        #expect(try await codes("RESOURCE_POLICY").contains("MISSING_PRINCIPAL"))
        #expect(
            try await codes("RESOURCE_POLICY", "AWS::IAM::AssumeRolePolicyDocument")
                .contains("ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE"))
        #expect(try await codes("SERVICE_CONTROL_POLICY") == [])
        #expect(try await codes("RESOURCE_CONTROL_POLICY").contains("MISSING_PRINCIPAL"))
    }

    struct Refusal: CustomTestStringConvertible {
        let testDescription: String
        let body: String
        var contentType = "application/json"
        let status: Int
        let type: String
        var reason: String?
    }

    static let refusals: [Refusal] = [
        Refusal(
            testDescription: "a body that is no JSON", body: "{", status: 400,
            type: "ValidationException", reason: "cannotParse"),
        Refusal(
            testDescription: "a body that is a list", body: "[]", status: 400,
            type: "ValidationException", reason: "cannotParse"),
        Refusal(
            testDescription: "a member that stands twice",
            body: #"{"policyType":"IDENTITY_POLICY","policyType":"RESOURCE_POLICY"}"#, status: 400,
            type: "ValidationException", reason: "cannotParse"),
        Refusal(
            testDescription: "no parameters", body: "", status: 400, type: "ValidationException",
            reason: "fieldValidationFailed"),
        Refusal(
            testDescription: "a policy type that there is not",
            body: #"{"policyDocument":"{}","policyType":"OTHER"}"#, status: 400,
            type: "ValidationException", reason: "fieldValidationFailed"),
        Refusal(
            testDescription: "a form", body: "policyType=IDENTITY_POLICY",
            contentType: "application/x-www-form-urlencoded", status: 415,
            type: "UnsupportedMediaType"),
    ]

    @Test("what cannot be read or is not valid is refused by its kind", arguments: refusals)
    func refused(_ refusal: Refusal) async throws {
        let answer = try await Stage().answer(refusal.body, contentType: refusal.contentType)
        #expect(answer.status == refusal.status)
        #expect(answer.errorType == refusal.type)
        #expect(answer.reason == refusal.reason)
        #expect(answer.message?.isEmpty == false)
    }

    @Test("who may not is told so in AWS's sentence, under the name that REST services have for it")
    func denied() async throws {
        let stage = try await Stage(as: "alice")
        let answer = await stage.answer(try Self.body("{}"))
        #expect(answer.status == 403)
        #expect(answer.errorType == "AccessDeniedException")
        #expect(
            answer.message
                == "User: arn:aws:iam::123456789012:user/alice is not authorized to perform: "
                + "access-analyzer:ValidatePolicy on resource: * because no identity-based policy "
                + "allows the access-analyzer:ValidatePolicy action")
        try await stage.service.permit("alice", Policies.allow("access-analyzer:ValidatePolicy"))
        #expect(await stage.answer(try Self.body("{}")).status == 200)
    }

    @Test("credentials that do not prove anything are refused as REST services refuse them")
    func credentials() async throws {
        let stage = try await Stage()
        let body = try Self.body("{}")
        let wrong = await stage.answer(body) { $0.secret = Secret("wrong") }
        #expect((wrong.status, wrong.errorType ?? "") == (403, "InvalidSignatureException"))
        let unknown = await stage.answer(body) { $0.accessKeyID = "AKIAAAAAAAAAAAAAAAAA" }
        #expect((unknown.status, unknown.errorType ?? "") == (403, "UnrecognizedClientException"))
        let unsigned = Answer(
            await stage.endpoint.answer(
                WireRequest(method: "POST", path: Self.path, body: Array(body.utf8))))
        #expect(unsigned.status == 403)
        #expect(unsigned.errorType == "MissingAuthenticationTokenException")
    }

    @Test("a path, a method and a service go together")
    func routes() async throws {
        let stage = try await Stage()
        let body = try Self.body("{}")
        let elsewhere = await stage.answer(body) { $0.path = "/" }
        #expect(elsewhere.errorType == "UnknownOperationException")
        #expect(elsewhere.status == 404)
        let get = Answer(
            await stage.endpoint.answer(
                stage.signer.post(
                    body: Array(body.utf8), contentType: "application/json", method: "GET")))
        #expect(get.status == 404)
        var signer = stage.signer
        signer.service = "iam"
        let other = await stage.endpoint.answer(
            signer.post(body: TestService.form(APIEndpointTests.listUsers)))
        #expect(other.status == 400)
        #expect(String(decoding: other.body, as: UTF8.self).contains("<Code>InvalidAction</Code>"))
    }

    @Test("the listener leads the path to the API, and no other path")
    func served() async throws {
        let endpoint = try await Stage().endpoint
        #expect(endpoint.serves(WireRequest(method: "POST", path: Self.path)))
        #expect(endpoint.serves(WireRequest(method: "GET", path: Self.path)))
        #expect(!endpoint.serves(WireRequest(method: "POST", path: Self.path + "/")))
        #expect(!endpoint.serves(WireRequest(method: "GET", path: "/")))
        #expect(endpoint.serves(WireRequest(method: "POST", path: "/")))
    }
}
