import IAMIdentifiers

/// How many things of each kind an account has, beside the things themselves, so that a quota costs
/// one look-up however many there are.
///
/// The tables of these things count what they insert and delete; nothing else writes here.
struct EntityCountTable {
    /// What is counted. The text is what the row says.
    enum Kind: String {
        case user, group, role, policy
        case instanceProfile = "instance profile"
    }

    let transaction: any Transaction
    let account: AccountID

    init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    func count(of kind: Kind) throws(StoreError) -> Int {
        try transaction.rows(
            """
            SELECT n FROM entity_count WHERE account_id = \(account) AND kind = \(kind.rawValue)
            """
        ).first?.integer("n") ?? 0
    }

    /// Counts things that were inserted.
    /// - Returns: whether there were any.
    func inserted(_ rows: Int, of kind: Kind) throws(StoreError) -> Bool {
        try add(rows, to: kind)
        return rows > 0
    }

    /// Counts things that were deleted.
    func deleted(_ rows: Int, of kind: Kind) throws(StoreError) {
        try add(-rows, to: kind)
    }

    private func add(_ difference: Int, to kind: Kind) throws(StoreError) {
        guard difference != 0 else { return }
        try transaction.executeLater(
            """
            INSERT INTO entity_count (account_id, kind, n)
            VALUES (\(account), \(kind.rawValue), \(difference))
            ON CONFLICT (account_id, kind) DO UPDATE SET n = entity_count.n + excluded.n
            """)
    }
}
