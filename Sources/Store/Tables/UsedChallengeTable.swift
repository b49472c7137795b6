package import IAMIdentifiers

/// Challenges of passkeys and security keys that were answered, each until it would have ended.
/// None is taken twice.
package struct UsedChallengeTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    /// Takes a challenge, and forgets those that have ended.
    /// - Returns: false, and nothing changed, when it was taken before.
    package func take(
        _ challenge: String, until end: Timestamp, at now: Timestamp
    ) throws(StoreError) -> Bool {
        try transaction.execute(
            "DELETE FROM used_challenge WHERE account_id = \(account) AND expires_at <= \(now)")
        return try transaction.execute(
            """
            INSERT INTO used_challenge (account_id, challenge, expires_at)
            VALUES (\(account), \(challenge), \(end)) ON CONFLICT DO NOTHING
            """) == 1
    }
}
