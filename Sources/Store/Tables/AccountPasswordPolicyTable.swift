package import IAMIdentifiers

/// The password policies of the accounts that have set one.
package struct AccountPasswordPolicyTable {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    package func find(_ account: AccountID) throws(StoreError) -> AccountPasswordPolicy? {
        try transaction.rows(
            """
            SELECT minimum_length, require_symbols, require_numbers, require_uppercase,
                require_lowercase, allow_change, max_age_days, reuse_prevention, hard_expiry
            FROM account_password_policy WHERE account_id = \(account)
            """
        ).first.map(Self.policy)
    }

    /// Sets an account's policy, whole.
    package func set(
        _ policy: AccountPasswordPolicy, of account: AccountID
    ) throws(StoreError) {
        _ = try delete(account)
        try transaction.execute(
            """
            INSERT INTO account_password_policy (account_id, minimum_length, require_symbols,
                require_numbers, require_uppercase, require_lowercase, allow_change,
                max_age_days, reuse_prevention, hard_expiry)
            VALUES (\(account), \(policy.minimumLength), \(policy.requiresSymbols),
                \(policy.requiresNumbers), \(policy.requiresUppercase),
                \(policy.requiresLowercase), \(policy.allowsChange), \(policy.maximumAgeDays),
                \(policy.reusePrevention), \(policy.isExpiryHard))
            """)
    }

    /// - Returns: whether there was one.
    package func delete(_ account: AccountID) throws(StoreError) -> Bool {
        try transaction.execute(
            "DELETE FROM account_password_policy WHERE account_id = \(account)") == 1
    }

    private static func policy(_ row: Row) throws(StoreError) -> AccountPasswordPolicy {
        AccountPasswordPolicy(
            minimumLength: try row.integer("minimum_length"),
            requiresSymbols: try row.boolean("require_symbols"),
            requiresNumbers: try row.boolean("require_numbers"),
            requiresUppercase: try row.boolean("require_uppercase"),
            requiresLowercase: try row.boolean("require_lowercase"),
            allowsChange: try row.boolean("allow_change"),
            maximumAgeDays: try row.integerIfPresent("max_age_days"),
            reusePrevention: try row.integerIfPresent("reuse_prevention"),
            isExpiryHard: try row.booleanIfPresent("hard_expiry"))
    }
}
