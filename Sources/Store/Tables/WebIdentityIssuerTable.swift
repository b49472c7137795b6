package import IAMIdentifiers

/// The issuers that accounts have, whose tokens say to others who their principals are. An account
/// has at most one, and keeps it.
package struct WebIdentityIssuerTable {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// An account's issuer, and whether tokens are given now.
    package struct Entry: Sendable, Equatable {
        package let account: AccountID
        /// A UUID.
        package let id: String
        package var isEnabled: Bool

        package init(account: AccountID, id: String, isEnabled: Bool) {
            self.account = account
            self.id = id
            self.isEnabled = isEnabled
        }
    }

    package func find(of account: AccountID) throws(StoreError) -> Entry? {
        try transaction.rows(
            """
            SELECT account_id, issuer_id, is_enabled FROM web_identity_issuer
            WHERE account_id = \(account)
            """
        ).first.map(Self.entry)
    }

    package func find(_ id: String) throws(StoreError) -> Entry? {
        try transaction.rows(
            """
            SELECT account_id, issuer_id, is_enabled FROM web_identity_issuer
            WHERE issuer_id = \(id)
            """
        ).first.map(Self.entry)
    }

    /// Those of all accounts that are enabled.
    package func enabled() throws(StoreError) -> [Entry] {
        try transaction.rows(
            """
            SELECT account_id, issuer_id, is_enabled FROM web_identity_issuer
            WHERE is_enabled = 1 ORDER BY account_id
            """
        ).map(Self.entry)
    }

    /// Adds an issuer, or writes whether it is enabled.
    package func put(_ entry: Entry) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO web_identity_issuer (account_id, issuer_id, is_enabled)
            VALUES (\(entry.account), \(entry.id), \(entry.isEnabled))
            ON CONFLICT (account_id) DO UPDATE SET is_enabled = \(entry.isEnabled)
            """)
    }

    private static func entry(_ row: Row) throws(StoreError) -> Entry {
        Entry(
            account: try row.accountID("account_id"), id: try row.text("issuer_id"),
            isEnabled: try row.boolean("is_enabled"))
    }
}
