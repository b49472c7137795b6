package import IAMIdentifiers

/// A message that is to be sent, or in development mode to be read.
package struct QueuedMail: Sendable, Equatable {
    package let account: AccountID
    /// Counts an account's messages from 1.
    package let id: Int
    package let recipient: String
    package let sender: String
    package let subject: String
    /// Bound to ``sealingContext(_:of:in:)``.
    package let sealedText: [UInt8]
    package let sealedHTML: [UInt8]
    /// As `en`.
    package let language: String
    package let createdAt: Timestamp
    package var progress: MailProgress

    package init(
        account: AccountID, id: Int, recipient: String, sender: String, subject: String,
        sealedText: [UInt8], sealedHTML: [UInt8], language: String, createdAt: Timestamp,
        progress: MailProgress = MailProgress()
    ) {
        self.account = account
        self.id = id
        self.recipient = recipient
        self.sender = sender
        self.subject = subject
        self.sealedText = sealedText
        self.sealedHTML = sealedHTML
        self.language = language
        self.createdAt = createdAt
        self.progress = progress
    }

    /// What a sealed form of the message is bound to, so that it opens in this row alone.
    /// - Parameter form: `text` or `html`.
    package static func sealingContext(_ form: String, of id: Int, in account: AccountID) -> String
    {
        "mail/\(account)/\(id)/\(form)"
    }
}
