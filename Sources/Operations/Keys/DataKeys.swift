package import Credentials
package import IAMIdentifiers
import Logging
package import Store

/// The data keys of a store: how another one takes over, and the master key that seals them.
///
/// A new key is in the store a minute before it seals, and servers look for it every ten seconds.
/// So when the first value is sealed by it, every server knows it. See `Decisions/0093`.
package struct DataKeys: Sendable {
    /// How long a new key is known before it seals.
    package static let lead = Duration.seconds(60)
    /// How often a server looks for new keys.
    static let interval = Duration.seconds(10)

    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    /// The key that seals at a moment.
    /// - Parameter entries: all keys, the newest first. There is always one that seals: where the
    ///   clock was set back it is the oldest.
    static func current(
        of entries: [DataKeyTable.Entry], at now: Timestamp
    ) -> DataKeyTable.Entry? {
        entries.first { $0.createdAt <= now } ?? entries.last
    }

    /// A data key, and whether it seals now.
    package struct Listed: Sendable, Equatable {
        package let id: String
        package let sealsFrom: Timestamp
        package let isCurrent: Bool
        /// How many values it sealed that are kept, audit records not counted.
        package let values: Int
    }

    /// All keys, the newest first.
    package func list(at now: Timestamp) async throws -> [Listed] {
        try await database.read { transaction in
            let entries = try DataKeyTable(transaction).all()
            let current = Self.current(of: entries, at: now)
            return try entries.map { entry in
                let id = Hexadecimal.bytes(of: entry.id) ?? []
                let values = try SealedColumn.all.reduce(0) { sum, column in
                    sum + (try column.count(sealedBy: id, in: transaction))
                }
                return Listed(
                    id: entry.id, sealsFrom: entry.createdAt, isCurrent: entry == current,
                    values: values)
            }
        }
    }

    /// Makes a data key that seals in a minute.
    /// - Throws: ``SealingError`` when the master key is not that of the other data keys.
    package func rotate(under masterKey: MasterKey, at now: Timestamp) async throws -> Listed {
        let key = DataKey.random()
        let start = now + Self.lead
        try await database.write { transaction in
            let table = DataKeyTable(transaction)
            // Whoever changes the master key meanwhile has to wait, or to begin anew.
            for entry in try table.all() {
                _ = try masterKey.open(entry.sealed, id: entry.id)
                try table.reseal(entry.id, as: entry.sealed)
            }
            try table.insert(
                .init(id: key.id, sealed: try masterKey.seal(key), createdAt: start))
        }
        return Listed(id: key.id, sealsFrom: start, isCurrent: false, values: 0)
    }

    /// Seals all data keys under another master key. What they sealed themselves stays as it is.
    /// - Returns: how many there are.
    @discardableResult package func changeMasterKey(
        from old: MasterKey, to new: MasterKey
    ) async throws -> Int {
        try await database.write { transaction in
            let table = DataKeyTable(transaction)
            for entry in try table.all() {
                try table.reseal(
                    entry.id, as: try old.reseal(entry.sealed, id: entry.id, with: new))
            }
            // One that came meanwhile is under the old key; then all of this begins anew.
            let entries = try table.all()
            for entry in entries { _ = try new.open(entry.sealed, id: entry.id) }
            return entries.count
        }
    }

    /// Whether a master key opens all data keys.
    package func areOpened(by masterKey: MasterKey) async throws -> Bool {
        let entries = try await database.read { try DataKeyTable($0).all() }
        return entries.allSatisfy { entry in
            (try? masterKey.open(entry.sealed, id: entry.id)) != nil
        }
    }
}

/// Tells a running server's ``KeyRing`` of keys that were made meanwhile.
package actor DataKeyWatch {
    private let services: Services
    private let masterKey: @Sendable () throws -> MasterKey
    private var isInTrouble = false

    /// - Parameter masterKey: reads the master key anew.
    package init(_ services: Services, masterKey: @escaping @Sendable () throws -> MasterKey) {
        self.services = services
        self.masterKey = masterKey
    }

    /// Looks until the task is cancelled.
    package func run() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: DataKeys.interval)  // a cancelled sleep ends the loop
            await look()
        }
    }

    /// Looks once.
    package func look() async {
        // What a store that fails is about, StoreWatch says.
        guard let entries = try? await services.database.read({ try DataKeyTable($0).all() })
        else { return }
        let ring = services.sealer.ring
        do {
            let unknown = entries.filter { !ring.knows($0.id) }
            var keys: [DataKey] = []
            if !unknown.isEmpty {
                let masterKey = try masterKey()
                keys = try unknown.map { try masterKey.open($0.sealed, id: $0.id) }
            }
            guard let current = DataKeys.current(of: entries, at: services.now()) else { return }
            let last = ring.currentID
            ring.update(adding: keys, current: current.id)
            isInTrouble = false
            if !last.isExactly(current.id) {
                services.logger.notice(
                    "another data key seals now", metadata: ["key": "\(current.id)"])
            }
        } catch {
            guard !isInTrouble else { return }
            isInTrouble = true
            services.logger.error(
                "a new data key cannot be opened; put the master key that belongs to it in place",
                metadata: ["cause": "\(error)"])
        }
    }
}
