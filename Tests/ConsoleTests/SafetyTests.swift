import AWSWire
import IAMIdentifiers
import Operations
import Testing

@testable import Console

@Suite struct AntiForgeryTests {
    let cookie = Secret("a cookie's secret")

    @Test func theTokenGoesWithItsCookieAlone() {
        let token = AntiForgery.token(for: cookie)
        #expect(AntiForgery.matches(token, cookie))
        #expect(!AntiForgery.matches(token, Secret("another")))
        #expect(!AntiForgery.matches("", cookie))
        #expect(!AntiForgery.matches(cookie.reveal(), cookie))
    }

    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var site: String?
        var origin: String?
        var host: String? = "gate.example:8426"
        var isSecure = true
        var isFromHere: Bool
    }

    static let cases = [
        Case(testDescription: "a browser that says nothing passes", isFromHere: true),
        Case(
            testDescription: "the same origin", site: "same-origin",
            origin: "https://gate.example:8426", isFromHere: true),
        Case(testDescription: "another site", site: "cross-site", isFromHere: false),
        Case(testDescription: "a sibling of the same site", site: "same-site", isFromHere: false),
        Case(testDescription: "another origin", origin: "https://evil.example", isFromHere: false),
        Case(
            testDescription: "the same host over TLS, when this request came without",
            origin: "https://gate.example:8426", isSecure: false, isFromHere: false),
        Case(
            testDescription: "the same host without TLS, when this request came over it",
            origin: "http://gate.example:8426", isFromHere: false),
        Case(
            testDescription: "the scheme's own port, named or not", origin: "https://gate.example",
            host: "GATE.example:443", isFromHere: true),
        Case(
            testDescription: "the port of the other scheme", origin: "http://gate.example",
            host: "gate.example:443", isSecure: false, isFromHere: false),
        Case(
            testDescription: "a host that only begins alike",
            origin: "https://gate.example:8426.evil.example", isFromHere: false),
        Case(
            testDescription: "user information before the host",
            origin: "https://evil@gate.example:8426", isFromHere: false),
        Case(testDescription: "another port", origin: "https://gate.example", isFromHere: false),
        Case(testDescription: "an opaque origin", origin: "null", isFromHere: false),
        Case(
            testDescription: "an origin without a host to compare", origin: "https://gate.example",
            host: nil, isFromHere: false),
    ]

    @Test(arguments: cases) func whereAFormCameFrom(_ c: Case) {
        var headers: WireHeaders = [:]
        for (name, value) in [("sec-fetch-site", c.site), ("origin", c.origin), ("host", c.host)] {
            if let value { headers.add(name, value) }
        }
        let request = WireRequest(
            method: "POST", path: "/console", headers: headers, isSecure: c.isSecure)
        #expect(AntiForgery.isFromHere(request) == c.isFromHere)
    }
}

@Suite struct CookiesTests {
    private func cookies(_ header: String, isSecure: Bool = false) -> Cookies {
        Cookies(
            WireRequest(
                method: "GET", path: "/", headers: ["cookie": header], isSecure: isSecure))
    }

    @Test func valuesComeBackAsTheyWereSet() {
        let line = cookies("").set(.account, "a;b c=한")
        let pair = line.split(separator: ";")[0]
        #expect(cookies("x=1; \(pair); y=2")[.account] == "a;b c=한")
    }

    @Test func secretsAreForTheServerAlone() {
        let plain = cookies("").set(.session, "t")
        #expect(plain == "gatehouse-session=t; Path=/; HttpOnly; SameSite=Lax")
        let secure = cookies("", isSecure: true).set(.session, "t")
        #expect(
            secure == "__Host-gatehouse-session=t; Path=/; HttpOnly; SameSite=Lax; Secure")
    }

    @Test func overTLSASecretWithoutThePrefixIsNotHeard() {
        #expect(cookies("gatehouse-session=t", isSecure: true)[.session] == nil)
        #expect(cookies("__Host-gatehouse-session=t", isSecure: true)[.session] == "t")
    }
}

@Suite struct DenialTests {
    @Test func aSentenceIsTakenApart() {
        let denial = Denial(
            "User: arn:aws:iam::123456789012:user/bob is not authorized to perform: "
                + "iam:ListUsers on resource: arn:aws:iam::123456789012:user/ because no "
                + "identity-based policy allows the iam:ListUsers action")
        #expect(denial?.principal == "arn:aws:iam::123456789012:user/bob")
        #expect(denial?.action == "iam:ListUsers")
        #expect(denial?.resource == "arn:aws:iam::123456789012:user/")
        #expect(denial?.reason == "no identity-based policy allows the iam:ListUsers action")
    }

    @Test func anotherSentenceIsNotGuessedAt() {
        #expect(Denial("Access denied.") == nil)
        #expect(Denial(" is not authorized to perform: User: x") == nil)
    }
}

@Suite struct PageSearchTests {
    private func page(_ language: Language) -> PageContext {
        Gallery.page(SearchPage(), language)
    }

    @Test func iamFindsTheDashboardFirst() {
        for text in ["IAM", "iam", "Iam"] {
            let first = SearchPage.pages(matching: text, page(.korean)).first
            #expect(first?.page is DashboardPage)
        }
    }

    @Test func pagesAreFoundByTheirNameInEitherLanguage() {
        let english = SearchPage.pages(matching: "사용자", page(.english))
        #expect(english.contains { $0.name == "Users" })
        let korean = SearchPage.pages(matching: "users", page(.korean))
        #expect(korean.contains { $0.name == "사용자" })
    }
}

@Suite struct JSONColouringTests {
    private func joined(_ text: String) -> String {
        JSONColouring.lines(of: text).map { $0.map(\.text).joined() }.joined(separator: "\n")
    }

    @Test func keysStringsAndOtherValuesAreToldApart() {
        let line = JSONColouring.lines(of: "  \"a\" : [\"b\\\"c\", -1.5e3, true]")[0]
        #expect(line.filter { $0.kind == .key }.map(\.text) == ["\"a\""])
        #expect(line.filter { $0.kind == .string }.map(\.text) == ["\"b\\\"c\""])
        #expect(line.filter { $0.kind == .other }.map(\.text) == ["-1.5e3", "true"])
    }

    @Test(arguments: [
        "", "\n\n", "{\"a", "\"\\", "ABC def \u{1F600}", "}{][", "{\"Version\":\"2012-10-17\"}",
        "한글 \"값\": nullX", "\t- - \"", "\"a\\\\\"b\"",
    ])
    func noCharacterIsLost(_ text: String) { #expect(joined(text) == text) }
}
