import IAMIdentifiers
import Testing

@testable import SMTP

/// What needs no server. Tests/Clients/test_mail.py has servers of every kind.
@Suite struct SMTPClientTests {
    @Test func `a server that is not there is said so, without the password`() throws {
        let server = SMTPServer(
            host: "127.0.0.1", port: 1, security: .startTLS,
            login: .init(user: "gatehouse", password: Secret("the password")))
        let address = try #require(EmailAddress("a@example.com"))
        let message = EmailMessage(
            from: address, to: address, subject: "", text: "", html: "", language: "en",
            date: Timestamp(seconds: 0), name: "1")
        let failure = #expect(throws: SMTPFailure.self) { try SMTPClient(server).send(message) }
        guard case .notNow(let reason)? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(reason.hasPrefix("127.0.0.1:1: ") && !reason.contains("password"))
    }

    @Test func `the address of a server says how it is greeted`() {
        func url(_ host: String, _ security: SMTPServer.Security, _ greeting: String?) -> String {
            SMTPServer(host: host, port: 25, security: security, greeting: greeting).url
        }
        #expect(url("mail.example", .startTLS, "id.example") == "smtp://mail.example:25/id.example")
        #expect(url("::1", .tls, nil) == "smtps://[::1]:25/")
        #expect(SMTPServer.Security.allCases.map(\.usualPort) == [587, 465, 25])
    }
}
