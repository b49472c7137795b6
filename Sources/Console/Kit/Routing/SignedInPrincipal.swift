import IAMIdentifiers

/// Who is signed in, as pages name them.
struct SignedInPrincipal: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        case rootUser, iamUser
        case role(Role)
        /// Somebody for whom a user vouched with GetFederationToken.
        case federatedUser
    }

    /// A role that acts in a session.
    struct Role: Sendable, Equatable {
        var name: String
        /// Who switched to it, as `alice @ 123456789012`; nil where an identity provider, or a
        /// broker, began the session, and there is nobody to switch back to.
        var owner: String?
    }

    /// The IAM user's name; `root` for the root user; the role and the session's name, as
    /// `admin/alice`, where a role acts.
    var name: String
    /// The account in which they act.
    var account: AccountID
    var accountName: String
    /// The account's alias, if it has one.
    var alias: String?
    var kind: Kind

    var isRoot: Bool { kind == .rootUser }

    /// The role that acts; nil where none does.
    var role: Role? { if case .role(let role) = kind { role } else { nil } }

    /// What stands for the account in words and sign-in addresses: its alias or its ID.
    var accountLabel: String { alias ?? account.description }
}
