package import IAMIdentifiers

/// The places from which principals signed in: address groups, as the caller of this names them.
package struct SignInPlaceTable {
    /// Places remembered for one principal.
    package static let kept = 16

    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// Whether a principal signed in from a place before.
    package func contains(
        _ place: String, of principal: UniqueID, in account: AccountID
    ) throws(StoreError) -> Bool {
        try !transaction.rows(
            """
            SELECT sequence FROM sign_in_place
            WHERE account_id = \(account) AND principal_id = \(principal) AND place = \(place)
            """
        ).isEmpty
    }

    /// Makes a place the latest of a principal's, and forgets what is beyond ``kept``.
    package func note(
        _ place: String, of principal: UniqueID, in account: AccountID
    ) throws(StoreError) {
        let last = try transaction.rows(
            """
            SELECT coalesce(max(sequence), 0) AS n FROM sign_in_place
            WHERE account_id = \(account) AND principal_id = \(principal)
            """)[0].integer("n")
        try transaction.execute(
            """
            INSERT INTO sign_in_place (account_id, principal_id, place, sequence)
            VALUES (\(account), \(principal), \(place), \(last + 1))
            ON CONFLICT (account_id, principal_id, place)
            DO UPDATE SET sequence = excluded.sequence
            """)
        try transaction.execute(
            """
            DELETE FROM sign_in_place
            WHERE account_id = \(account) AND principal_id = \(principal) AND place NOT IN (
                SELECT place FROM sign_in_place
                WHERE account_id = \(account) AND principal_id = \(principal)
                ORDER BY sequence DESC LIMIT \(Self.kept))
            """)
    }

    /// Forgets a principal's places.
    package func deleteAll(of principal: UniqueID, in account: AccountID) throws(StoreError) {
        try transaction.execute(
            """
            DELETE FROM sign_in_place
            WHERE account_id = \(account) AND principal_id = \(principal)
            """)
    }
}
