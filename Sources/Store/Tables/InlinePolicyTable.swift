package import IAMIdentifiers

/// The policies embedded in a user, a group or a role, by their owner's unique ID.
package struct InlinePolicyTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    /// A policy as it is embedded.
    package struct Policy: Sendable, Equatable {
        package let name: String
        /// The document as it was put, byte for byte.
        package let document: String

        package init(name: String, document: String) {
            self.name = name
            self.document = document
        }
    }

    package func find(named name: String, of owner: UniqueID) throws(StoreError) -> Policy? {
        try transaction.rows(
            """
            SELECT name, document FROM inline_policy
            WHERE account_id = \(account) AND owner_id = \(owner)
                AND name_key = \(name.asciiLowercased)
            """
        ).first.map(Self.policy)
    }

    /// At most `limit` policies of an entity, by name without case, from the first after `after`.
    package func list(
        of owner: UniqueID, after: String = "", limit: Int = 1_000
    ) throws(StoreError) -> [Policy] {
        try transaction.rows(
            """
            SELECT name, document FROM inline_policy
            WHERE account_id = \(account) AND owner_id = \(owner) AND name_key > \(after)
            ORDER BY name_key LIMIT \(limit)
            """
        ).map(Self.policy)
    }

    /// Embeds a policy, or replaces the one of this name.
    package func put(_ policy: Policy, in owner: UniqueID) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO inline_policy (account_id, owner_id, name, name_key, document)
            VALUES (\(account), \(owner), \(policy.name), \(policy.name.asciiLowercased),
                \(policy.document))
            ON CONFLICT (account_id, owner_id, name_key)
            DO UPDATE SET name = excluded.name, document = excluded.document
            """)
    }

    package func delete(named name: String, from owner: UniqueID) throws(StoreError) {
        try transaction.execute(
            """
            DELETE FROM inline_policy WHERE account_id = \(account) AND owner_id = \(owner)
            AND name_key = \(name.asciiLowercased)
            """)
    }

    private static func policy(_ row: Row) throws(StoreError) -> Policy {
        Policy(name: try row.text("name"), document: try row.text("document"))
    }
}
