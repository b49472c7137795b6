package import Credentials
package import IAMIdentifiers
import IAMPolicy
import Store

/// The authenticated principal of one request, as its credential names it.
///
/// It is a claim about a moment: ``Call`` looks again, inside the operation's own transaction,
/// whether the credential still holds.
package struct Caller: Sendable, Equatable {
    /// An MFA device that was proved, and when.
    package struct ProvedDevice: Sendable, Equatable {
        package let id: UniqueID
        package let at: Timestamp
    }

    /// What proved it.
    package enum Credential: Sendable, Equatable {
        /// A signature with a long-term access key.
        case accessKey(AccessKeyID)
        /// A session of the web console.
        case webSession(TokenHash)
        /// The password that a sign-in is about to replace, by the stored hash it matched, and
        /// the device that was proved in this sign-in. Only ``SignIn`` makes it, for
        /// `ChangePassword` alone.
        case password(matching: String, device: ProvedDevice? = nil)
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
        case .password(let hash, let device):
            // The sign-in must still be where the password is asked to be replaced: a device that
            // was assigned meanwhile has to be proved first.
            let candidate = try SignInCandidate(principalID, of: account, in: transaction)
            let proofs =
                [SignInProof.password(hash: hash)]
                + (device.map { [.device($0.id, at: $0.at)] } ?? [])
            let step = SignInStep(after: proofs, for: candidate.requirements(at: now))
            return step == .ask(.newPassword)
        }
    }

    /// The condition keys of the session that the principal acts in. A long-term key has none, and
    /// requests with it say nothing of a second factor. A session of the console, or a password
    /// that is about to begin one, counts as temporary credentials, and says whether a second
    /// factor was proved and how many seconds ago.
    ///
    /// Source: IAM User Guide, "AWS global condition context keys", "aws:MultiFactorAuthPresent",
    /// "aws:MultiFactorAuthAge" and "aws:TokenIssueTime".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>
    func sessionKeys(
        at now: Timestamp, in transaction: any Transaction
    ) throws -> RequestContext {
        let (start, secondFactorAt): (Timestamp?, Timestamp?)
        switch credential {
        case .accessKey: return RequestContext()
        case .webSession(let token):
            let session = try WebSessionTable(transaction).find(token.description)
            (start, secondFactorAt) = (session?.createdAt, session?.secondFactorAt)
        case .password(_, let device): (start, secondFactorAt) = (now, device?.at)
        }
        var keys = RequestContext()
        keys["aws:TokenIssueTime"] = start.map { [$0.iso8601] } ?? []
        keys["aws:MultiFactorAuthPresent"] = [String(secondFactorAt != nil)]
        keys["aws:MultiFactorAuthAge"] =
            secondFactorAt.map { [String(max(0, now.seconds - $0.seconds))] } ?? []
        return keys
    }
}
