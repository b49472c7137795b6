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
    /// One of the user's latest passwords, which the account's policy forbids.
    case usedBefore
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
        case .usedBefore: "Password has been used before"
        }
    }
}
