import Credentials
package import IAMIdentifiers
package import Store

/// A request of a browser that is signed in.
package struct SignedIn: Sendable {
    /// Whom operations are called as.
    package let caller: Caller
    package let principal: any Principal
    package let session: WebSession
    package let deviceNeed: DeviceNeed

    /// Who acts.
    package enum Actor: Sendable, Equatable {
        case rootUser
        case user(name: String)
        /// A session of a role.
        /// - Parameter isSwitched: whether somebody switched to it who can switch back.
        case role(name: String, session: String, isSwitched: Bool)
        case federatedUser(name: String)
    }

    package var actor: Actor {
        switch caller.session?.subject {
        case .role(let session):
            let name = principal.principalARN.resource.parts(at: "/").last ?? ""
            return .role(
                name: String(name), session: session,
                isSwitched: caller.session?.id == self.session.grant?.id)
        case .federatedUser(let name): return .federatedUser(name: name)
        case .caller, nil:
            return principal.userName.map { .user(name: $0) } ?? .rootUser
        }
    }

    /// The access key ID of the temporary credentials by which somebody acts; nil for none.
    package var actorID: AccessKeyID? { caller.session?.id }

    /// The account of whoever signed in. The one that they act in may be another.
    package var ownAccount: AccountID { session.account }
}

extension SignIn {
    /// How stale the record of a session's last use may become.
    private static let lastSeenPrecision = Duration.seconds(60)

    /// Who sent the request that carries this cookie; nil when the session is not valid: it has
    /// ended, was signed out or idle for too long, or its user or its account is gone or closed.
    package func signedIn(_ cookie: String, at now: Timestamp) async throws -> SignedIn? {
        guard let token = RandomToken(cookie) else { return nil }
        let hash = token.hash
        let (settings, sealer) = (services.signInSettings, services.sealer)
        let found = try await services.database.lookUp { transaction -> SignedIn? in
            guard let session = try WebSessionTable(transaction).find(hash.description) else {
                return nil
            }
            for caller in try Self.callers(in: session, hash, sealer) {
                do {
                    let principal = try caller.principal(at: now, in: transaction)
                    // A role has no devices. Whoever signed in needed theirs before.
                    let need =
                        try caller.session == nil
                        ? DeviceNeed(of: principal, settings, at: now, in: transaction) : .none
                    return SignedIn(
                        caller: caller, principal: principal, session: session, deviceNeed: need)
                } catch let error as IAMError where error == .invalidClientTokenId {
                    continue
                }
            }
            return nil
        }
        if let grant = found?.caller.session, grant.isOfRole {
            // The console calls IAM in its one region.
            await services.afterwards.use(
                ofRole: grant.principal, in: grant.account, .init(at: now, region: "us-east-1"))
        }
        if let session = found?.session, now >= session.lastSeenAt + Self.lastSeenPrecision {
            await services.afterwards.use(ofSession: session.tokenHash, at: now)
        }
        return found
    }

    /// Who may act in a session, the first of whom does: the role that they switched to, until it
    /// ends or is gone, and then themselves.
    private static func callers(
        in session: WebSession, _ hash: TokenHash, _ sealer: Sealer
    ) throws -> [Caller] {
        let owner = try owner(of: session, hash, sealer)
        guard let grant = try SessionGrant.kept(.switched, in: session, sealer) else {
            return [owner]
        }
        return [Caller(grant, in: hash, behind: owner.session), owner]
    }

    /// Whoever signed in.
    static func owner(
        of session: WebSession, _ hash: TokenHash, _ sealer: Sealer
    ) throws -> Caller {
        if let grant = try SessionGrant.kept(.own, in: session, sealer) {
            return Caller(grant, in: hash)
        }
        return Caller(
            account: session.account, principalID: session.principal,
            credential: .webSession(hash),
            began: .init(at: session.createdAt, secondFactorAt: session.secondFactorAt))
    }

    /// The caller's open sessions, the newest first. Where a role acts, it is that one session:
    /// the others of the role are other people's.
    package func sessions(of caller: Caller, at now: Timestamp) async throws -> [WebSession] {
        try await services.database.read { transaction in
            let sessions = WebSessionTable(transaction)
            guard caller.session == nil else {
                return try [caller.webSession].compactMap { $0 }
                    .compactMap { try sessions.find($0.description) }
            }
            return try sessions.list(of: caller.principalID, in: caller.account)
                .filter { $0.isOpen(at: now) }
        }
    }

    /// Ends one of the caller's own sessions; another's is left alone.
    /// - Parameter tokenHash: as ``sessions(of:at:)`` gives it.
    package func endSession(
        _ tokenHash: String, of caller: Caller, _ facts: RequestFacts
    ) async throws {
        try await services.change(in: caller.account) { transaction in
            guard let session = try WebSessionTable(transaction).find(tokenHash),
                caller.session == nil
                    ? session.account == caller.account && session.principal == caller.principalID
                        && session.ownGrant == nil
                    : tokenHash.isExactly(caller.webSession?.description ?? "")
            else { return nil }
            return try Self.end(session, "EndSession", by: caller, facts, in: transaction)
        }
    }

    /// Ends the caller's own sessions but for the one that asks.
    package func endOtherSessions(of caller: Caller, _ facts: RequestFacts) async throws {
        guard caller.session == nil else { return }
        try await services.change(in: caller.account) { transaction in
            let sessions = WebSessionTable(transaction)
            let asking = caller.webSession?.description
            let others = try sessions.list(of: caller.principalID, in: caller.account)
                .filter { $0.tokenHash != asking }
            guard !others.isEmpty else { return nil }
            // Those that a broker began with this user's word are other people's.
            for other in others { try sessions.delete(other.tokenHash) }
            return try Self.record("EndOtherSessions", by: caller, facts, in: transaction)
        }
    }

    /// Ends the session of this cookie, if there is one.
    package func signOut(_ cookie: String, _ facts: RequestFacts) async throws {
        guard let hash = RandomToken(cookie)?.hash else { return }
        let account = try await services.database.read {
            try WebSessionTable($0).find(hash.description)?.account
        }
        guard let account else { return }
        let sealer = services.sealer
        try await services.change(in: account) { transaction in
            guard let session = try WebSessionTable(transaction).find(hash.description) else {
                return nil
            }
            let caller = try Self.owner(of: session, hash, sealer)
            return try Self.end(session, "SignOut", by: caller, facts, in: transaction)
        }
    }

    /// - Parameter name: of the event. CloudTrail has none for the end of a session.
    private static func end(
        _ session: WebSession, _ name: String, by caller: Caller, _ facts: RequestFacts,
        in transaction: any Transaction
    ) throws -> AuditEventTable.Event {
        try WebSessionTable(transaction).delete(session.tokenHash)
        return try record(name, by: caller, facts, in: transaction)
    }

    /// - Parameter additional: facts of the event that its name does not say.
    static func record(
        _ name: String, by caller: Caller, _ facts: RequestFacts,
        additional: [(String, String)] = [], in transaction: any Transaction
    ) throws -> AuditEventTable.Event {
        // The session's user or account may have been deleted meanwhile.
        let principal = try AccountTable(transaction).find(caller.account).flatMap {
            try Principals.find(
                caller.principalID, actingBy: caller.session, of: $0, in: transaction)
        }
        return AuditEvent(
            signInEvent: name, of: caller.account, by: AuditIdentity(principal, caller), facts,
            additional: additional
        ).row
    }
}
