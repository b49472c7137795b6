import IAMIdentifiers
import IAMPolicy
import Store

/// Looks for whom a new trust policy names, in every account of this server.
///
/// IAM refuses to keep a policy that names a user, a role or an account that is not there. It does
/// not look for identity providers: a role may be made before its provider, and one whose provider
/// was deleted cannot be assumed. Services are known by the form of their names alone, since AWS
/// publishes no list of them.
///
/// Sources: AWS Knowledge Center, "Failed to update trust policy. Invalid principal in policy";
/// IAM API Reference, DeleteSAMLProvider, on roles that name a deleted provider.
/// <https://repost.aws/knowledge-center/iam-trust-policy-error>
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSAMLProvider.html>
struct PrincipalLookup {
    enum Found {
        /// A user or a role, kept by unique ID.
        case identity(TrustedPrincipal)
        /// Someone whose name is all there is to keep.
        case other
        /// Nobody, and what to do about it.
        case nobody(advice: String)
    }

    let transaction: any Transaction

    func find(_ principal: TrustPolicyText.Principal) throws -> Found {
        switch ExactText(principal.kind) {
        case "AWS": return try aws(principal.name)
        case "Service":
            return principal.isService
                ? .other : .nobody(advice: "a service has a name such as ec2.amazonaws.com")
        case "CanonicalUser":
            return .nobody(advice: "name the account by its twelve digits, under AWS")
        default: return .other
        }
    }

    private func aws(_ name: String) throws -> Found {
        if name == "*" { return .other }
        if let account = AccountID(name) { return try found(account) }
        guard let arn = ARN(name) else { return try identity(of: UniqueID(stored: name)) }
        guard let account = AccountID(arn.account), try isThere(account) else { return .noAccount }
        if arn.resource == "root" { return .other }
        let parts = arn.resource.parts(at: "/", keepingEmpty: false)
        let tables = AccountTables(transaction, of: account)
        switch (arn.service, parts.first, parts.count) {
        case ("iam", "user", 2...):
            let user = try tables.users.find(named: parts[parts.count - 1])
            return found(user.flatMap { $0.arn == arn ? $0.id : nil }, in: account, as: name)
        case ("iam", "role", 2...):
            let role = try tables.roles.find(named: parts[parts.count - 1])
            return found(role.flatMap { $0.arn == arn ? $0.id : nil }, in: account, as: name)
        case ("sts", "assumed-role", 3):
            let role = try tables.roles.find(named: parts[1])
            return found(
                role.flatMap { $0.name.isExactly(parts[1]) ? $0.id : nil }, in: account, as: name)
        case ("sts", "federated-user", 2): return .other
        default: return .nobody(advice: "name a user, a role, a session or an account")
        }
    }

    /// A principal named by unique ID, which IAM shows by ARN from then on.
    /// Source: <https://hackingthe.cloud/aws/enumeration/enumerate_principal_arn_from_unique_id>
    private func identity(of id: UniqueID) throws -> Found {
        guard let account = try TrustedPrincipalTable.account(of: id, in: transaction) else {
            return .noIdentity
        }
        return found(id, in: account, as: id.description)
    }

    private func found(_ id: UniqueID?, in account: AccountID, as name: String) -> Found {
        guard let id else { return .noIdentity }
        return .identity(TrustedPrincipal(writtenName: name, account: account, id: id))
    }

    private func found(_ account: AccountID) throws -> Found {
        try isThere(account) ? .other : .noAccount
    }

    /// What a deleted account held is gone.
    private func isThere(_ account: AccountID) throws -> Bool {
        let account = try AccountTable(transaction).find(account)
        return account != nil && account?.erasingAt == nil
    }
}

extension PrincipalLookup.Found {
    fileprivate static let noAccount = Self.nobody(
        advice: "there is no such account on this server; check its twelve digits")
    fileprivate static let noIdentity = Self.nobody(
        advice: "no user and no role has this name now; make it first, and write its whole ARN "
            + "with its path")
}
