package import IAMIdentifiers

/// The properties that switch features of IAM on for an account, as `RoleManager/Enabled`.
package struct AccountPropertyTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    /// The value of a property; nil if it was never set.
    package func value(of name: String) throws(StoreError) -> String? {
        try transaction.rows(
            "SELECT value FROM account_property WHERE account_id = \(account) AND name = \(name)"
        ).first.map { (row) throws(StoreError) in try row.text("value") }
    }

    package func set(_ name: String, to value: String) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO account_property (account_id, name, value)
            VALUES (\(account), \(name), \(value))
            ON CONFLICT (account_id, name) DO UPDATE SET value = excluded.value
            """)
    }
}
