package import IAMIdentifiers

/// A session of the web console. The token itself is in the browser alone.
package struct WebSession: Sendable, Equatable {
    package let account: AccountID
    /// SHA-256 of the token, as hexadecimal text.
    package let tokenHash: String
    /// Whose session it is: the user's unique ID, the root user's (its account's number), or whose
    /// the ``ownGrant`` is.
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
    /// The session of the role that whoever signed in has switched to; nil while they act.
    package var grant: SealedGrant?
    /// What whoever signed in acts by, where it is temporary credentials: an identity provider, or
    /// a broker, signed them in. Nil for a user or root user who came with a password.
    package let ownGrant: SealedGrant?

    /// What a grant is to the session that keeps it.
    package enum GrantPlace: Sendable {
        /// What whoever signed in acts by.
        case own
        /// The session of the role that they switched to.
        case switched
    }

    /// What a sealed grant is bound to.
    package static func sealingContext(_ place: GrantPlace, of tokenHash: String) -> String {
        switch place {
        case .own: "web_session/\(tokenHash)/own_grant"
        case .switched: "web_session/\(tokenHash)"
        }
    }

    /// What a session was granted, bound to the row and the column it stands in.
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
        secondFactorAt: Timestamp? = nil, provedAt: Timestamp? = nil, grant: SealedGrant? = nil,
        ownGrant: SealedGrant? = nil
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
        self.ownGrant = ownGrant
    }
}
