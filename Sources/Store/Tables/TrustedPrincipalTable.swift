package import IAMIdentifiers

/// The users and roles, of any account, that the trust policies of an account's roles name.
package struct TrustedPrincipalTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    /// Keeps the principals of a role's new trust policy, in place of those of the old one.
    package func put(
        _ principals: [TrustedPrincipal], of role: UniqueID
    ) throws(StoreError) {
        try transaction.execute(
            """
            DELETE FROM role_trusted_principal
            WHERE account_id = \(account) AND role_id = \(role)
            """)
        for principal in principals {
            try transaction.execute(
                """
                INSERT INTO role_trusted_principal (account_id, role_id, named_as,
                    principal_account_id, principal_id)
                VALUES (\(account), \(role), \(principal.writtenName), \(principal.account),
                    \(principal.id))
                """)
        }
    }

    /// A principal and the ARN that it has now; nil when it was deleted.
    package struct Known: Sendable, Equatable {
        package let principal: TrustedPrincipal
        package let arn: ARN?
    }

    /// The principals that the trust policies of some roles name, by role.
    package func list(of roles: [UniqueID]) throws(StoreError) -> [UniqueID: [Known]] {
        var known: [UniqueID: [Known]] = [:]
        for row in try transaction.rows(
            """
            SELECT named.role_id, named.named_as, named.principal_account_id,
                named.principal_id, iam_user.name AS user_name, iam_user.path AS user_path,
                iam_role.name AS role_name, iam_role.path AS role_path
            FROM role_trusted_principal AS named
            LEFT JOIN iam_user ON iam_user.account_id = named.principal_account_id
                AND iam_user.user_id = named.principal_id
            LEFT JOIN iam_role ON iam_role.account_id = named.principal_account_id
                AND iam_role.role_id = named.principal_id
            WHERE named.account_id = \(account) AND named.role_id IN
            """ + " " + .list(roles.map { $0.description })
        ) {
            let principal = try Self.principal(row)
            var arn: ARN?
            if let name = try row.textIfPresent("user_name") {
                arn = .iam(principal.account, "user", try row.text("user_path"), name)
            } else if let name = try row.textIfPresent("role_name") {
                arn = .iam(principal.account, "role", try row.text("role_path"), name)
            }
            known[try row.uniqueID("role_id"), default: []].append(
                Known(principal: principal, arn: arn))
        }
        return known
    }

    /// The account of the user or the role of a unique ID, whichever it is; nil if there is none.
    package static func account(
        of id: UniqueID, in transaction: any Transaction
    ) throws(StoreError) -> AccountID? {
        try transaction.rows(
            """
            SELECT account_id FROM iam_user WHERE user_id = \(id)
            UNION ALL SELECT account_id FROM iam_role WHERE role_id = \(id)
            """
        ).first.map { (row) throws(StoreError) in try row.accountID("account_id") }
    }

    private static func principal(_ row: Row) throws(StoreError) -> TrustedPrincipal {
        TrustedPrincipal(
            writtenName: try row.text("named_as"),
            account: try row.accountID("principal_account_id"),
            id: try row.uniqueID("principal_id"))
    }
}
