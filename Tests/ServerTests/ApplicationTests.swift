import AWSWire
import Synchronization
import TestSupport
import Testing

@testable import Server

/// Which names the whole server answers to.
@Suite struct ApplicationTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var method = "GET"
        var path: String
        var query = ""
        var headers: WireHeaders
        var status: Int
    }

    private static let stranger = "evil.example:8426"

    static let cases = [
        Case(
            testDescription: "a page under localhost is shown", path: "/signin",
            headers: ["host": "localhost:8426"], status: 200),
        Case(
            testDescription: "a page under a name that is listed is shown", path: "/signin",
            headers: ["host": "id.internal"], status: 200),
        Case(
            testDescription: "a page under a stranger's name is not", path: "/signin",
            headers: ["host": stranger], status: 421),
        Case(
            testDescription: "nor one without a name", path: "/signin", headers: [:], status: 421),
        Case(
            testDescription: "nor sign-up", path: "/signup", headers: ["host": stranger],
            status: 421),
        Case(
            testDescription: "nor the first page", path: "/", headers: ["host": stranger],
            status: 421),
        Case(
            testDescription: "nor the console, with a signature or not", path: "/console",
            headers: ["host": stranger, "authorization": "AWS4-HMAC-SHA256 x"], status: 421),
        Case(
            testDescription: "nor what is not there", path: "/none", headers: ["host": stranger],
            status: 421),
        Case(
            testDescription: "nor the mail", path: "/dev/mail.json", headers: ["host": stranger],
            status: 421),
        Case(
            testDescription: "nor the reset, said to be signed or not", method: "POST",
            path: "/dev/reset", query: "X-Amz-Signature=1",
            headers: ["host": stranger, "authorization": "x"], status: 421),
        Case(
            testDescription: "an unsigned request under a stranger's name is not looked into",
            method: "POST", path: "/", headers: ["host": stranger], status: 421),
        Case(
            testDescription: "a signed one is, and its signature is checked", method: "POST",
            path: "/",
            headers: ["host": stranger, "authorization": "AWS4-HMAC-SHA256 x"], status: 400),
        Case(
            testDescription: "a page is a page under a known name, to a signed request, too",
            method: "GET", path: "/signin",
            headers: ["host": "localhost", "authorization": "AWS4-HMAC-SHA256 x"], status: 200),
        Case(
            testDescription: "a signed request to a path of no one is told where services are",
            method: "POST", path: "/iam/",
            headers: ["host": stranger, "authorization": "AWS4-HMAC-SHA256 x"], status: 404),
        Case(
            testDescription: "an unsigned one under a stranger's name is not", path: "/iam/",
            headers: ["host": stranger], status: 421),
        Case(
            testDescription: "an unsigned request under a known name is asked to sign",
            method: "POST", path: "/", headers: ["host": "127.0.0.1"], status: 403),
    ]

    @Test(arguments: cases) func answers(_ c: Case) async throws {
        var configuration = Configuration()
        configuration.hosts = ["id.internal"]
        let resets = Mutex(0)
        let application = Application(
            try await TestService().services, configuration,
            DevelopmentMode { resets.withLock { $0 += 1 } })
        let answer = await application.answer(
            WireRequest(method: c.method, path: c.path, query: c.query, headers: c.headers))
        #expect(answer.status == c.status)
        #expect(resets.withLock { $0 } == 0)
    }

    @Test(arguments: ["/iam/", "/some/prefix", "//", "/sts/"])
    func `a request to a path of no one is answered in XML, a browser in text`(
        _ path: String
    ) async throws {
        let application = Application(try await TestService().services, Configuration())
        let hosts: WireHeaders = ["host": "localhost:8426"]
        var signed = hosts
        signed.add("authorization", "AWS4-HMAC-SHA256 Credential=")
        for request in [
            WireRequest(method: "POST", path: path, headers: signed),
            WireRequest(
                method: "POST", path: path, headers: hosts,
                body: Array("Action=GetCallerIdentity&Version=2011-06-15".utf8)),
            WireRequest(
                method: "GET", path: path, query: "Action=ListUsers&X-Amz-Signature=0",
                headers: hosts),
        ] {
            let answer = await application.answer(request)
            #expect(answer.status == 404)
            #expect(answer.headers["content-type"] == "text/xml")
            #expect(String(decoding: answer.body, as: UTF8.self).contains("The services are at /"))
        }
        let browser = await application.answer(
            WireRequest(method: "GET", path: path, headers: hosts))
        #expect(browser.status == 404)
        #expect(browser.headers["content-type"] == "text/plain; charset=utf-8")
    }

    @Test func `the refusal says in the reader's language what to set`() async throws {
        let application = Application(try await TestService().services, Configuration())
        for (language, sentence) in [("en", "If the name below"), ("ko", "구성 파일에 적고")] {
            let answer = await application.answer(
                WireRequest(
                    method: "GET", path: "/signin",
                    headers: ["host": "id.internal", "accept-language": language]))
            let text = String(decoding: answer.body, as: UTF8.self)
            #expect(answer.headers["content-type"] == "text/html; charset=utf-8")
            #expect(text.contains("hosts = [\"id.internal\"]"))
            #expect(text.contains(sentence))
            #expect(answer.headers["set-cookie"] == nil)
        }
    }
}
