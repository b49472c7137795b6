import AWSWire
import IAMIdentifiers
import Store

/// What the store has for someone signing in. A name that does not exist takes the same lookups as
/// one that does.
struct SignInCandidate: Sendable {
    /// The account, whatever its status.
    let account: Account?
    /// The IAM user; nil for a root user and for a name that does not exist.
    let user: User?
    let profile: LoginProfile?
    let policy: AccountPasswordPolicy?
    /// The MFA devices, one of which has to be proved; none when there are none.
    let devices: [MFADevice]
    private let isRoot: Bool
    /// Whether a closed account is to be reopened; otherwise nobody signs in to one.
    private let isForReopening: Bool

    /// The one whom a claim names.
    init(_ claim: SignInClaim, in transaction: any Transaction) throws {
        switch claim {
        case .root(let email):
            try self.init(
                rootOf: AccountTable(transaction).find(email: email), in: transaction)
        case .rootOfClosed(let email):
            try self.init(
                rootOf: AccountTable(transaction).find(email: email), toReopen: true,
                in: transaction)
        case .user(let name, let userName):
            let aliases = AccountAliasTable(transaction)
            let id = try AccountID(name) ?? aliases.account(named: name.asciiLowercased)
            let user = try id.flatMap { try UserTable(transaction, of: $0).find(named: userName) }
            try self.init(user, of: id, in: transaction)
        }
    }

    /// The principal of this ID.
    init(
        _ principal: UniqueID, of account: AccountID, in transaction: any Transaction
    ) throws {
        if principal == UniqueID(rootOf: account) {
            try self.init(rootOf: AccountTable(transaction).find(account), in: transaction)
        } else {
            try self.init(
                UserTable(transaction, of: account).find(principal), of: account, in: transaction)
        }
    }

    /// The principal that proofs are of.
    init(_ proofs: SignInProofs, in transaction: any Transaction) throws {
        if proofs.areForReopening, proofs.principal == UniqueID(rootOf: proofs.account) {
            try self.init(
                rootOf: AccountTable(transaction).find(proofs.account), toReopen: true,
                in: transaction)
        } else {
            try self.init(proofs.principal, of: proofs.account, in: transaction)
        }
    }

    private init(
        rootOf account: Account?, toReopen isForReopening: Bool = false,
        in transaction: any Transaction
    ) throws {
        self.account = account
        (user, profile, policy) = (nil, nil, nil)
        devices = try Self.devices(
            of: account.map { UniqueID(rootOf: $0.id) }, in: account?.id, transaction)
        isRoot = true
        self.isForReopening = isForReopening
    }

    /// The devices of a principal. The lookup is made for one that does not exist, too.
    private static func devices(
        of principal: UniqueID?, in account: AccountID?, _ transaction: any Transaction
    ) throws -> [MFADevice] {
        guard let account = account ?? AccountID("000000000000") else { return [] }
        return try MFADeviceTable(transaction, of: account).list(
            ownedBy: principal ?? UniqueID(rootOf: account))
    }

    private init(
        _ user: User?, of account: AccountID?, in transaction: any Transaction
    ) throws {
        self.account = try account.flatMap(AccountTable(transaction).find)
        self.user = user
        profile = try user.flatMap {
            try LoginProfileTable(transaction, of: $0.account).find($0.id)
        }
        policy = try account.flatMap(AccountPasswordPolicyTable(transaction).find)
        devices = try Self.devices(of: user?.id ?? UniqueID(stored: ""), in: account, transaction)
        isRoot = false
        isForReopening = false
    }

    /// Whether someone signed in as this principal from such an address before. The lookup is made
    /// for a name that does not exist, too.
    func signedIn(from client: ClientAddress, in transaction: any Transaction) throws -> Bool {
        guard let account = account?.id ?? AccountID("000000000000") else { return false }
        return try SignInPlaceTable(transaction).contains(
            client.group, of: principal ?? UniqueID(rootOf: account), in: account)
            && principal != nil
    }

    /// Notes that the password was used.
    func noteUse(at now: Timestamp, in transaction: any Transaction) throws {
        if let user {
            let users = UserTable(transaction, of: user.account)
            try users.setPasswordLastUsed(of: user.id, at: now)
        } else if isRoot, let account {
            try AccountTable(transaction).setPasswordLastUsed(of: account.id, at: now)
        }
    }

    /// The hash the password has to match; nil when nobody signs in here.
    var hash: String? {
        guard let account, account.status == (isForReopening ? .closed : .active),
            account.erasedAt == nil
        else { return nil }
        return isRoot ? account.passwordHash : profile?.passwordHash
    }

    /// What somebody who signs in as this principal has to prove.
    func requirements(at now: Timestamp) -> SignInRequirements {
        var requirements = SignInRequirements(
            passwordHash: hash, devices: Set<UniqueID>(devices.map(\.id)),
            isForReopening: isForReopening)
        guard let profile else { return requirements }
        let isExpired = policy?.isExpired(setAt: profile.changedAt, now: now) ?? false
        if isExpired || profile.isResetRequired { requirements.passwordState = .mustChange }
        if isExpired && policy?.isExpiryHard == true { requirements.passwordState = .expired }
        return requirements
    }

    /// Keeps another hash of the same password, if the old one is still the one that counts.
    func setHash(
        _ new: String, inPlaceOf old: String, in transaction: any Transaction
    ) throws(StoreError) -> Bool {
        guard let account, let principal else { return false }
        if isRoot {
            return try AccountTable(transaction).setPasswordHash(
                new, inPlaceOf: old, of: account.id)
        }
        return try LoginProfileTable(transaction, of: account.id).setPasswordHash(
            new, inPlaceOf: old, of: principal)
    }

    /// What is proved by the password that matches a hash; nil when nobody signs in here.
    func proofs(ofPassword hash: String?) -> SignInProofs? {
        guard let account, let principal, let hash else { return nil }
        return SignInProofs(
            account: account.id, principal: principal, proofs: [.password(hash: hash)],
            areForReopening: isForReopening)
    }

    /// The root user's ID or the IAM user's; nil when there is no such principal.
    var principal: UniqueID? {
        isRoot ? account.map { UniqueID(rootOf: $0.id) } : user?.id
    }

    /// The principal by its credential-less name in audit records. A user name that does not exist
    /// is not kept: it may be a password typed into the wrong box.
    ///
    /// Source: AWS CloudTrail User Guide, "AWS Management Console sign-in events".
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html>
    /// - Parameter hasSignedIn: whether everything was proved that is asked for.
    func auditIdentity(in account: Account, hasSignedIn: Bool = false) -> AuditIdentity {
        if isRoot { return AuditIdentity(rootOf: account.id) }
        return AuditIdentity(
            userOf: account.id, id: user?.id, arn: hasSignedIn ? user?.arn : nil,
            name: user?.name ?? FieldWriter.mask)
    }
}
