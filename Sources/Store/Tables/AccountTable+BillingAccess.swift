package import IAMIdentifiers

// Whether IAM's policies decide about the bills of an account.
extension AccountTable {
    package func hasIAMBillingAccess(_ id: AccountID) throws(StoreError) -> Bool {
        guard
            let row = try transaction.rows(
                "SELECT iam_billing_access FROM account WHERE account_id = \(id)"
            ).first
        else { return false }
        return try row.boolean("iam_billing_access")
    }

    package func setIAMBillingAccess(_ isActivated: Bool, of id: AccountID) throws(StoreError) {
        try transaction.execute(
            "UPDATE account SET iam_billing_access = \(isActivated) WHERE account_id = \(id)")
    }
}
