package import IAMIdentifiers
package import Store

/// What the operator calls a queued message by: `123456789012-7`.
package struct MailID: Sendable, Hashable, CustomStringConvertible {
    package let account: AccountID
    /// That of the message among those of the account.
    package let number: Int

    package init(_ mail: QueuedMail) {
        account = mail.account
        number = mail.id
    }

    /// Nil for any text that is no such name.
    package init?(_ text: String) {
        let parts = text.parts(at: "-")
        guard parts.count == 2, let account = AccountID(parts[0]), let number = Int(parts[1]),
            number > 0
        else { return nil }
        self.account = account
        self.number = number
    }

    package var description: String { "\(account)-\(number)" }
}
