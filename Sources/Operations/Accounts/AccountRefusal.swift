/// Why an account was not made or changed, or someone was not signed up. Says nothing that whoever
/// asked may not know; a page shows it at the field it is about.
package enum AccountRefusal: Error, Equatable {
    /// The setup link is not the one that was printed, or was used.
    case setupLinkNotValid
    /// Not an address of the form `name@host`, or longer than 254 characters.
    case emailNotValid
    /// Another account's root user has this address.
    case emailTaken
    /// Empty, longer than 50 characters, or with characters that do not print.
    case nameNotValid
    /// The new password breaks a rule.
    case passwordNotAccepted(PasswordViolation)
    /// The present password that was given is another.
    case wrongPassword
    /// The MFA device was not proved.
    case wrongCode
    /// What was typed to confirm what cannot be undone is not the account's ID.
    case notConfirmed
    /// The server cannot send mail, which this needs.
    case noMail
    /// The account was closed 90 days ago or longer: it is erased, or about to be.
    case accountErased
    /// The account ID that was asked for is another account's.
    case accountIDTaken
    case noSuchAccount
    /// Only the account's root user may.
    case notRootUser
    /// Too many attempts; the next is looked at after this time.
    case tooManyAttempts(retryAfter: Duration)
}

extension AccountRefusal: CustomStringConvertible {
    /// One line for the operator.
    package var description: String {
        switch self {
        case .setupLinkNotValid: "the setup link is not valid any more"
        case .emailNotValid: "the e-mail address is not valid"
        case .emailTaken: "another account uses this e-mail address"
        case .nameNotValid: "an account name has 1 to 50 characters that print"
        case .passwordNotAccepted(let violation):
            "the password is not accepted: \(violation)"
        case .wrongPassword: "the password is wrong"
        case .wrongCode: "the MFA code is wrong"
        case .notConfirmed: "the account ID that was typed is not this account's"
        case .noMail: "the server is not set up to send mail"
        case .accountErased: "the account was closed 90 days ago or longer, and is erased"
        case .accountIDTaken: "another account has this ID"
        case .noSuchAccount: "there is no such account"
        case .notRootUser: "only the root user may do this"
        case .tooManyAttempts(let wait): "too many attempts; try again in \(wait)"
        }
    }
}
