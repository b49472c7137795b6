package import IAMIdentifiers

/// When the principals of an account last asked for what. There is a row for each action that a
/// principal has asked for, so that there are no more than the program answers.
package struct ServiceUseTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    /// Keeps a use in place of an earlier one. Nothing is kept of who was deleted meanwhile.
    package func record(_ use: ServiceUse) throws(StoreError) {
        let subject = use.subject
        let exists: SQL =
            switch subject.entity.kind {
            case .user:
                """
                EXISTS (SELECT 1 FROM iam_user
                WHERE account_id = \(account) AND user_id = \(subject.entity))
                """
            case .role:
                """
                EXISTS (SELECT 1 FROM iam_role
                WHERE account_id = \(account) AND role_id = \(subject.entity))
                """
            default: "1 = 1"
            }
        try transaction.execute(
            """
            INSERT INTO service_use (account_id, entity_id, service, action, at, region)
            SELECT account_id, \(subject.entity), \(subject.service), \(subject.action),
                CAST(\(use.at) AS bigint), \(use.region)
            FROM account WHERE account_id = \(account) AND \(exists)
            ON CONFLICT (account_id, entity_id, service, action)
            DO UPDATE SET at = excluded.at, region = excluded.region
            WHERE service_use.at < excluded.at
            """)
    }

    /// What a principal has asked for since a moment, by service and action.
    package func list(
        of entity: UniqueID, since earliest: Timestamp
    ) throws(StoreError) -> [ServiceUse] {
        try transaction.rows(
            """
            SELECT account_id, entity_id, service, action, at, region FROM service_use
            WHERE account_id = \(account) AND entity_id = \(entity) AND at >= \(earliest)
            ORDER BY service, action
            """
        ).map { (row) throws(StoreError) in
            ServiceUse(
                .init(
                    account: try row.accountID("account_id"),
                    entity: try row.uniqueID("entity_id"), service: try row.text("service"),
                    action: try row.text("action")),
                at: try row.timestamp("at"), region: try row.text("region"))
        }
    }

    package func deleteAll(of entity: UniqueID) throws(StoreError) {
        try transaction.execute(
            "DELETE FROM service_use WHERE account_id = \(account) AND entity_id = \(entity)")
    }
}
