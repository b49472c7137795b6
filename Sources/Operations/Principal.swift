package import IAMIdentifiers
package import Store

/// The caller as the store knows it in this transaction.
package enum Principal: Sendable, Equatable {
    case root(Account)
    case user(User)

    package var account: AccountID {
        switch self {
        case .root(let account): account.id
        case .user(let user): user.account
        }
    }

    package var arn: ARN {
        switch self {
        case .root(let account): .root(of: account.id)
        case .user(let user): user.arn
        }
    }

    /// What `aws:userid` and `GetCallerIdentity` say.
    package var id: UniqueID {
        switch self {
        case .root(let account): UniqueID(rootOf: account.id)
        case .user(let user): user.id
        }
    }

    package var isRoot: Bool { if case .root = self { true } else { false } }

    /// The IAM user's name; nil for a root user.
    package var userName: String? { if case .user(let user) = self { user.name } else { nil } }
}
