import IAMIdentifiers

/// What a `User-Agent` header says of a browser and its system, in the words people use.
///
/// It is a help for the eye and decides nothing: a browser may say what it likes.
struct BrowserName {
    let browser: String
    let system: String

    /// Browsers by a part of their headers. Many claim to be others, too, which come later.
    private static let browsers: KeyValuePairs = [
        "Edg/": "Edge", "EdgA/": "Edge", "EdgiOS/": "Edge", "OPR/": "Opera", "Whale/": "Whale",
        "SamsungBrowser/": "Samsung Internet", "Firefox/": "Firefox", "FxiOS/": "Firefox",
        "CriOS/": "Chrome", "Chrome/": "Chrome", "Chromium/": "Chrome", "Safari/": "Safari",
    ]

    /// Systems by a part of their headers, as ``browsers``.
    private static let systems: KeyValuePairs = [
        "Windows": "Windows", "Android": "Android", "iPhone": "iPhone", "iPad": "iPad",
        "CrOS": "ChromeOS", "Mac OS X": "macOS", "Linux": "Linux",
    ]

    /// - Returns: nil when browser or system is not known.
    init?(userAgent: String) {
        guard let browser = Self.first(of: Self.browsers, in: userAgent),
            let system = Self.first(of: Self.systems, in: userAgent)
        else { return nil }
        self.browser = browser
        self.system = system
    }

    private static func first(
        of names: KeyValuePairs<String, String>, in userAgent: String
    ) -> String? {
        names.first { userAgent.utf8.contains($0.key.utf8) }?.value
    }
}

extension Phrase {
    init(_ name: BrowserName) {
        self.init(
            "\(name.browser) on \(name.system)", "\(name.system)의 \(name.browser)")
    }
}
