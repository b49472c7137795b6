package import Credentials
package import IAMIdentifiers
import IAMPolicy
import Store

/// The authenticated principal of one request, as its credential names it.
///
/// It is a claim about a moment: ``Call`` looks again, inside the operation's own transaction,
/// whether the credential still holds.
package struct Caller: Sendable, Equatable {
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
    /// The unique ID by which the store knows the principal.
    package let principalID: UniqueID
    package let credential: Credential

    package init(account: AccountID, principalID: UniqueID, credential: Credential) {
        self.account = account
        self.principalID = principalID
        self.credential = credential
    }

    /// The key that signed; nil when nothing was signed.
    package var accessKeyID: AccessKeyID? {
        if case .accessKey(let id) = credential { id } else { nil }
    }

    /// The session of the web console; nil when the request belongs to none.
    var webSession: TokenHash? {
        if case .webSession(let token) = credential { token } else { nil }
    }

    /// The principal, as this transaction knows it.
    /// - Throws: `InvalidClientTokenId` when the account is closed, the credential was withdrawn or
    ///   the principal is gone.
    func principal(
        at now: Timestamp, in transaction: any Transaction
    ) throws -> any Principal {
        guard let account = try AccountTable(transaction).find(account),
            account.status == .active, try holds(at: now, in: transaction),
            let principal = try Principals.find(principalID, of: account, in: transaction)
        else { throw IAMError.invalidClientTokenId }
        return principal
    }

    /// Whether the credential is still one of the principal's.
    private func holds(at now: Timestamp, in transaction: any Transaction) throws -> Bool {
        switch credential {
        case .accessKey(let id):
            let key = try AccessKeyTable(transaction).find(id)
            return key?.status == .active && key?.owner == principalID
        case .webSession(let token):
            let session = try WebSessionTable(transaction).find(token.description)
            return session?.principal == principalID
                && session?.account == account && session?.isOpen(at: now) == true
        case .password(let hash):
            let profile = try LoginProfileTable(transaction, of: account).find(principalID)
            return profile?.passwordHash == hash
        }
    }

    /// The condition keys of the session that the principal acts in. A long-term key has none; a
    /// session of the console, or a password that is about to begin one, counts as temporary
    /// credentials. Without a second factor it says so.
    ///
    /// Source: IAM User Guide, "AWS global condition context keys", "aws:MultiFactorAuthPresent"
    /// and "aws:TokenIssueTime".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>
    func sessionKeys(
        at now: Timestamp, in transaction: any Transaction
    ) throws -> RequestContext {
        let start: Timestamp?
        switch credential {
        case .accessKey: return RequestContext()
        case .webSession(let token):
            start = try WebSessionTable(transaction).find(token.description)?.createdAt
        case .password: start = now
        }
        var keys = RequestContext()
        keys["aws:TokenIssueTime"] = start.map { [$0.iso8601] } ?? []
        keys["aws:MultiFactorAuthPresent"] = ["false"]
        return keys
    }
}
