/// A word or sentence of the console in every language it speaks.
///
/// All of them stand in the glossary (`Language/Glossary….swift`), one line each, so a translator
/// reads both side by side and the compiler refuses a phrase that lacks a language.
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
