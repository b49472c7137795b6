package import IAMIdentifiers

/// What accounts prefer of the Security Token Service.
package struct STSPreferenceTable {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// The version of the tokens that the global endpoint gives; nil if the account chose none.
    package func tokenVersion(of account: AccountID) throws(StoreError) -> Int? {
        try transaction.rows(
            "SELECT token_version FROM sts_preference WHERE account_id = \(account)"
        ).first.map { (row) throws(StoreError) in try row.integer("token_version") }
    }

    package func set(tokenVersion: Int, of account: AccountID) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO sts_preference (account_id, token_version)
            VALUES (\(account), \(tokenVersion))
            ON CONFLICT (account_id) DO UPDATE SET token_version = \(tokenVersion)
            """)
    }
}
