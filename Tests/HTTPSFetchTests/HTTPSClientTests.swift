import HTTPSFetch
import Testing

/// What needs no server. Tests/Clients/test_web_identity.py has servers of every kind.
@Suite struct HTTPSClientTests {
    @Test(
        "an address that is not public is refused before anything is sent",
        arguments: [
            "https://127.0.0.1:1/", "https://localhost/", "https://[::1]/", "https://10.0.0.1/",
            "https://169.254.169.254/latest/meta-data/", "https://[::ffff:127.0.0.1]/",
            "https://0.0.0.0/", "https://0x7f000001/", "https://2130706433/",
        ])
    func privateAddresses(_ url: String) {
        #expect(throws: HTTPSFailure.forbiddenAddress) {
            try HTTPSClient().get(HTTPSRequest(url: url))
        }
    }

    @Test(
        "what is not HTTPS is refused",
        arguments: ["http://127.0.0.1/", "file:///etc/passwd", "ftp://127.0.0.1/", "gopher://a/"])
    func otherSchemes(_ url: String) {
        let failure = #expect(throws: HTTPSFailure.self) {
            try HTTPSClient().get(HTTPSRequest(url: url, mayBePrivate: true))
        }
        guard case .unreachable? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }

    @Test(
        "plain HTTP that may be is for this machine alone",
        arguments: ["http://192.0.2.1/", "http://10.0.0.1/", "http://0.0.0.0/", "http://8.8.8.8/"])
    func plainElsewhere(_ url: String) {
        #expect(throws: HTTPSFailure.forbiddenAddress) {
            try HTTPSClient().post(
                HTTPSMessage(headers: [], body: "a=b"),
                to: HTTPSRequest(url: url, mayBePrivate: true, mayBePlainHere: true))
        }
    }

    @Test("a server that is not there is said so")
    func unreachable() {
        let failure = #expect(throws: HTTPSFailure.self) {
            try HTTPSClient().get(HTTPSRequest(url: "https://127.0.0.1:1/", mayBePrivate: true))
        }
        guard case .unreachable? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }

    @Test("who no longer waits ends the fetch")
    func cancelled() {
        #expect(throws: HTTPSFailure.interrupted) {
            try HTTPSClient().get(
                HTTPSRequest(url: "https://192.0.2.1/", mayBePrivate: true), isCancelled: { true })
        }
    }
}
