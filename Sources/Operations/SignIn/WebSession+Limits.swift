package import IAMIdentifiers
package import Store

extension WebSession {
    /// How long a session lasts without a request.
    package static let idleLimit = Duration.seconds(3_600)
    /// How long a session lasts at most.
    package static let longestLife = Duration.seconds(12 * 3_600)

    /// Sessions one principal may have; the oldest ends when one more is opened.
    package static let perPrincipal = 100

    /// Sessions that the same temporary credentials may have begun; the oldest ends when one more
    /// is opened.
    package static let perGrant = 10

    /// Sessions that temporary credentials of one role, or of one user, may have begun; the oldest
    /// ends when one more is opened.
    package static let perGrantor = 5_000

    /// Whether the session still admits its browser.
    package func isOpen(at now: Timestamp) -> Bool {
        now < expiresAt && now < lastSeenAt + Self.idleLimit
    }
}
