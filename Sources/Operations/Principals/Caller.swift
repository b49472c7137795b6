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

    /// When a session of the console began, and when a second factor was proved in it.
    package struct Began: Sendable, Equatable {
        package let at: Timestamp
        package let secondFactorAt: Timestamp?

        package init(at: Timestamp, secondFactorAt: Timestamp?) {
            self.at = at
            self.secondFactorAt = secondFactorAt
        }
    }

    /// What proved it.
    package enum Credential: Sendable, Equatable {
        /// A signature with a long-term access key.
        case accessKey(AccessKeyID)
        /// A signature with temporary credentials, which ``Caller/session`` describes.
        case temporary
        /// A session of the web console.
        case webSession(TokenHash)
        /// The password that a sign-in is about to replace, by the stored hash it matched, and
        /// the device that was proved in this sign-in. Only ``SignIn`` makes it, for
        /// `ChangePassword` alone.
        case password(matching: String, device: ProvedDevice? = nil)
    }

    package let account: AccountID
    /// The unique ID by which the store knows the principal: of a session of a role, the role's.
    package let principalID: UniqueID
    package let credential: Credential
    /// What the temporary credentials were granted by which the caller acts; nil where it acts as
    /// itself, by a long-term key or in the console.
    package let session: SessionGrant?
    /// What whoever signed in acts by, in a session of the console in which they switched to a
    /// role; nil where they did not, and where they came with a password.
    let owner: SessionGrant?
    /// Of a session of the console in which whoever signed in acts as themselves, what its audit
    /// records tell; nil for every other caller.
    let began: Began?
    /// The sealed secret of the key that signed, with which the signature was verified; nil where
    /// no long-term key did.
    let sealedSecret: [UInt8]?

    package init(
        account: AccountID, principalID: UniqueID, credential: Credential, began: Began? = nil,
        sealedSecret: [UInt8]? = nil
    ) {
        self.account = account
        self.principalID = principalID
        self.credential = credential
        self.began = began
        self.sealedSecret = sealedSecret
        session = nil
        owner = nil
    }

    /// Whoever acts by temporary credentials.
    /// - Parameters:
    ///   - webSession: the session of the console in which they do; nil where they signed.
    ///   - owner: see ``owner``.
    package init(
        _ session: SessionGrant, in webSession: TokenHash? = nil, behind owner: SessionGrant? = nil
    ) {
        account = session.account
        principalID = session.principal
        credential = webSession.map { .webSession($0) } ?? .temporary
        self.session = session
        self.owner = owner
        began = nil
        sealedSecret = nil
    }

    /// The key that signed, or by which a session of the console acts; nil when there is none.
    package var accessKeyID: AccessKeyID? {
        if case .accessKey(let id) = credential { id } else { session?.id }
    }

    /// The long-term key that signed; nil when there is none.
    var longTermKeyID: AccessKeyID? {
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
        // A session of the console is not only as the store has it: it also ends by itself.
        guard webSession == nil, let key = accessKeyID,
            let memory = transaction.memory(of: account)?.part(KnownCallers.self)
        else { return try readPrincipal(at: now, in: transaction) }
        if let known = memory.callers[key], known.caller == self,
            session?.isOpen(at: now) ?? true
        {
            return known.principal
        }
        let principal = try readPrincipal(at: now, in: transaction)
        memory.callers[key] = .init(caller: self, principal: principal)
        return principal
    }

    private func readPrincipal(
        at now: Timestamp, in transaction: any Transaction
    ) throws -> any Principal {
        guard let account = try AccountTable(transaction).find(account),
            account.status == .active, try holds(at: now, in: transaction),
            let principal = try Principals.find(
                principalID, actingBy: session, of: account, in: transaction)
        else { throw IAMError.invalidClientTokenId }
        return principal
    }

    /// Whether the credential is still one of the principal's.
    private func holds(at now: Timestamp, in transaction: any Transaction) throws -> Bool {
        switch credential {
        case .accessKey(let id):
            // The signature may have been verified by what was known of the key before.
            return try AccessKeyTable(transaction).isActive(
                id, of: principalID, sealedSecret: sealedSecret)
        case .temporary:
            return session?.isOpen(at: now) == true
        case .webSession(let token):
            guard let row = try WebSessionTable(transaction).find(token.description),
                row.isOpen(at: now)
            else { return false }
            guard let session else {
                return row.ownGrant == nil && row.principal == principalID
                    && row.account == account
            }
            return try [row.ownGrant?.id, row.grant?.id].contains(session.id)
                && session.isOpen(at: now)
                && row.isOwned(
                    by: session.id == row.ownGrant?.id ? session : owner, at: now, in: transaction)
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
    /// requests with it say nothing of a second factor. A session of the console, a password that
    /// is about to begin one, and temporary credentials say when they were issued, whether a second
    /// factor was proved and how many seconds ago. What a role's session was granted by does not
    /// go on: AssumeRole may ask for a second factor, and its credentials do not tell of it.
    ///
    /// Sources: IAM User Guide, "AWS global condition context keys", "aws:MultiFactorAuthPresent",
    /// "aws:MultiFactorAuthAge", "aws:TokenIssueTime", "aws:SourceIdentity" and
    /// "aws:FederatedProvider"; "Secure API access with MFA", "MFA protection for cross-account
    /// delegation".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html>
    func sessionKeys(
        at now: Timestamp, in transaction: any Transaction
    ) throws -> RequestContext {
        if let session { return session.conditionKeys(at: now) }
        switch credential {
        case .accessKey, .temporary: return RequestContext()
        case .webSession(let token):
            let session = try WebSessionTable(transaction).find(token.description)
            return RequestContext(
                issuedAt: session?.createdAt, secondFactorAt: session?.secondFactorAt, at: now)
        case .password(_, let device):
            return RequestContext(issuedAt: now, secondFactorAt: device?.at, at: now)
        }
    }
}

/// Whoever signs requests, as they are in one state of the store.
private final class KnownCallers: SnapshotPart {
    struct Known {
        let caller: Caller
        let principal: any Principal
    }

    var callers = Remembered<AccessKeyID, Known>()
}

extension RequestContext {
    /// What temporary credentials, or a session of the console, say of themselves.
    init(issuedAt: Timestamp?, secondFactorAt: Timestamp?, at now: Timestamp) {
        self.init()
        self["aws:TokenIssueTime"] = issuedAt.map { [$0.iso8601] } ?? []
        proveSecondFactor(at: secondFactorAt, now: now)
    }

    /// Says whether a second factor was proved, and how many seconds ago.
    mutating func proveSecondFactor(at moment: Timestamp?, now: Timestamp) {
        self["aws:MultiFactorAuthPresent"] = [String(moment != nil)]
        self["aws:MultiFactorAuthAge"] =
            moment.map { [String(max(0, now.seconds - $0.seconds))] } ?? []
    }
}

extension SessionGrant {
    fileprivate func conditionKeys(at now: Timestamp) -> RequestContext {
        var keys = RequestContext(
            issuedAt: issuedAt, secondFactorAt: secondFactorAt, at: now)
        keys["aws:SourceIdentity"] = sourceIdentity.map { [$0] } ?? []
        guard let federation else { return keys }
        keys["aws:FederatedProvider"] = [federation.provider]
        for (key, values) in federation.conditionKeys { keys[key.text] = values }
        return keys
    }
}

extension WebSession {
    /// Whether its account is open and whoever signed in is still there: the user, or the role or
    /// user and the provider of the temporary credentials that they came with.
    fileprivate func isOwned(
        by grant: SessionGrant?, at now: Timestamp, in transaction: any Transaction
    ) throws -> Bool {
        guard grant?.id == ownGrant?.id, grant?.isOpen(at: now) ?? true,
            let account = try AccountTable(transaction).find(account), account.status == .active
        else { return false }
        return try Principals.find(
            principal, actingBy: grant, of: account, in: transaction) != nil
    }
}
