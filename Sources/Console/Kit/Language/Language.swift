import AWSWire
import IAMIdentifiers
package import Operations

// The languages a page can be read in.
extension Language {
    /// The language's name in itself, as the switch in the top bar shows it.
    var name: String {
        switch self {
        case .english: "English"
        case .korean: "한국어"
        }
    }

    /// The other one, which the switch leads to.
    var other: Language { self == .english ? .korean : .english }

    /// The language a browser asks for: that of the highest weight we speak, else English.
    ///
    /// A malformed weight counts as 0, so that range is not chosen.
    ///
    /// Source: RFC 9110, section 12.5.4 "Accept-Language".
    /// <https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4>
    package init(accepting header: String?) {
        var best: (language: Language, weight: Double) = (.english, 0)
        for range in (header ?? "").prefix(1_000).parts(at: ",", keepingEmpty: false) {
            let parts = range.parts(at: ";", keepingEmpty: false).map {
                $0.filter { $0 != " " }.asciiLowercased
            }
            guard let tag = parts.first,
                let primary = tag.parts(at: "-", keepingEmpty: false).first,
                let language = Language(rawValue: String(primary))
            else { continue }
            let quality = parts.dropFirst().first { $0.begins(with: "q=") }
            let weight = quality.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if weight > best.weight { best = (language, weight) }
        }
        self = best.language
    }

    /// The language that a browser was given, else one that it asks for.
    init(of request: WireRequest, _ cookies: Cookies) {
        self =
            cookies[.language].flatMap(Language.init)
            ?? Language(accepting: request.headers["accept-language"])
    }
}
