package import IAMIdentifiers

/// An account and its root user, which has no row of its own: it is the account's e-mail and
/// password.
package struct Account: Sendable, Equatable {
    package enum Status: String, Sendable {
        case active
        /// No key and no session is accepted. It can be reopened until it is erased.
        case closed
    }

    package let id: AccountID
    package var name: String
    /// The root user's e-mail address, as it was typed.
    package var email: String
    package var passwordHash: String
    package var passwordChangedAt: Timestamp
    package var passwordLastUsedAt: Timestamp?
    package var status: Status
    package var createdAt: Timestamp
    package var closedAt: Timestamp?
    /// The language of mail to the root user, as `en`.
    package var language: String
    /// When the account got the owner that it has; nil when it is the first.
    package var transferredAt: Timestamp?
    /// Whether the password was chosen with a link in a mail, and no MFA device was proved since.
    package var passwordCameByMail: Bool
    /// When it was begun to delete what a closed account held; it is not reopened after that.
    package var erasingAt: Timestamp?
    /// When everything that a closed account held was deleted; nil while it is there.
    package var erasedAt: Timestamp?

    package init(
        id: AccountID, name: String, email: String, passwordHash: String,
        passwordChangedAt: Timestamp, passwordLastUsedAt: Timestamp? = nil,
        status: Status = .active, createdAt: Timestamp, closedAt: Timestamp? = nil,
        language: String = "en", transferredAt: Timestamp? = nil, passwordCameByMail: Bool = false,
        erasingAt: Timestamp? = nil, erasedAt: Timestamp? = nil
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.passwordHash = passwordHash
        self.passwordChangedAt = passwordChangedAt
        self.passwordLastUsedAt = passwordLastUsedAt
        self.status = status
        self.createdAt = createdAt
        self.closedAt = closedAt
        self.language = language
        self.transferredAt = transferredAt
        self.passwordCameByMail = passwordCameByMail
        self.erasingAt = erasingAt
        self.erasedAt = erasedAt
    }
}
