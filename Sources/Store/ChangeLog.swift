package import IAMIdentifiers

/// The state of an account at one moment: caches of what was read from the store are keyed by it.
///
/// Equal marks mean equal state. The sequence alone would not do: when a write is rolled back, the
/// next one gets the same number; and a database put back to an earlier state counts again from
/// there. The nonce tells these apart.
package struct ChangeMark: Hashable, Sendable {
    /// How many changes the account has seen, 0 for none.
    package let sequence: Int
    /// 64 random bits, drawn when the change was recorded.
    package let nonce: Int
}

extension ChangeMark {
    /// The statement that finds an account's mark.
    package static func query(of account: AccountID) -> SQL {
        """
        SELECT sequence, nonce FROM change_log
        WHERE account_id = \(account) ORDER BY sequence DESC LIMIT 1
        """
    }

    /// The mark in the rows of ``query(of:)``.
    package init(_ rows: [Row]) throws(StoreError) {
        self.init(
            sequence: try rows.first?.integer("sequence") ?? 0,
            nonce: try rows.first?.integer("nonce") ?? 0)
    }
}

extension Transaction {
    /// Gives `account` another mark, in place of the one before. It holds once the transaction is
    /// committed. `Services.change(in:_:)` does it for every change.
    /// - Parameters:
    ///   - moment: when it happened.
    ///   - what: the change in a word or two, such as the operation's name. No secrets.
    package func recordChange(
        of account: AccountID, at moment: Timestamp, what: String
    ) throws(StoreError) {
        let nonce = Int64.random(in: .min ... .max)
        try executeLater(
            """
            INSERT INTO change_log (account_id, sequence, nonce, at, what)
            VALUES (
                \(account),
                (SELECT coalesce(max(sequence), 0) + 1
                 FROM change_log WHERE account_id = \(account)),
                \(nonce), \(moment), \(what)
            )
            """)
        try executeLater(
            "DELETE FROM change_log WHERE account_id = \(account) AND nonce <> \(nonce)")
    }

    /// The mark of the account's state as this transaction sees it. One lookup in an index.
    package func changeMark(of account: AccountID) throws(StoreError) -> ChangeMark {
        try ChangeMark(rows(ChangeMark.query(of: account)))
    }
}
