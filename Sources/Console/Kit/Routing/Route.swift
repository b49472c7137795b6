import IAMIdentifiers

/// How the page of a name is asked.
enum Route: Sendable {
    case open(any PublicPage.Type)
    case signedIn(any SignedInPage.Type)

    var page: any ConsolePage.Type {
        switch self {
        case .open(let page): page
        case .signedIn(let page): page
        }
    }
}

extension PageName {
    /// The first parts of all addresses: `console`, `signin` ….
    static let roots = Set<ExactText>(allCases.map { ExactText($0.route.page.root) })
}

extension ConsolePage {
    fileprivate static var root: String {
        if case .fixed(let text)? = address.segments.first { text } else { "" }
    }
}
