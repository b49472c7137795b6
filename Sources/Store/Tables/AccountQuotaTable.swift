package import IAMIdentifiers

/// The quotas of an account that the operator raised. One that was not has no row.
package struct AccountQuotaTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    /// The value of a quota; nil for the usual one.
    package func value(of name: String) throws(StoreError) -> Int? {
        try transaction.rows(
            "SELECT value FROM account_quota WHERE account_id = \(account) AND name = \(name)"
        ).first.map { (row) throws(StoreError) in try row.integer("value") }
    }

    package func set(_ name: String, to value: Int) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO account_quota (account_id, name, value)
            VALUES (\(account), \(name), \(value))
            ON CONFLICT (account_id, name) DO UPDATE SET value = excluded.value
            """)
    }

    /// Makes a quota the usual one.
    package func delete(_ name: String) throws(StoreError) {
        try transaction.execute(
            "DELETE FROM account_quota WHERE account_id = \(account) AND name = \(name)")
    }
}
