package import IAMIdentifiers

/// What temporary credentials were granted: who acts, within which limits, for how long.
///
/// It is kept nowhere. It travels sealed as the session token, and comes back with each request
/// that the credentials sign; see ``SessionGrant/open(_:for:at:_:)``. Whether the user, the role or
/// the provider that it came from is still there, and what its policies say, is looked up for each
/// request.
package struct SessionGrant: Sendable, Equatable {
    /// Who acts by the credentials.
    package enum Subject: Sendable, Equatable {
        /// The user or root user who called GetSessionToken.
        case caller
        /// A session of the role, by its name.
        case role(session: String)
        /// Whom a user, or a root user, vouched for with GetFederationToken, by the name it gave.
        case federatedUser(name: String)
    }

    /// Policies of which one has to allow what the session does, beside those of its principal.
    package struct PolicyLayer: Sendable, Equatable {
        package var inline: String?
        /// ARNs of managed policies, of AWS's or of the session's account.
        package var managed: [String] = []

        var isEmpty: Bool { inline == nil && managed.isEmpty }
    }

    /// A session tag.
    package struct Tag: Sendable, Equatable {
        package let key: String
        package let value: String
        /// Whether the tag goes on to the roles that the session assumes.
        package var isTransitive = false
    }

    /// The identity provider by whose word the session began.
    package struct Federation: Sendable, Equatable {
        /// The ARN, or the name of a provider that everybody has.
        package let provider: String
        /// The row of the provider in the account of the role. The session ends with it.
        package let providerID: UniqueID
        package let kind: FederationKind
        /// The condition keys that the provider's word fills in every request of the session.
        package let conditionKeys: [ExactText: [String]]
    }

    /// The access key ID that comes with the token. It tells the account.
    package var id: AccessKeyID
    package var secret: Secret
    package let account: AccountID
    /// The unique ID of the user, the root user or the role that the session is of.
    package let principal: UniqueID
    package let subject: Subject
    package let issuedAt: Timestamp
    /// From here on the credentials are refused.
    package var expiresAt: Timestamp
    /// When the caller of GetSessionToken proved a second factor; nil when none was.
    package var secondFactorAt: Timestamp?
    /// Each has to allow; none where nothing was passed.
    package var policies: [PolicyLayer] = []
    /// How many of ``policies`` GetScopedCredentials added.
    package var scopedPolicies = 0
    package var tags: [Tag] = []
    /// Who the holder said they were when the chain of sessions began. It does not change.
    package var sourceIdentity: String?
    package var federation: Federation?
}

/// How an identity provider gives its word.
package enum FederationKind: UInt8, Sendable {
    case webIdentity = 1
    case saml = 2
}

extension SessionGrant {
    /// Whether the credentials are still good.
    package func isOpen(at now: Timestamp) -> Bool { now < expiresAt }

    /// Whether the session is one of a role.
    package var isOfRole: Bool { if case .role = subject { true } else { false } }
}
