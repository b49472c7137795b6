import AWSWire
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
}
