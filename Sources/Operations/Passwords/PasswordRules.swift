import IAMIdentifiers
import Store

/// What a password must be like to be set.
///
/// Source: IAM User Guide, "Set an account password policy for IAM users", with "Default password
/// policy". <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html>
enum PasswordRules {
    /// Characters, in the default policy and for root users.
    static let defaultLength = 8...128

    /// How a user's password breaks the account's policy, or the default one where it has none;
    /// nil when it does not.
    static func violation(
        of password: Secret, by policy: AccountPasswordPolicy?, in account: Account
    ) -> PasswordViolation? {
        guard let policy else {
            return violation(of: password, accountName: account.name, email: account.email)
        }
        let text = password.reveal()
        let kinds = Kinds(of: text)
        if text.unicodeScalars.count < policy.minimumLength {
            return .tooShort(minimum: policy.minimumLength)
        }
        if policy.requiresUppercase && !kinds.contains(.uppercase) { return .noUppercaseLetter }
        if policy.requiresLowercase && !kinds.contains(.lowercase) { return .noLowercaseLetter }
        if policy.requiresNumbers && !kinds.contains(.number) { return .noNumber }
        if policy.requiresSymbols && !kinds.contains(.symbol) { return .noSymbol }
        return nil
    }

    /// How a password breaks the default policy, which binds root users too; nil when it does not.
    static func violation(
        of password: Secret, accountName: String, email: String
    ) -> PasswordViolation? {
        let text = password.reveal()
        let length = text.unicodeScalars.count
        if length < defaultLength.lowerBound {
            return .tooShort(minimum: defaultLength.lowerBound)
        }
        if length > defaultLength.upperBound {
            return .tooLong(maximum: defaultLength.upperBound)
        }
        if Kinds(of: text).count < 3 { return .tooFewKinds }
        let names = [accountName, email].map { $0.lowercased() }
        return names.contains(text.lowercased()) ? .isAccountNameOrEmail : nil
    }

    /// What somebody who guesses at the password of an account's root user tries with it.
    static func words(accountName: String, email: String) -> [String] {
        [accountName, email, "gatehouse"]
    }

    /// What somebody who guesses at a user's password tries with it.
    static func words(of user: User, in account: Account) -> [String] {
        [user.name] + words(accountName: account.name, email: account.email)
    }

    /// The kinds of characters that policies ask for. Letters are those from A to Z.
    private struct Kinds: OptionSet {
        static let uppercase = Kinds(rawValue: 1)
        static let lowercase = Kinds(rawValue: 2)
        static let number = Kinds(rawValue: 4)
        static let symbol = Kinds(rawValue: 8)

        let rawValue: UInt8

        init(rawValue: UInt8) { self.rawValue = rawValue }

        init(of text: String) {
            self = []
            for character in text.unicodeScalars {
                switch character {
                case "A"..."Z": insert(.uppercase)
                case "a"..."z": insert(.lowercase)
                case "0"..."9": insert(.number)
                case _ where "!@#$%^&*()_+-=[]{}|'".unicodeScalars.contains(character):
                    insert(.symbol)
                default: break
                }
            }
        }

        var count: Int { rawValue.nonzeroBitCount }
    }
}

extension AccountPasswordPolicy {
    /// Whether a password set at `moment` is too old. The age counts whole days of 24 hours.
    func isExpired(setAt moment: Timestamp, now: Timestamp) -> Bool {
        guard let maximumAgeDays else { return false }
        return now >= moment + .seconds(maximumAgeDays * 86_400)
    }
}
