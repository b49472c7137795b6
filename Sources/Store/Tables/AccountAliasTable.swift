package import IAMIdentifiers

/// The names that accounts chose for their sign-in pages, at most one each and each only once.
package struct AccountAliasTable {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// An account's alias; nil when it has none.
    package func alias(of account: AccountID) throws(StoreError) -> String? {
        try transaction.rows("SELECT alias FROM account_alias WHERE account_id = \(account)")
            .first.map { (row) throws(StoreError) in try row.text("alias") }
    }

    /// The account of this alias.
    package func account(named alias: String) throws(StoreError) -> AccountID? {
        try transaction.rows("SELECT account_id FROM account_alias WHERE alias = \(alias)")
            .first.map { (row) throws(StoreError) in try row.accountID("account_id") }
    }

    /// Gives an account without alias one.
    /// - Returns: false, and nothing changed, when an account has that alias or this one has any.
    package func insert(
        _ alias: String, of account: AccountID, at now: Timestamp
    ) throws(StoreError) -> Bool {
        try transaction.execute(
            """
            INSERT INTO account_alias (account_id, alias, created_at)
            VALUES (\(account), \(alias), \(now)) ON CONFLICT DO NOTHING
            """) == 1
    }

    package func delete(of account: AccountID) throws(StoreError) {
        try transaction.execute("DELETE FROM account_alias WHERE account_id = \(account)")
    }
}
