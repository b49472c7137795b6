package import IAMIdentifiers

/// The managed policies that bound the permissions of users and roles, by ARN: at most one for
/// each.
package struct PermissionsBoundaryTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    /// The ARN of the boundary of an identity; nil without one.
    package func find(_ owner: UniqueID) throws(StoreError) -> String? {
        try transaction.rows(
            """
            SELECT policy_arn FROM permissions_boundary
            WHERE account_id = \(account) AND owner_id = \(owner)
            """
        ).first.map { (row) throws(StoreError) in try row.text("policy_arn") }
    }

    /// Bounds an identity, in place of the boundary it had.
    package func put(_ arn: String, on owner: UniqueID) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO permissions_boundary (account_id, owner_id, policy_arn)
            VALUES (\(account), \(owner), \(arn))
            ON CONFLICT (account_id, owner_id) DO UPDATE SET policy_arn = excluded.policy_arn
            """)
    }

    /// Takes the boundary away; one that is not there is no error.
    package func delete(_ owner: UniqueID) throws(StoreError) {
        try transaction.execute(
            """
            DELETE FROM permissions_boundary
            WHERE account_id = \(account) AND owner_id = \(owner)
            """)
    }
}
