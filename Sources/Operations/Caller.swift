package import Credentials
package import IAMIdentifiers

/// The authenticated principal of one request, as its credential names it.
///
/// It is a claim about a moment: ``Call`` looks again, inside the operation's own transaction,
/// whether the credential still stands.
package struct Caller: Sendable, Equatable {
    /// Whom the credential speaks for.
    package enum Identity: Sendable, Equatable {
        case root
        case user(UniqueID)
    }

    /// What proved it.
    package enum Credential: Sendable, Equatable {
        /// A signature with a long-term access key.
        case accessKey(AccessKeyID)
        /// A session of the web console.
        case webSession(TokenHash)
        /// The password that a sign-in is about to replace, by the stored hash it matched. Only
        /// ``SignIn`` makes it, for `ChangePassword` alone.
        case password(matching: String)
    }

    package let account: AccountID
    package let identity: Identity
    package let credential: Credential

    package init(account: AccountID, identity: Identity, credential: Credential) {
        self.account = account
        self.identity = identity
        self.credential = credential
    }

    /// The unique ID by which the store knows the principal.
    package var principalID: UniqueID {
        switch identity {
        case .root: UniqueID(rootOf: account)
        case .user(let id): id
        }
    }
}
