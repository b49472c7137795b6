package import IAMIdentifiers
package import Store

/// What a write did in an account: its result, and the audit record of it.
package struct Change<Value: Sendable>: Sendable {
    let value: Value
    let event: AuditEventTable.Event?

    package init(_ value: Value, _ event: AuditEventTable.Event) {
        self.value = value
        self.event = event
    }

    private init(_ value: Value) {
        self.value = value
        event = nil
    }

    /// There was nothing to do, and nothing was changed.
    package static func none(_ value: Value) -> Change { Change(value) }
}

extension Services {
    /// Makes a change. The change, its audit record and the mark of the account commit together, or
    /// not at all.
    ///
    /// This is the only way to change what belongs to an account. What the server notes for itself
    /// (counts of attempts, last uses, one-time links) is no change of an account and takes
    /// `Database.write(for:_:)`.
    /// - Parameter account: whose change it is, by which the engine puts writes in order; nil when
    ///   the account is only being made.
    @discardableResult package func change<Value: Sendable>(
        in account: AccountID?,
        _ body: @escaping @Sendable (any Transaction) throws -> Change<Value>
    ) async throws -> Value {
        try await database.write(for: account) { [auditLog] transaction in
            // Read first, with what the change reads before it changes anything.
            var chains = AuditChains(auditLog, in: transaction)
            if let account { try chains.find(account) }
            let change = try body(transaction)
            if let event = change.event {
                // Another account's chain is not this turn's to add to.
                guard account == nil || event.account == account else {
                    throw StoreError.other("a change of one account was recorded in another")
                }
                try chains.append(event)
                try transaction.recordChange(of: event.account, at: event.at, what: event.name)
            }
            return change.value
        }
    }

    /// Makes a change that returns nothing.
    package func change(
        in account: AccountID?,
        _ body: @escaping @Sendable (any Transaction) throws -> AuditEventTable.Event?
    ) async throws {
        try await change(in: account) { transaction in
            try body(transaction).map { Change((), $0) } ?? .none(())
        }
    }
}
