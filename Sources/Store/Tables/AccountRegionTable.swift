package import IAMIdentifiers

/// The regions that an account has enabled or disabled again. A region without a row is as every
/// account has it at first.
package struct AccountRegionTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    /// The codes of the regions that are enabled.
    package func enabled() throws(StoreError) -> [String] {
        try transaction.rows(
            """
            SELECT region FROM account_region
            WHERE account_id = \(account) AND is_enabled = \(true) ORDER BY region
            """
        ).map { (row) throws(StoreError) in try row.text("region") }
    }

    package func set(
        _ region: String, isEnabled: Bool, at now: Timestamp
    ) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO account_region (account_id, region, is_enabled, changed_at)
            VALUES (\(account), \(region), \(isEnabled), \(now))
            ON CONFLICT (account_id, region) DO UPDATE
            SET is_enabled = excluded.is_enabled, changed_at = excluded.changed_at
            """)
    }
}
