import AWSWire
import IAMIdentifiers
import Operations
import Synchronization
import Testing

@testable import Server

@Suite struct DevelopmentModeTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var headers: WireHeaders
        var status: Int
    }

    static let cases = [
        Case(
            testDescription: "a program resets", headers: ["host": "127.0.0.1:8426"], status: 204),
        Case(
            testDescription: "a program resets by name", headers: ["host": "localhost:8426"],
            status: 204),
        Case(
            testDescription: "a page of the server resets",
            headers: [
                "host": "acme.signin.localhost:8426", "sec-fetch-site": "same-origin",
                "origin": "http://acme.signin.localhost:8426",
            ], status: 204),
        Case(
            testDescription: "a page of another site does not",
            headers: ["host": "localhost:8426", "sec-fetch-site": "cross-site"], status: 403),
        Case(
            testDescription: "a page of another site in an old browser does not",
            headers: ["host": "localhost:8426", "origin": "https://evil.example"], status: 403),
        Case(
            testDescription: "a page of the same host over TLS does not",
            headers: ["host": "localhost:8426", "origin": "https://localhost:8426"], status: 403),
        Case(
            testDescription: "a page of the same host on another port does not",
            headers: ["host": "localhost:8426", "origin": "http://localhost:3000"], status: 403),
    ]

    @Test("the state is restored for programs and our own pages alone", arguments: cases)
    func reset(_ c: Case) async {
        let resets = Mutex(0)
        let development = DevelopmentMode { resets.withLock { $0 += 1 } }
        let answer = await development.answer(
            WireRequest(method: "POST", path: "/dev/reset", headers: c.headers))
        #expect(answer?.status == c.status)
        #expect(resets.withLock { $0 } == (c.status == 204 ? 1 : 0))
    }

    private static let mail = [
        Mail.Sent(
            recipient: "root@example.com", sender: "gatehouse@localhost", subject: "A \"b\"",
            text: "One.\n", html: "<p>One.</p>", at: Timestamp(seconds: 1_795_305_600))
    ]

    private func answer(_ path: String, _ headers: WireHeaders = [:]) async -> WireResponse? {
        await DevelopmentMode(mail: { Self.mail }, reset: {}).answer(
            WireRequest(method: "GET", path: path, headers: headers))
    }

    @Test("mail is read as JSON")
    func mailAsJSON() async {
        let answer = await answer("/dev/mail.json", ["host": "localhost:8426"])
        #expect(answer?.headers["content-type"] == "application/json")
        #expect(
            answer.map { String(decoding: $0.body, as: UTF8.self) } == """
                [{"to":"root@example.com","from":"gatehouse@localhost","subject":"A \\"b\\"",\
                "text":"One.\\n","html":"<p>One.</p>","at":"2026-11-22T00:00:00Z"}]
                """)
        let none = await DevelopmentMode {}.answer(
            WireRequest(method: "GET", path: "/dev/mail.json", headers: [:]))
        #expect(none.map { String(decoding: $0.body, as: UTF8.self) } == "[]")
    }

    @Test("mail is read on a page, in the reader's language, and by no other site")
    func mailAsPage() async {
        let page = await answer("/dev/mail", ["accept-language": "ko"])
        let text = page.map { String(decoding: $0.body, as: UTF8.self) } ?? ""
        #expect(page?.status == 200 && text.contains("root@example.com"))
        #expect(text.contains("<html lang=\"ko\""))
        for path in ["/dev/mail", "/dev/mail.json"] {
            #expect(await answer(path, ["sec-fetch-site": "cross-site"])?.status == 403)
        }
    }
}
