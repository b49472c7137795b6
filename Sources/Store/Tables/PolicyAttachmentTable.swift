package import IAMIdentifiers

/// Which managed policies are attached to which users, groups and roles. Both kinds of managed
/// policy are named by ARN: AWS's have no row, and an ARN never changes.
package struct PolicyAttachmentTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    /// The ARNs attached to an entity, in the order of attachment.
    package func arns(of owner: UniqueID) throws(StoreError) -> [String] {
        try transaction.rows(
            """
            SELECT policy_arn FROM policy_attachment
            WHERE account_id = \(account) AND owner_id = \(owner)
            ORDER BY attached_at, policy_arn
            """
        ).map { (row) throws(StoreError) in try row.text("policy_arn") }
    }

    package func count(of owner: UniqueID) throws(StoreError) -> Int {
        try transaction.rows(
            """
            SELECT count(*) AS n FROM policy_attachment
            WHERE account_id = \(account) AND owner_id = \(owner)
            """)[0].integer("n")
    }

    /// Attaches a policy; attaching it again changes nothing.
    package func attach(
        _ arn: String, to owner: UniqueID, at now: Timestamp
    ) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO policy_attachment (account_id, owner_id, policy_arn, attached_at)
            VALUES (\(account), \(owner), \(arn), \(now)) ON CONFLICT DO NOTHING
            """)
    }

    /// - Returns: false when it was not attached.
    package func detach(_ arn: String, from owner: UniqueID) throws(StoreError) -> Bool {
        try transaction.execute(
            """
            DELETE FROM policy_attachment
            WHERE account_id = \(account) AND owner_id = \(owner) AND policy_arn = \(arn)
            """) == 1
    }
}
