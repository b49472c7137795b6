import Operations

/// A word or sentence of the console in every language it speaks.
///
/// Those of one page are beside it (`…Page+Phrases.swift`), those of several in the glossary, both
/// languages side by side. The compiler refuses a phrase that lacks a language.
package struct Phrase: Sendable, Equatable {
    let english: String
    let korean: String

    init(_ english: String, _ korean: String) {
        self.english = english
        self.korean = korean
    }

    /// The phrase in one language.
    func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .korean: korean
        }
    }
}
