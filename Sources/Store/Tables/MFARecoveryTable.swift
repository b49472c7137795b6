package import IAMIdentifiers

/// The waiting periods for lost MFA devices of root users; an account has one at most.
package struct MFARecoveryTable {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    package func find(_ account: AccountID) throws(StoreError) -> MFARecovery? {
        try transaction.rows(
            """
            SELECT account_id, started_at, ends_at, source_address, user_agent, language
            FROM mfa_recovery WHERE account_id = \(account)
            """
        ).first.map { (row) throws(StoreError) in
            MFARecovery(
                account: try row.accountID("account_id"),
                startedAt: try row.timestamp("started_at"), endsAt: try row.timestamp("ends_at"),
                sourceAddress: try row.text("source_address"),
                userAgent: try row.text("user_agent"), language: try row.text("language"))
        }
    }

    /// Makes a waiting period the account's, in place of one that there was.
    package func set(_ recovery: MFARecovery) throws(StoreError) {
        try delete(recovery.account)
        try transaction.execute(
            """
            INSERT INTO mfa_recovery (account_id, started_at, ends_at, source_address, user_agent,
                language)
            VALUES (\(recovery.account), \(recovery.startedAt), \(recovery.endsAt),
                \(recovery.sourceAddress), \(recovery.userAgent), \(recovery.language))
            """)
    }

    package func delete(_ account: AccountID) throws(StoreError) {
        try transaction.execute("DELETE FROM mfa_recovery WHERE account_id = \(account)")
    }
}
