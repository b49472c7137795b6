package import Store

/// Copies a store into an empty one, of another engine say, and proves that nothing is missing.
///
/// Rows go as they are: what is sealed stays sealed, under the same master key. As long as the copy
/// is not complete no server takes it. One that was interrupted goes on where it was. Nothing may
/// change the source meanwhile; the proof finds it if something does.
package struct StoreCopy: Sendable {
    /// Why there is no copy.
    package enum Failure: Error, Equatable {
        /// The destination has rows that no copy has brought.
        case notEmpty(table: String)
        /// A table is not the same in both.
        case differs(table: String)
    }

    /// Rows that are read and written at once.
    private static let page = 200

    private let source: any Database
    private let destination: any Database

    package init(from source: any Database, to destination: any Database) {
        self.source = source
        self.destination = destination
    }

    /// Copies what is missing, and compares all of it.
    /// - Returns: what was found, table by table.
    /// - Throws: ``Failure``, after which the destination is of no use to a server; ``StoreError``.
    package func run() async throws -> [TableProof] {
        try await begin()
        for table in StoredTable.all { try await copy(table) }
        var proofs: [TableProof] = []
        for table in StoredTable.all {
            let proof = try await TableProof(of: table, in: source)
            guard try await TableProof(of: table, in: destination) == proof else {
                throw Failure.differs(table: table.name)
            }
            proofs.append(proof)
        }
        try await destination.write { try Migrator.endCopy($0) }
        return proofs
    }

    /// Marks the destination as unfinished, if it is empty or was so before.
    private func begin() async throws {
        try await destination.write { transaction in
            guard try !Migrator.isUnfinishedCopy(transaction) else { return }
            for table in StoredTable.all where try table.last(in: transaction) != nil {
                throw Failure.notEmpty(table: table.name)
            }
            try Migrator.beginCopy(transaction)
        }
    }

    private func copy(_ table: StoredTable) async throws {
        var last = try await destination.read { try table.last(in: $0) }
        while true {
            let after = last
            let rows = try await source.read {
                try table.rows(after: after, limit: Self.page, in: $0)
            }
            guard !rows.isEmpty else { return }
            try await destination.write { try table.insert(rows, in: $0) }
            last = rows.last
        }
    }
}
