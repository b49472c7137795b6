import Credentials

/// How a password breaks the rules for it. The description is the sentence of the API's answers.
package enum PasswordViolation: Error, Equatable {
    /// Fewer characters than this.
    case tooShort(minimum: Int)
    /// More characters than this.
    case tooLong(maximum: Int)
    case noUppercaseLetter
    case noLowercaseLetter
    case noNumber
    case noSymbol
    /// Fewer than three of the four kinds of characters.
    case tooFewKinds
    case isAccountNameOrEmail
    /// One of those that are found most often in leaks.
    case common
    /// Found with few guesses.
    case guessable
    /// One of the user's latest passwords, which the account's policy forbids.
    case usedBefore
}

extension PasswordViolation {
    init(_ weakness: PasswordWeakness) {
        self =
            switch weakness {
            case .common: .common
            case .guessable: .guessable
            }
    }
}

extension PasswordViolation: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooShort(let minimum): "Password should have a minimum length of \(minimum)"
        case .tooLong(let maximum): "Password should have a maximum length of \(maximum)"
        case .noUppercaseLetter: "Password should have at least one uppercase letter"
        case .noLowercaseLetter: "Password should have at least one lowercase letter"
        case .noNumber: "Password should have at least one number"
        case .noSymbol: "Password should have at least one symbol"
        case .tooFewKinds:
            "Password should have at least three of: uppercase letter, lowercase letter, number, "
                + "symbol"
        case .isAccountNameOrEmail: "Password should not be the account name or email address"
        case .common:
            "Password should not be one that is known from leaks, for these are guessed first: "
                + "choose one that is used nowhere else"
        case .guessable:
            "Password should not be easy to guess, as words, names, dates and patterns of the "
                + "keyboard are: choose a longer one, such as several words that have nothing to "
                + "do with each other"
        case .usedBefore: "Password has been used before"
        }
    }
}
