import IAMModel
import Operations
import TestSupport
import Testing

@testable import Console

/// SSH public keys, signing certificates and credentials for single services, in the console.
@Suite struct ServiceKeyTests {
    private static func browser(of service: TestService, as user: String?) async throws -> Browser {
        if let user { return try await ConversationTests.user(user, of: service) }
        return try await ConversationTests.root(of: service)
    }

    /// The page of bob for the root user, and bob's own page.
    private static let pages: [(user: String?, page: any ConsolePage)] = [
        (nil, UserPage(name: "bob", tab: .credentials)),
        ("bob", SecurityCredentialsPage(open: .services)),
    ]

    private static func service() async throws -> TestService {
        try await TestService(users: ["bob"], policies: ["bob": Policies.allow("*")])
    }

    @Test("a key and a certificate are uploaded, switched off and on, and deleted")
    func uploads() async throws {
        for (user, page) in Self.pages {
            let service = try await Self.service()
            let browser = try await Self.browser(of: service, as: user)
            for (kind, box, text, prefix) in [
                ("ssh-key", "public-key", "  " + TestSSHKeys.ssh + "\n", "APKA"),
                ("signing-certificate", "certificate", try TestCertificate("bob").pem, ""),
            ] {
                var answer = try await browser.submit(
                    "add-\(kind)", of: browser.get(page), [(box, text)])
                #expect(answer.shows("It was uploaded."))
                let found = answer.text.firstMatch(
                    of: /<dialog popover id="delete-([A-Z0-9]{20}|[A-Z0-9]{28})"/)
                let id = String(try #require(found).1)
                #expect(id.hasPrefix(prefix))
                answer = try await browser.submit("deactivate-\(kind)", of: answer, [("key", id)])
                #expect(answer.shows("The credential is inactive."))
                answer = try await browser.submit("activate-\(kind)", of: answer, [("key", id)])
                #expect(answer.shows("The credential is active again."))
                answer = try await browser.submit("delete-\(kind)", of: answer, [("key", id)])
                #expect(answer.shows("The credential was deleted."))
                #expect(!answer.shows(id))
            }
        }
    }

    @Test("a password for a service is shown once, and a new one when it is reset")
    func passwords() async throws {
        for (user, page) in Self.pages {
            let service = try await Self.service()
            let browser = try await Self.browser(of: service, as: user)
            let made = try await browser.submit(
                "add-service-credential", of: browser.get(page),
                [("service", "codecommit.amazonaws.com"), ("days", "")])
            #expect(made.shows("bob-at-123456789012") && made.shows("Show password"))
            let list = await browser.get(page)
            #expect(list.shows("bob-at-123456789012"))
            let credential = try await service.run(
                IAM.ListServiceSpecificCredentials.self, .init(userName: "bob")
            ).serviceSpecificCredentials?.first
            let id = try #require(credential).serviceSpecificCredentialId
            let again = try await browser.submit(
                "reset-service-credential", of: list, [("key", id)])
            #expect(again.shows("Show password"))
            let key = try await browser.submit(
                "add-service-credential", of: list,
                [("service", "bedrock.amazonaws.com"), ("days", "30")])
            #expect(key.shows("Show API key"))
            let deleted = try await browser.submit(
                "delete-service-credential", of: list, [("key", id)])
            #expect(deleted.shows("The credential was deleted."))
        }
    }

    @Test("what is wrong is told at its box, and what was typed is kept")
    func problems() async throws {
        for (user, page) in Self.pages {
            let service = try await Self.service()
            let browser = try await Self.browser(of: service, as: user)
            for (form, fields, box) in [
                ("add-ssh-key", [("public-key", "no <key>")], "public-key"),
                ("add-signing-certificate", [("certificate", "no <key>")], "certificate"),
                (
                    "add-service-credential",
                    [("service", "bedrock.amazonaws.com"), ("days", "no <key>")], "days"
                ),
                (
                    "add-service-credential",
                    [("service", "codecommit.amazonaws.com"), ("days", "5")], "days"
                ),
            ] {
                let answer = try await browser.submit(form, of: browser.get(page), fields)
                #expect(answer.status == 409 && answer.shows("id=\"field-\(box)-error\""))
                #expect(answer.shows("no &lt;key&gt;") || answer.shows("value=\"5\""))
            }
        }
    }

    @Test("a root user has certificates alone, and whoever may not list is told so")
    func permissions() async throws {
        let service = try await TestService(users: ["bob"])
        let root = try await ConversationTests.root(of: service)
        let own = await root.get(SecurityCredentialsPage(continued: true, open: .services))
        #expect(own.shows("Signing certificates") && !own.shows("SSH public keys"))
        let bob = try await ConversationTests.user("bob", of: service)
        let page = await bob.get(SecurityCredentialsPage(open: .services))
        for action in [
            "ListSSHPublicKeys", "ListSigningCertificates", "ListServiceSpecificCredentials",
        ] {
            #expect(page.shows("iam:\(action)"))
        }
    }

    @Test("five keys and two certificates are all that there is a form for")
    func limits() async throws {
        let page = Gallery.page(UserPage(name: "alice", tab: .credentials))
        for kind in ServiceKeyList.Kind.allCases {
            for count in 0...6 {
                let rows = (0..<count).map { ServiceKeyList.Row(id: "\($0)", status: .active) }
                let html = ServiceKeyList(kind: kind, rows: rows).render(.none, page)
                let isFull = kind.limit.map { count >= $0 } ?? false
                #expect(html.markup.contains("value=\"add-\(kind.rawValue)\"") != isFull)
            }
        }
    }
}
