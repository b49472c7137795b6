package import IAMIdentifiers

/// A session of the web console. The token itself is in the browser alone.
package struct WebSession: Sendable, Equatable {
    package let account: AccountID
    /// SHA-256 of the token, as hexadecimal text.
    package let tokenHash: String
    /// The user's unique ID, or the root user's (its account's number).
    package let principal: UniqueID
    package let createdAt: Timestamp
    package var lastSeenAt: Timestamp
    /// When the session ends whatever its use.
    package let expiresAt: Timestamp
    package let sourceAddress: String
    package let userAgent: String
    /// When a second factor was proved; nil when none was.
    package let secondFactorAt: Timestamp?
    /// When every proof that its principal has was given for the last time: when it began, or
    /// since.
    package var provedAt: Timestamp

    package init(
        account: AccountID, tokenHash: String, principal: UniqueID, createdAt: Timestamp,
        lastSeenAt: Timestamp, expiresAt: Timestamp, sourceAddress: String, userAgent: String,
        secondFactorAt: Timestamp? = nil, provedAt: Timestamp? = nil
    ) {
        self.account = account
        self.tokenHash = tokenHash
        self.principal = principal
        self.createdAt = createdAt
        self.lastSeenAt = lastSeenAt
        self.expiresAt = expiresAt
        self.sourceAddress = sourceAddress
        self.userAgent = userAgent
        self.secondFactorAt = secondFactorAt
        self.provedAt = provedAt ?? createdAt
    }
}
