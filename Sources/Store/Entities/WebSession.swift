package import IAMIdentifiers

/// A session of the web console. The token itself is in the browser alone.
package struct WebSession: Sendable, Equatable {
    package let account: AccountID
    /// SHA-256 of the token, as hexadecimal text.
    package let tokenHash: String
    /// Whose session it is: the user's unique ID, the root user's (its account's number), or that
    /// of the role in which an identity provider signed somebody in.
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
    /// What the session acts by, where a role acts in it and not its ``principal``.
    package var grant: SealedGrant?

    /// What a session of a role was granted, bound to the row it stands in.
    package struct SealedGrant: Sendable, Equatable {
        /// The access key ID that it was granted under.
        package let id: AccessKeyID
        package let sealed: [UInt8]

        package init(id: AccessKeyID, sealed: [UInt8]) {
            self.id = id
            self.sealed = sealed
        }
    }

    package init(
        account: AccountID, tokenHash: String, principal: UniqueID, createdAt: Timestamp,
        lastSeenAt: Timestamp, expiresAt: Timestamp, sourceAddress: String, userAgent: String,
        secondFactorAt: Timestamp? = nil, provedAt: Timestamp? = nil, grant: SealedGrant? = nil
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
        self.grant = grant
    }
}
