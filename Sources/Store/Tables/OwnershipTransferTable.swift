package import IAMIdentifiers

/// Accounts that were offered to other owners, each to one at most.
package struct OwnershipTransferTable {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    package func find(_ account: AccountID) throws(StoreError) -> OwnershipTransfer? {
        guard
            let row = try transaction.rows(
                """
                SELECT new_email, language, started_at, ends_at
                FROM ownership_transfer WHERE account_id = \(account)
                """
            ).first
        else { return nil }
        return OwnershipTransfer(
            account: account, newEmail: try row.text("new_email"),
            language: try row.text("language"), startedAt: try row.timestamp("started_at"),
            endsAt: try row.timestamp("ends_at"))
    }

    /// Keeps an offer in the place of the one there was.
    package func set(_ transfer: OwnershipTransfer) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO ownership_transfer (account_id, new_email, language, started_at, ends_at)
            VALUES (\(transfer.account), \(transfer.newEmail), \(transfer.language),
                \(transfer.startedAt), \(transfer.endsAt))
            ON CONFLICT (account_id) DO UPDATE SET new_email = excluded.new_email,
                language = excluded.language, started_at = excluded.started_at,
                ends_at = excluded.ends_at
            """)
    }

    package func delete(_ account: AccountID) throws(StoreError) {
        try transaction.execute("DELETE FROM ownership_transfer WHERE account_id = \(account)")
    }
}
