package import Credentials
package import IAMIdentifiers
import IAMModel
import Store

/// Roles that act in sessions of the console.
///
/// Source: IAM User Guide, "Switch from a user to an IAM role (console)".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html>
extension SignIn {
    /// Lets a role act in a session in place of whoever signed in. It is they who assume it, also
    /// where another role acts now. The role acts as long as it may be assumed for, and never
    /// longer than the session lasts.
    ///
    /// Source for the length: IAM User Guide, "Methods to assume a role".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use.html>
    /// - Throws: what AssumeRole throws: `AccessDenied` where the policies, or the role's trust
    ///   policy, do not allow it.
    package func switchRole(
        to arn: String, in signedIn: SignedIn, _ facts: RequestFacts
    ) async throws(IAMError) {
        let session = signedIn.session
        do {
            guard let token = signedIn.caller.webSession else { throw IAMError.serviceFailure }
            let (owner, name, seconds) = try await services.database.lookUp {
                [sealer = services.sealer] transaction in
                let owner = try Self.owner(of: session, token, sealer)
                let role = try AssumableRole.find(arn, in: transaction)?.role
                return (
                    owner, try Self.sessionName(of: owner, in: transaction),
                    owner.session == nil ? role?.maxSessionDuration : nil
                )
            }
            let left = Int(session.expiresAt.seconds - facts.now.seconds)
            let output = try await pipeline.run(
                STS.AssumeRole.self,
                STS.AssumeRole.checked(
                    .init(
                        roleArn: arn, roleSessionName: name,
                        durationSeconds: seconds.map { max(900, min($0, left)) })),
                as: owner, facts)
            guard let credentials = output.credentials,
                let id = AccessKeyID(credentials.accessKeyId),
                let grant = SessionGrant.open(
                    credentials.sessionToken.reveal(), for: id, at: facts.now, services.sealer)
            else { throw IAMError.serviceFailure }
            try await set(
                grant, in: session, "SwitchRole", by: owner, ("SwitchTo", arn), facts)
        } catch {
            throw IAMError(rejecting: error)
        }
    }

    /// The ARN of a role.
    /// - Parameters:
    ///   - role: its name, behind its path where it has one.
    ///   - account: an ID or an alias.
    /// - Returns: nil for an alias that no account has. Whether there is the role is not looked at.
    package func roleARN(
        _ role: String, in account: String
    ) async throws(IAMError) -> ARN? {
        do {
            let id = try await services.database.read { transaction in
                try AccountID(account)
                    ?? AccountAliasTable(transaction).account(named: account.asciiLowercased)
            }
            return id.map { ARN.iam($0, "role/\(role)") }
        } catch {
            throw IAMError(rejecting: error)
        }
    }

    /// Lets whoever signed in act again.
    package func switchBack(in signedIn: SignedIn, _ facts: RequestFacts) async throws(IAMError) {
        let session = signedIn.session
        guard session.grant != nil else { return }
        do {
            guard let token = signedIn.caller.webSession else { throw IAMError.serviceFailure }
            let owner = try Self.owner(of: session, token, services.sealer)
            try await set(
                nil, in: session, "ExitRole", by: owner,
                ("SwitchFrom", signedIn.principal.principalARN.description), facts)
        } catch {
            throw IAMError(rejecting: error)
        }
    }

    /// Begins a session of the console for somebody who comes with temporary credentials, or was
    /// granted them just now: an identity provider, or a broker, signed them in.
    /// - Parameter longest: the session lasts at most so long; nil for as long as the credentials.
    /// - Returns: the token for the browser.
    package func begin(
        _ grant: SessionGrant, longest: Duration? = nil, _ facts: RequestFacts
    ) async throws -> RandomToken {
        let services = services
        return try await services.inTurn(of: grant.account) {
            try await services.change(in: grant.account) { transaction in
                var random = services.random()
                let token = RandomToken.random(using: &random)
                let hash = token.hash.description
                let session = WebSession(
                    account: grant.account, tokenHash: hash, principal: grant.principal,
                    createdAt: facts.now, lastSeenAt: facts.now,
                    expiresAt: min(
                        grant.expiresAt, facts.now + (longest ?? WebSession.longestLife)),
                    sourceAddress: facts.sourceAddress, userAgent: facts.recordedUserAgent,
                    ownGrant: try grant.sealed(.own, of: hash, services.sealer))
                let sessions = WebSessionTable(transaction)
                try sessions.deleteExpired(in: grant.account, at: facts.now)
                try sessions.keepNewest(
                    WebSession.perGrant - 1, .broughtBy(grant.id), of: grant.principal,
                    in: grant.account)
                try sessions.keepNewest(
                    WebSession.perGrantor - 1, .brought, of: grant.principal, in: grant.account)
                try sessions.insert(session)
                let caller = Caller(grant, in: token.hash)
                let event = try Self.record(
                    "ConsoleLogin", by: caller, facts,
                    additional: (facts.address.map { [("LoginTo", $0)] } ?? [])
                        + [("MobileVersion", "No"), ("MFAUsed", "No")], in: transaction)
                return Change(token, event)
            }
        }
    }

    /// What the session of a role is called that somebody takes on in the console: after the user,
    /// or like the session in which they do.
    private static func sessionName(
        of owner: Caller, in transaction: any Transaction
    ) throws -> String {
        switch owner.session?.subject {
        case .role(let name), .federatedUser(let name): return name
        case .caller, nil:
            // A root user has no name. AssumeRole refuses it whatever it is called.
            guard owner.principalID.kind == .user else { return "root" }
            let users = UserTable(transaction, of: owner.account)
            guard let user = try users.find(owner.principalID) else {
                throw IAMError.invalidClientTokenId
            }
            return user.name
        }
    }

    private func set(
        _ grant: SessionGrant?, in session: WebSession, _ event: String, by owner: Caller,
        _ role: (String, String), _ facts: RequestFacts
    ) async throws {
        let sealed = try grant?.sealed(.switched, of: session.tokenHash, services.sealer)
        try await services.change(in: session.account) { transaction in
            let sessions = WebSessionTable(transaction)
            guard try sessions.find(session.tokenHash)?.isOpen(at: facts.now) == true else {
                throw IAMError.invalidClientTokenId
            }
            try sessions.setGrant(sealed, of: session.tokenHash)
            return try Self.record(
                event, by: owner, facts, additional: [role], in: transaction)
        }
    }
}
