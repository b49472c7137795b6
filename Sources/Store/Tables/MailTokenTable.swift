package import IAMIdentifiers

/// The tokens of links sent by mail, by their hash. An account has one for each purpose, so that
/// asking again ends the earlier link.
package struct MailTokenTable {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// The account whose link this is; nil when it has ended, was used or is for something else.
    package func account(
        of tokenHash: String, for purpose: String, at now: Timestamp
    ) throws(StoreError) -> AccountID? {
        try transaction.rows(
            """
            SELECT account_id FROM mail_token
            WHERE token_hash = \(tokenHash) AND purpose = \(purpose) AND ends_at > \(now)
            """
        ).first?.accountID("account_id")
    }

    /// Makes a token the account's only one for a purpose.
    package func set(
        _ tokenHash: String, for purpose: String, until end: Timestamp, of account: AccountID
    ) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO mail_token (account_id, purpose, token_hash, ends_at)
            VALUES (\(account), \(purpose), \(tokenHash), \(end))
            ON CONFLICT (account_id, purpose)
            DO UPDATE SET token_hash = excluded.token_hash, ends_at = excluded.ends_at
            """)
    }

    package func delete(for purpose: String, of account: AccountID) throws(StoreError) {
        try transaction.execute(
            "DELETE FROM mail_token WHERE account_id = \(account) AND purpose = \(purpose)")
    }
}
