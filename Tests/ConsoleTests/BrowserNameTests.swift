import Testing

@testable import Console

@Suite struct BrowserNameTests {
    @Test(
        "a browser and its system are told in a few words",
        arguments: [
            ("X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36", "Chrome on Linux"),
            ("Windows NT 10.0; Win64) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge on Windows"),
            ("Macintosh; Intel Mac OS X 10_15_7) Version/17.5 Safari/605.1", "Safari on macOS"),
            (
                "iPhone; CPU iPhone OS 17_5 like Mac OS X) CriOS/126.0 Safari/604",
                "Chrome on iPhone"
            ),
            ("Linux; Android 14) SamsungBrowser/25.0 Chrome/121.0", "Samsung Internet on Android"),
            ("Windows NT 10.0) Chrome/122.0 Whale/3.25 Safari/537.36", "Whale on Windows"),
            (
                "X11; Ubuntu; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
                "Firefox on Linux"
            ),
        ])
    func known(_ header: String, _ words: String) throws {
        let name = try #require(BrowserName(userAgent: "Mozilla/5.0 (\(header)"))
        #expect("\(name.browser) on \(name.system)" == words)
    }

    @Test(
        "what is not known has no other words",
        arguments: ["", "curl/8.5.0", "Linux", "Chrome/126.0", "Chromium <1>"])
    func unknown(_ userAgent: String) {
        #expect(BrowserName(userAgent: userAgent) == nil)
    }
}
