import AWSWire
import IAMIdentifiers
import IAMModel
import Operations
import TestSupport
import Testing

/// Requests that are not accepted, and how AWS's services word it.
@Suite struct APIEndpointRefusalTests {
    typealias Stage = APIEndpointTests.Stage

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let status: Int
        let code: String
        let request: @Sendable (Stage) -> WireRequest

        init(
            _ name: String, _ status: Int, _ code: String,
            _ request: @escaping @Sendable (Stage) -> WireRequest
        ) {
            testDescription = name
            self.status = status
            self.code = code
            self.request = request
        }
    }

    private static let listUsers = APIEndpointTests.listUsers
    private static let body = TestService.form(listUsers)

    static let signatures = [
        Case("a request that is not signed", 403, "MissingAuthenticationToken") { _ in
            WireRequest(method: "POST", path: "/", headers: ["Host": "localhost"], body: body)
        },
        Case("a key that nobody has", 403, "InvalidClientTokenId") {
            $0.signer { $0.accessKeyID = "AKIA23456723456723AB" }.post(listUsers)
        },
        Case("a key that is no key", 403, "InvalidClientTokenId") {
            $0.signer { $0.accessKeyID = "alice" }.post(listUsers)
        },
        Case("a session token, which no long-term key has", 403, "InvalidClientTokenId") {
            $0.signer { $0.sessionToken = "token" }.post(listUsers)
        },
        Case("a User-Agent too long to be compared with policies", 400, "ValidationError") {
            var request = $0.signer.post(listUsers)
            request.headers.add(
                "User-Agent", String(repeating: "a", count: RequestFacts.longestField + 1))
            return request
        },
        Case("a Referer too long", 400, "ValidationError") {
            var request = $0.signer.post(listUsers)
            request.headers.add(
                "Referer", String(repeating: "a", count: RequestFacts.longestField + 1))
            return request
        },
        Case("more parameters in the query than any request has", 400, "IncompleteSignature") {
            var request = $0.signer.post(listUsers)
            request.query = String(repeating: "a&", count: 2_001)
            return request
        },
        Case("another secret", 403, "SignatureDoesNotMatch") {
            $0.signer { $0.secret = Secret("wrong") }.post(listUsers)
        },
        Case("a body that is not the one signed", 403, "SignatureDoesNotMatch") {
            var request = $0.signer.post(listUsers)
            request.body += Array("&MaxItems=1".utf8)
            return request
        },
        Case("a service that is not served", 403, "SignatureDoesNotMatch") {
            $0.signer { $0.service = "s3" }.post(listUsers)
        },
        Case("a region of China", 403, "SignatureDoesNotMatch") {
            $0.signer { $0.region = "cn-north-1" }.post(listUsers)
        },
        Case("a presigned URL for GovCloud", 403, "SignatureDoesNotMatch") {
            $0.signer { $0.region = "us-gov-west-1" }.presigned(listUsers)
        },
        Case("a header signed six minutes ago", 403, "SignatureDoesNotMatch") {
            $0.signer { $0.moment = $0.moment - .seconds(360) }.post(listUsers)
        },
        Case("a header signed six minutes ahead", 403, "SignatureDoesNotMatch") {
            $0.signer { $0.moment = $0.moment + .seconds(360) }.post(listUsers)
        },
        Case("a presigned URL that is past", 400, "RequestExpired") {
            $0.signer { $0.moment = $0.moment - .seconds(61) }.presigned(listUsers)
        },
        Case("a header that was not signed", 403, "SignatureDoesNotMatch") {
            var request = $0.signer.post(listUsers)
            request.headers.add("X-Amz-Target", "elsewhere")
            return request
        },
        Case("an Authorization of another scheme", 400, "IncompleteSignature") {
            var request = WireRequest(
                method: "POST", path: "/", headers: ["Host": "localhost"], body: body)
            request.headers.add("Authorization", "Basic YWxpY2U6c2VjcmV0")
            request.headers.add("X-Amz-Date", $0.signer.moment.iso8601Basic)
            return request
        },
    ]

    static let forms = [
        Case("no action", 400, "MissingAction") { $0.signer.post(["Version": "2010-05-08"]) },
        Case("nothing at all", 400, "MissingAction") { $0.signer.post(body: []) },
        Case("an action that is none", 400, "InvalidAction") {
            $0.signer.post(["Action": "MakeCoffee", "Version": "2010-05-08"])
        },
        Case("an action in other letters", 400, "InvalidAction") {
            $0.signer.post(["Action": "listusers", "Version": "2010-05-08"])
        },
        Case("a version that is not served", 400, "InvalidAction") {
            $0.signer.post(["Action": "ListUsers", "Version": "2011-06-15"])
        },
        Case("no version", 400, "InvalidAction") { $0.signer.post(["Action": "ListUsers"]) },
        Case("a body that is JSON", 415, "UnsupportedMediaType") {
            $0.signer.post(body: Array("{}".utf8), contentType: "application/json")
        },
        Case("a body of a type that begins alike", 415, "UnsupportedMediaType") {
            $0.signer.post(
                body: Array("Action=ListUsers&Version=2010-05-08".utf8),
                contentType: "application/x-www-form-urlencodedx")
        },
        Case("a body that is cut off", 400, "MalformedQueryString") {
            $0.signer.post(body: Array("Action=ListUsers&Version=2010-05-08&Marker=%4".utf8))
        },
        Case("a body that is not UTF-8", 400, "MalformedQueryString") {
            $0.signer.post(body: Array("Action=ListUsers&Version=%FF".utf8))
        },
        Case("a parameter given twice", 400, "MalformedQueryString") {
            $0.signer.post(body: body + Array("&MaxItems=1&MaxItems=2".utf8))
        },
        Case("a number that is a word", 400, "MalformedInput") {
            $0.signer.post(listUsers.merging(["MaxItems": "many"]) { $1 })
        },
        Case("a value out of its range", 400, "ValidationError") {
            $0.signer.post(listUsers.merging(["MaxItems": "1001"]) { $1 })
        },
        Case("a required parameter that is missing", 400, "ValidationError") {
            $0.signer.post(["Action": "CreateUser", "Version": "2010-05-08"])
        },
        Case("a PUT, whose body is not read", 400, "MissingAction") {
            $0.signer.post(body: body, method: "PUT")
        },
    ]

    @Test(
        "is refused with AWS's status and code, and changes nothing",
        arguments: signatures + forms)
    func refused(_ refusal: Case) async throws {
        let stage = try await Stage()
        let before = try await StoreContents(of: stage.service.services.database)
        let response = await stage.endpoint.answer(refusal.request(stage))
        let text = String(decoding: response.body, as: UTF8.self)
        #expect(response.status == refusal.status, "\(text)")
        #expect(text.contains("<Code>\(refusal.code)</Code>"), "\(text)")
        #expect(text.contains("<Type>Sender</Type>"))
        #expect(try await StoreContents(of: stage.service.services.database) == before)
    }

    @Test(
        "a refusal repeats no secret",
        arguments: signatures)
    func nothingIsRevealed(_ refusal: Case) async throws {
        let stage = try await Stage()
        let response = await stage.endpoint.answer(refusal.request(stage))
        let text = String(decoding: response.body, as: UTF8.self)
        for secret in [stage.signer.secret.reveal(), "root@example.com", "YWxpY2U6c2VjcmV0"] {
            #expect(!text.contains(secret))
        }
    }
}
