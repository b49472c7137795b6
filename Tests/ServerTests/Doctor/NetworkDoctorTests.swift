import HTTPSFetch
import IAMIdentifiers
import Synchronization
import Testing

@testable import Server

/// What is said of the way to a server, by what its public URL answers.
@Suite struct NetworkDoctorTests {
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let url: String
        let answer: Result<HTTPSAnswer, HTTPSFailure>
        let state: Finding.State
        let says: String
    }

    private static func answer(_ status: Int, secure: Bool = false) -> HTTPSAnswer {
        HTTPSAnswer(
            status: status, transportSecurity: secure ? "max-age=31536000" : nil)
    }

    private static let url = "https://id.example.com"

    static let cases = [
        Case(
            testDescription: "all is well", url: url, answer: .success(answer(200, secure: true)),
            state: .good, says: "leads to the sign-in page"),
        Case(
            testDescription: "the server is not told of TLS", url: url,
            answer: .success(answer(200)), state: .failure, says: "X-Forwarded-Proto"),
        Case(
            testDescription: "the proxy changes the name", url: url,
            answer: .success(answer(421)), state: .failure, says: "pass the Host header field"),
        Case(
            testDescription: "the proxy does not reach the server", url: url,
            answer: .success(answer(502)), state: .failure, says: "compare its upstream"),
        Case(
            testDescription: "something else answers", url: url, answer: .success(answer(404)),
            state: .failure, says: "pass every path"),
        Case(
            testDescription: "the certificate is not trusted", url: url,
            answer: .failure(.untrusted("self-signed certificate")), state: .failure,
            says: "use one of a known authority"),
        Case(
            testDescription: "nothing answers", url: url,
            answer: .failure(.unreachable("Could not resolve host")), state: .failure,
            says: "the DNS"),
        Case(
            testDescription: "passwords would be in the clear", url: "http://id.example.com",
            answer: .success(answer(200)), state: .warning, says: "https"),
        Case(
            testDescription: "on the machine itself they are not", url: "http://localhost:8426",
            answer: .success(answer(200)), state: .good, says: "leads to the sign-in page"),
    ]

    @Test(arguments: cases)
    func `the way to the sign-in page`(_ each: Case) throws {
        var configuration = Configuration()
        configuration.publicURL = PublicURL(each.url)
        configuration.trustedProxies = [try #require(IPNetwork("127.0.0.1"))]
        let asked = Mutex<[String]>([])
        let doctor = NetworkDoctor(configuration, now: Timestamp(microseconds: 0)) {
            (request) throws(HTTPSFailure) in
            asked.withLock { $0.append(request.url) }
            return try each.answer.get()
        }
        let finding = try #require(doctor.findings().first { $0.check == "public url" })
        #expect(finding.state == each.state, "\(finding)")
        #expect("\(finding.text) \(finding.advice ?? "")".contains(each.says), "\(finding)")
        #expect((finding.state == .good) == (finding.advice == nil))
        if each.state != .warning {
            #expect(asked.withLock { $0.last } == "\(each.url)/signin")
        }
    }

    @Test("plain HTTP to other machines, without a proxy, is warned of")
    func plain() throws {
        var configuration = Configuration()
        func state() -> Finding.State? {
            NetworkDoctor(configuration, now: Timestamp(microseconds: 0)) {
                (_) throws(HTTPSFailure) in throw .unreachable("")
            }.findings().first { $0.check == "tls" }?.state
        }
        #expect(state() == .good)
        configuration.listen = ListenAddress(host: "0.0.0.0", port: 8_426)
        #expect(state() == .warning)
        configuration.trustedProxies = [try #require(IPNetwork("10.0.0.0/8"))]
        #expect(state() == .good)
    }
}
