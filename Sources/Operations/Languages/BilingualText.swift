/// A text in every language.
struct BilingualText: Sendable, Equatable {
    let english: String
    let korean: String

    init(_ english: String, _ korean: String) {
        self.english = english
        self.korean = korean
    }

    func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .korean: korean
        }
    }

    static func + (left: BilingualText, right: BilingualText) -> BilingualText {
        BilingualText("\(left.english) \(right.english)", "\(left.korean) \(right.korean)")
    }

    /// The text with another right behind it.
    func followed(by other: BilingualText) -> BilingualText {
        BilingualText(english + other.english, korean + other.korean)
    }

    static func joined(_ texts: [BilingualText], by separator: String) -> BilingualText {
        BilingualText(
            texts.map(\.english).joined(separator: separator),
            texts.map(\.korean).joined(separator: separator))
    }
}
