package import IAMIdentifiers

/// Sessions of the web console, by the hash of their token.
package struct WebSessionTable {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    private static let columns: SQL = """
        account_id, token_hash, principal_id, created_at, last_seen_at, expires_at,
        source_address, user_agent, second_factor_at, proved_at, grant_id, sealed_grant,
        own_grant_id, sealed_own_grant
        """

    package func find(_ tokenHash: String) throws(StoreError) -> WebSession? {
        try transaction.rows(
            "SELECT " + Self.columns + " FROM web_session WHERE token_hash = \(tokenHash)"
        ).first.map(Self.session)
    }

    /// The sessions that a principal signed in to itself, the newest first.
    package func list(
        of principal: UniqueID, in account: AccountID
    ) throws(StoreError) -> [WebSession] {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM web_session
                WHERE account_id = \(account) AND principal_id = \(principal)
                    AND own_grant_id IS NULL
                ORDER BY created_at DESC, token_hash
                """
        ).map(Self.session)
    }

    package func insert(_ session: WebSession) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO web_session (account_id, token_hash, principal_id, created_at,
                last_seen_at, expires_at, source_address, user_agent, second_factor_at,
                grant_id, sealed_grant, own_grant_id, sealed_own_grant)
            VALUES (\(session.account), \(session.tokenHash), \(session.principal),
                \(session.createdAt), \(session.lastSeenAt), \(session.expiresAt),
                \(session.sourceAddress), \(session.userAgent), \(session.secondFactorAt),
                \(session.grant?.id), \(session.grant?.sealed),
                \(session.ownGrant?.id), \(session.ownGrant?.sealed))
            """)
    }

    package func setLastSeen(_ moment: Timestamp, of tokenHash: String) throws(StoreError) {
        try transaction.execute(
            "UPDATE web_session SET last_seen_at = \(moment) WHERE token_hash = \(tokenHash)")
    }

    /// Notes that every proof was given again.
    package func setProved(_ tokenHash: String, at now: Timestamp) throws(StoreError) {
        try transaction.execute(
            "UPDATE web_session SET proved_at = \(now) WHERE token_hash = \(tokenHash)")
    }

    /// Lets a role act in a session, or whoever signed in again.
    package func setGrant(
        _ grant: WebSession.SealedGrant?, of tokenHash: String
    ) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE web_session SET grant_id = \(grant?.id), sealed_grant = \(grant?.sealed)
            WHERE token_hash = \(tokenHash)
            """)
    }

    package func delete(_ tokenHash: String) throws(StoreError) {
        try transaction.execute("DELETE FROM web_session WHERE token_hash = \(tokenHash)")
    }

    /// Ends a principal's sessions, but for the one of `keeping`.
    package func deleteAll(
        of principal: UniqueID, in account: AccountID, keeping tokenHash: String? = nil
    ) throws(StoreError) {
        try transaction.execute(
            """
            DELETE FROM web_session
            WHERE account_id = \(account) AND principal_id = \(principal)
                AND token_hash <> \(tokenHash ?? "")
            """)
    }

    /// How many sessions an account has, those included that have expired lately.
    package func count(in account: AccountID) throws(StoreError) -> Int {
        try transaction.rows(
            "SELECT count(*) AS n FROM web_session WHERE account_id = \(account)")[0].integer("n")
    }

    /// Ends every session of an account.
    package func deleteAll(in account: AccountID) throws(StoreError) {
        try transaction.execute("DELETE FROM web_session WHERE account_id = \(account)")
    }

    /// Forgets an account's sessions that have expired.
    package func deleteExpired(in account: AccountID, at now: Timestamp) throws(StoreError) {
        try transaction.execute(
            "DELETE FROM web_session WHERE account_id = \(account) AND expires_at <= \(now)")
    }

    /// Sessions of a principal, by how they began. Those of one kind never end those of another.
    package enum Beginning: Sendable {
        /// The principal signed in itself.
        case signedIn
        /// With temporary credentials of the principal.
        case brought
        /// With these temporary credentials.
        case broughtBy(AccessKeyID)

        fileprivate var condition: SQL {
            switch self {
            case .signedIn: "own_grant_id IS NULL"
            case .brought: "own_grant_id IS NOT NULL"
            case .broughtBy(let grant): "own_grant_id = \(grant)"
            }
        }
    }

    /// Ends a principal's sessions but for the newest.
    /// - Parameter count: how many stay.
    package func keepNewest(
        _ count: Int, _ beginning: Beginning, of principal: UniqueID, in account: AccountID
    ) throws(StoreError) {
        let sessions: SQL =
            "WHERE account_id = \(account) AND principal_id = \(principal) AND "
            + beginning.condition
        try transaction.execute(
            "DELETE FROM web_session " + sessions
                + " AND token_hash NOT IN (SELECT token_hash FROM web_session " + sessions
                + " ORDER BY created_at DESC, token_hash LIMIT \(count))")
    }

    private static func session(_ row: Row) throws(StoreError) -> WebSession {
        return WebSession(
            account: try row.accountID("account_id"), tokenHash: try row.text("token_hash"),
            principal: try row.uniqueID("principal_id"),
            createdAt: try row.timestamp("created_at"),
            lastSeenAt: try row.timestamp("last_seen_at"),
            expiresAt: try row.timestamp("expires_at"),
            sourceAddress: try row.text("source_address"),
            userAgent: try row.text("user_agent"),
            secondFactorAt: try row.timestampIfPresent("second_factor_at"),
            provedAt: try row.timestampIfPresent("proved_at"), grant: try grant(row),
            ownGrant: try grant(row, "own_"))
    }

    private static func grant(
        _ row: Row, _ prefix: String = ""
    ) throws(StoreError) -> WebSession.SealedGrant? {
        guard let sealed = try row.blobIfPresent("sealed_\(prefix)grant") else { return nil }
        return .init(id: try row.accessKeyID("\(prefix)grant_id"), sealed: sealed)
    }
}
