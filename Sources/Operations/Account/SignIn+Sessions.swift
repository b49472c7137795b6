import Credentials
package import IAMIdentifiers
package import Store

/// A request of a browser that is signed in.
package struct SignedIn: Sendable {
    /// Whom operations are called as.
    package let caller: Caller
    package let principal: any Principal
    package let session: WebSession
}

extension SignIn {
    /// How stale the record of a session's last use may become.
    private static let lastSeenPrecision = Duration.seconds(60)

    /// Who sent the request that carries this cookie; nil when the session does not stand: ended,
    /// signed out, idle for too long, or of a user or an account that is gone or closed.
    package func signedIn(_ cookie: String, at now: Timestamp) async throws -> SignedIn? {
        guard let token = RandomToken(cookie) else { return nil }
        let hash = token.hash
        let found = try await services.database.read { transaction -> SignedIn? in
            guard let session = try WebSessionTable(transaction).find(hash.description) else {
                return nil
            }
            let caller = Caller(
                account: session.account, principalID: session.principal,
                credential: .webSession(hash))
            do {
                let principal = try caller.principal(at: now, in: transaction)
                return SignedIn(caller: caller, principal: principal, session: session)
            } catch let error as IAMError where error == .invalidClientTokenId {
                return nil
            }
        }
        if let session = found?.session, now >= session.lastSeenAt + Self.lastSeenPrecision {
            await services.afterwards.use(ofSession: session.tokenHash, at: now)
        }
        return found
    }

    /// The caller's open sessions, the newest first.
    package func sessions(of caller: Caller, at now: Timestamp) async throws -> [WebSession] {
        try await services.database.read { transaction in
            try WebSessionTable(transaction).list(of: caller.principalID, in: caller.account)
                .filter { $0.isOpen(at: now) }
        }
    }

    /// Ends one of the caller's own sessions; another's is left alone.
    /// - Parameter tokenHash: as ``sessions(of:at:)`` gives it.
    package func endSession(_ tokenHash: String, of caller: Caller) async throws {
        try await services.database.write { transaction in
            let sessions = WebSessionTable(transaction)
            guard let session = try sessions.find(tokenHash), session.account == caller.account,
                session.principal == caller.principalID
            else { return }
            try sessions.delete(tokenHash)
        }
    }

    /// Ends the session of this cookie, if there is one.
    package func signOut(_ cookie: String) async throws {
        guard let token = RandomToken(cookie) else { return }
        try await services.database.write { transaction in
            try WebSessionTable(transaction).delete(token.hash.description)
        }
    }
}
