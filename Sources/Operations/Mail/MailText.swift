/// A sentence in every language that mail is written in.
struct MailText: Sendable, Equatable {
    let english: String
    let korean: String

    init(_ english: String, _ korean: String) {
        self.english = english
        self.korean = korean
    }

    func text(in language: MailLanguage) -> String {
        switch language {
        case .english: english
        case .korean: korean
        }
    }

    static func + (left: MailText, right: MailText) -> MailText {
        MailText("\(left.english) \(right.english)", "\(left.korean) \(right.korean)")
    }
}
