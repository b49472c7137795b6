package import IAMIdentifiers

/// How many failed sign-ins of an account have no record yet, because there were too many.
package struct UnrecordedSignInTable {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    package func all() throws(StoreError) -> [AccountID: Int] {
        var counts: [AccountID: Int] = [:]
        let rows = try transaction.rows("SELECT account_id, failures FROM unrecorded_sign_in")
        for row in rows { counts[try row.accountID("account_id")] = try row.integer("failures") }
        return counts
    }

    /// - Parameter count: 0 for none.
    package func set(_ count: Int, of account: AccountID) throws(StoreError) {
        guard count > 0 else {
            try transaction.execute(
                "DELETE FROM unrecorded_sign_in WHERE account_id = \(account)")
            return
        }
        try transaction.execute(
            """
            INSERT INTO unrecorded_sign_in (account_id, failures) VALUES (\(account), \(count))
            ON CONFLICT (account_id) DO UPDATE SET failures = excluded.failures
            """)
    }
}
