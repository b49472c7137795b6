package import Credentials
import IAMIdentifiers
import IAMModel
package import Store

/// Roles that act in sessions of the console.
///
/// Source: IAM User Guide, "Switch from a user to an IAM role (console)".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html>
extension SignIn {
    /// Lets a role act in a session in place of whoever signed in. It is they who assume it, also
    /// where another role acts now. The role acts for an hour at most, and never longer than the
    /// session lasts.
    /// - Throws: what AssumeRole throws: `AccessDenied` where the policies, or the role's trust
    ///   policy, do not allow it.
    package func switchRole(
        to arn: String, in signedIn: SignedIn, _ facts: RequestFacts
    ) async throws(IAMError) {
        let session = signedIn.session
        guard let token = signedIn.caller.webSession, session.principal.kind == .user else {
            throw IAMError.accessDenied(
                "Only an IAM user can switch to a role. Sign in as one.")
        }
        let user = Caller(
            account: session.account, principalID: session.principal,
            credential: .webSession(token), isBehindRole: true)
        let name = try await self.name(of: user)
        let output = try await pipeline.run(
            STS.AssumeRole.self, .init(roleArn: arn, roleSessionName: name), as: user, facts)
        do {
            guard let credentials = output.credentials,
                let id = AccessKeyID(credentials.accessKeyId),
                let grant = SessionGrant.open(
                    credentials.sessionToken.reveal(), for: id, at: facts.now, services.sealer)
            else { throw IAMError.serviceFailure }
            try await set(grant, in: session, "SwitchRole", by: user, facts)
        } catch {
            throw IAMError(rejecting: error)
        }
    }

    /// Lets whoever signed in act again.
    package func switchBack(in signedIn: SignedIn, _ facts: RequestFacts) async throws(IAMError) {
        let session = signedIn.session
        guard session.grant != nil, session.principal.kind != .role else { return }
        do {
            try await set(nil, in: session, "ExitRole", by: signedIn.caller, facts)
        } catch {
            throw IAMError(rejecting: error)
        }
    }

    /// Begins a session of the console for somebody whom an identity provider signed in.
    /// - Returns: the token for the browser.
    package func begin(
        _ grant: SessionGrant, _ facts: RequestFacts
    ) async throws -> (RandomToken, WebSession) {
        let services = services
        return try await services.database.change(in: grant.account) { transaction in
            var random = services.random()
            let token = RandomToken.random(using: &random)
            let hash = token.hash.description
            let session = WebSession(
                account: grant.account, tokenHash: hash, principal: grant.principal,
                createdAt: facts.now, lastSeenAt: facts.now,
                expiresAt: min(grant.expiresAt, facts.now + WebSession.longestLife),
                sourceAddress: facts.sourceAddress, userAgent: facts.recordedUserAgent,
                grant: try grant.sealed(forSession: hash, services.sealer))
            let sessions = WebSessionTable(transaction)
            try sessions.deleteExpired(in: grant.account, at: facts.now)
            try sessions.insert(session)
            let caller = Caller(grant, in: token.hash)
            let event = try Self.record("ConsoleLogin", by: caller, facts, in: transaction)
            return Change((token, session), event)
        }
    }

    private func name(of user: Caller) async throws(IAMError) -> String {
        do {
            let found = try await services.database.lookUp { transaction in
                try UserTable(transaction, of: user.account).find(user.principalID)?.name
            }
            guard let found else { throw IAMError.invalidClientTokenId }
            return found
        } catch {
            throw IAMError(rejecting: error)
        }
    }

    private func set(
        _ grant: SessionGrant?, in session: WebSession, _ event: String, by caller: Caller,
        _ facts: RequestFacts
    ) async throws {
        let sealed = try grant?.sealed(forSession: session.tokenHash, services.sealer)
        try await services.database.change(in: session.account) { transaction in
            let sessions = WebSessionTable(transaction)
            guard try sessions.find(session.tokenHash)?.isOpen(at: facts.now) == true else {
                throw IAMError.invalidClientTokenId
            }
            try sessions.setGrant(sealed, of: session.tokenHash)
            return try Self.record(event, by: caller, facts, in: transaction)
        }
    }
}
