import IAMIdentifiers

/// A page that a request asks for.
enum RequestedPage: Sendable {
    case open(any PublicPage)
    case signedIn(any SignedInPage)

    var page: any ConsolePage {
        switch self {
        case .open(let page): page
        case .signedIn(let page): page
        }
    }

    /// The most bytes that may stand after the question mark, of whichever page.
    static let longestQuery = 16_000

    /// The page that a request names, or nil when the console has none such.
    /// - Parameters:
    ///   - path: as sent, percent-encoding included.
    ///   - query: what stands after the question mark, as sent.
    init?(path: String, query: String) {
        guard path.begins(with: "/"), path.utf8.count <= 2_000,
            query.utf8.count <= Self.longestQuery,
            let fields = FormFields(encoded: query)
        else { return nil }
        var segments: [String] = []
        for part in path.dropFirst().parts(at: "/") {
            guard let segment = PercentCoding.decode(part, plusIsSpace: false) else { return nil }
            segments.append(segment)
        }
        if segments.count > 1, segments.last == "" { segments.removeLast() }
        for name in PageName.allCases {
            guard query.utf8.count <= name.route.page.description.longestQuery else { continue }
            switch name.route {
            case .open(let type):
                guard let page = type.page(at: segments, fields) else { continue }
                self = .open(page)
            case .signedIn(let type):
                guard let page = type.page(at: segments, fields) else { continue }
                self = .signedIn(page)
            }
            return
        }
        return nil
    }

    /// The page whose ``ConsolePage/href`` a text is, or nil when it is none of ours.
    init?(reading text: String) {
        let parts = text.parts(at: "?", maxSplits: 1, keepingEmpty: false)
        self.init(path: parts.first ?? "", query: parts.count > 1 ? parts[1] : "")
    }
}

extension ConsolePage {
    fileprivate static func page(at path: [String], _ fields: FormFields) -> Self? {
        address.page(at: path, fields)
    }
}
