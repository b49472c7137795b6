import Credentials
import IAMIdentifiers
import Store

/// The links that open something and go by mail.
///
/// A link's token is 256 random bits of which the store has the hash. It is for one account and one
/// purpose, works once, and ends after ``life`` or when another is made. The page that it opens
/// changes nothing until a form is sent.
package struct MailLink {
    package enum Purpose: String, Sendable, CaseIterable {
        case lostDevice = "lost-mfa-device"
        case passwordReset = "password-reset"
        case ownershipTransfer = "ownership-transfer"
    }

    /// How long a link can be used.
    package static let life = Duration.seconds(900)

    let purpose: Purpose
    let transaction: any Transaction

    init(_ purpose: Purpose, in transaction: any Transaction) {
        self.purpose = purpose
        self.transaction = transaction
    }

    /// A new token, which is the only one from now on.
    func make(
        for account: AccountID, at now: Timestamp, _ services: Services
    ) throws -> RandomToken {
        var random = services.random()
        let token = RandomToken.random(using: &random)
        try MailTokenTable(transaction).set(
            token.hash.description, for: purpose.rawValue, until: now + Self.life, of: account)
        return token
    }

    /// The account whose link this is; nil when the link is not valid any more, and when the
    /// account is closed.
    func account(of token: RandomToken, at now: Timestamp) throws -> Account? {
        let id = try MailTokenTable(transaction).account(
            of: token.hash.description, for: purpose.rawValue, at: now)
        guard let account = try id.flatMap(AccountTable(transaction).find),
            account.status == .active
        else { return nil }
        return account
    }

    /// Ends the link.
    func end(for account: AccountID) throws {
        try MailTokenTable(transaction).delete(for: purpose.rawValue, of: account)
    }
}
