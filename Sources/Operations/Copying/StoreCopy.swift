import Crypto
import IAMIdentifiers
package import Store

/// Copies a store into an empty one, of another engine say, and proves that nothing is missing.
///
/// Rows go as they are: what is sealed stays sealed, under the same master key. As long as the copy
/// is not complete no server takes it. One that was interrupted goes on where it was. Nothing may
/// change the source meanwhile; the proof finds it if something does.
package struct StoreCopy: Sendable {
    /// What was found of one table in both stores.
    package struct Proof: Sendable, Equatable {
        package let table: String
        package let rows: Int
        /// SHA-256 over all values in the order of the primary key, in hexadecimal digits.
        package let digest: String
    }

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
    package func run() async throws -> [Proof] {
        try await begin()
        for table in StoredTable.all { try await copy(table) }
        var proofs: [Proof] = []
        for table in StoredTable.all {
            let proof = try await Self.proof(of: table, source)
            guard try await Self.proof(of: table, destination) == proof else {
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

    private static func proof(
        of table: StoredTable, _ database: any Database
    ) async throws -> Proof {
        var (count, hash): (Int, SHA256) = (0, SHA256())
        var last: Row?
        while true {
            let after = last
            let rows = try await database.read { try table.rows(after: after, limit: page, in: $0) }
            guard !rows.isEmpty else { break }
            for value in rows.flatMap(\.values) { hash.update(data: bytes(of: value)) }
            count += rows.count
            last = rows.last
        }
        return Proof(table: table.name, rows: count, digest: Hexadecimal.text(of: hash.finalize()))
    }

    /// A value as it is hashed: its kind, its length and itself, so that no two lists of values are
    /// the same bytes.
    private static func bytes(of value: SQLValue) -> [UInt8] {
        let (kind, content): (UInt8, [UInt8]) =
            switch value {
            case .null: (0, [])
            case .integer(let number): (1, withUnsafeBytes(of: number.bigEndian) { Array($0) })
            case .text(let text): (2, Array(text.utf8))
            case .blob(let blob): (3, blob)
            }
        return [kind] + withUnsafeBytes(of: UInt64(content.count).bigEndian) { Array($0) } + content
    }
}
