import Credentials
package import IAMIdentifiers
import Store

/// One of a principal's own open sessions, as its page lists them.
package struct SessionSummary: Sendable, Equatable {
    /// Names the session to ``SignIn/endSession(_:of:)``; opens nothing.
    package let id: String
    package let createdAt: Timestamp
    package let lastSeenAt: Timestamp
    package let sourceAddress: String
    package let userAgent: String
    /// Whether it is the session that asks.
    package let isCurrent: Bool

    package init(
        id: String, createdAt: Timestamp, lastSeenAt: Timestamp, sourceAddress: String,
        userAgent: String, isCurrent: Bool
    ) {
        self.id = id
        self.createdAt = createdAt
        self.lastSeenAt = lastSeenAt
        self.sourceAddress = sourceAddress
        self.userAgent = userAgent
        self.isCurrent = isCurrent
    }
}

extension SignIn {
    /// The caller's open sessions, the newest first.
    package func summaries(of caller: Caller, at now: Timestamp) async throws -> [SessionSummary] {
        try await sessions(of: caller, at: now).map { session in
            var isCurrent = false
            if case .webSession(let token) = caller.credential {
                isCurrent = token.description == session.tokenHash
            }
            return SessionSummary(
                id: session.tokenHash, createdAt: session.createdAt,
                lastSeenAt: session.lastSeenAt, sourceAddress: session.sourceAddress,
                userAgent: session.userAgent, isCurrent: isCurrent)
        }
    }
}
