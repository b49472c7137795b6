package import Credentials
package import IAMIdentifiers
package import Store

extension Sealer {
    /// Checks that the master key opens a store's data keys, if it has any.
    /// - Throws: as ``open(_:now:masterKey:)``.
    package static func check(
        _ transaction: any Transaction, masterKey: () throws -> MasterKey
    ) throws {
        let stored = try dataKeys(transaction)
        guard !stored.isEmpty else { return }
        let masterKey = try masterKey()
        for entry in stored { _ = try masterKey.open(entry.sealed, id: entry.id) }
    }

    /// - Throws: ``StoreError/damaged(_:)`` when there are accounts, which are made when there is a
    ///   key, and none: a new one would open nothing.
    private static func dataKeys(
        _ transaction: any Transaction
    ) throws(StoreError) -> [DataKeyTable.Entry] {
        let keys = try DataKeyTable(transaction).all()
        if keys.isEmpty, try !AccountTable(transaction).isEmpty() {
            throw .damaged("it has accounts and no data key")
        }
        return keys
    }

    /// The sealer of a store's secrets: its data keys, opened with the master key.
    ///
    /// A store without data keys gets its first one.
    /// - Parameter masterKey: gives the master key; told whether it may make one, which it may only
    ///   while nothing was sealed under another.
    /// - Throws: ``MasterKeyError`` without a usable master key, ``SealingError`` when it is not
    ///   the one that sealed the data keys, ``StoreError/damaged(_:)`` when there are accounts and
    ///   no data key. Then nothing was changed.
    package static func open(
        _ database: any Database, now: Timestamp,
        masterKey: (_ mayCreate: Bool) throws -> MasterKey
    ) async throws -> Sealer {
        let stored = try await database.read { try Self.dataKeys($0) }
        let masterKey = try masterKey(stored.isEmpty)
        let entries =
            try await stored.isEmpty
            ? database.write { transaction in
                let table = DataKeyTable(transaction)
                // Another process may have been quicker; then its key is used.
                if try table.all().isEmpty {
                    let key = DataKey.random()
                    try table.insert(
                        .init(id: key.id, sealed: try masterKey.seal(key), createdAt: now))
                }
                return try table.all()
            }
            : stored
        let keys = try entries.map { try masterKey.open($0.sealed, id: $0.id) }
        guard let id = DataKeys.current(of: entries, at: now)?.id,
            let current = keys.first(where: { $0.id == id })
        else { throw StoreError.damaged("no data key") }
        return Sealer(current: current, older: keys)
    }
}
