package import IAMIdentifiers

// What deletes records that are older than the operator keeps them.
extension AuditEventTable {
    /// The place of the first record that an account has; nil where it has none.
    package func firstPlace(of account: AccountID) throws(StoreError) -> Int? {
        try chain(of: account, after: 0, limit: 1).first?.link.sequence
    }

    /// The last record of an account's chain that has this name.
    package func latestInChain(
        named name: String, of account: AccountID
    ) throws(StoreError) -> Event? {
        try events(
            """
            WHERE account_id = \(account) AND event_name = \(name) AND sequence IS NOT NULL
            ORDER BY sequence DESC LIMIT 1
            """
        ).first
    }

    /// Deletes the records of an account's chain up to a place.
    /// - Returns: how many.
    package func delete(of account: AccountID, until place: Int) throws(StoreError) -> Int {
        try delete(
            of: account,
            """
            SELECT event_id FROM audit_event
            WHERE account_id = \(account) AND sequence <= \(place)
            """)
    }

    /// Deletes records of before a moment that are in no chain.
    /// - Returns: how many, at most `limit`.
    package func deleteOutsideChain(
        of account: AccountID, before moment: Timestamp, limit: Int
    ) throws(StoreError) -> Int {
        try delete(
            of: account,
            """
            SELECT event_id FROM audit_event
            WHERE account_id = \(account) AND sequence IS NULL AND at < \(moment)
            ORDER BY at, event_id LIMIT \(limit)
            """)
    }

    /// - Parameter ids: a query for the IDs of those that go.
    private func delete(of account: AccountID, _ ids: SQL) throws(StoreError) -> Int {
        try transaction.execute(
            "DELETE FROM audit_event_resource WHERE account_id = \(account) AND event_id IN ("
                + ids + ")")
        return try transaction.execute(
            "DELETE FROM audit_event WHERE account_id = \(account) AND event_id IN (" + ids + ")")
    }
}
