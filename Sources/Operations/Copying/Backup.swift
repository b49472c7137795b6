package import IAMIdentifiers
package import Store

/// Makes a backup of a store while it is served, and restores one.
///
/// All of it is of one moment: one snapshot, whatever is written meanwhile. Rows go as they are:
/// secrets stay sealed, and the master key is not among them.
package struct Backup: Sendable {
    /// What was backed up or restored.
    package struct Summary: Sendable, Equatable {
        package let madeAt: Timestamp
        package let proofs: [TableProof]

        package var rows: Int { proofs.reduce(0) { $0 + $1.rows } }
    }

    /// Writes a backup.
    /// - Throws: ``StoreError``; what the sink throws.
    package static func write(
        of database: any Database, at now: Timestamp, to sink: any BackupSink
    ) async throws -> Summary {
        try await database.read { transaction in
            let schema = try Migrator().version(in: transaction)
            var writer = try BackupWriter(sink)
            try writer.frame("H", BackupFormat.Header(madeAt: now, schema: schema).json)
            let proofs = try StoredTable.all.map { try write($0, transaction, &writer) }
            try writer.finish()
            return Summary(madeAt: now, proofs: proofs)
        }
    }

    static func write(
        _ table: StoredTable, _ transaction: any Transaction, _ writer: inout BackupWriter
    ) throws -> TableProof {
        var hash = TableHash()
        var last: Row?
        while true {
            let rows = try table.rows(after: last, limit: TableProof.page, in: transaction)
            guard let first = rows.first else { break }
            if last == nil {
                let head = BackupFormat.Table(name: table.name, columns: first.columns)
                try writer.frame("T", head.json)
            }
            var page: [UInt8] = []
            for row in rows {
                let framed = row.framed
                hash.add(framed)
                page += framed
            }
            try writer.frame("R", page)
            last = rows.last
        }
        let proof = hash.proof(of: table.name)
        try writer.frame("P", BackupFormat.json(proof))
        return proof
    }

    /// Reads a backup to its end, and changes nothing.
    /// - Returns: of which version the schema is.
    /// - Throws: ``BackupFault``.
    package static func check(_ source: any BackupSource) throws -> Int {
        var (reader, header) = try begun(source)
        let known = Migrations.all.count
        guard header.schema <= known else {
            throw BackupFault.newer(schema: header.schema, known: known)
        }
        while try reader.next() != nil {}
        return header.schema
    }

    /// Restores a backup into an empty store that has the backup's schema, and proves that what is
    /// there now is what was backed up. Until then no server takes the store.
    /// - Parameter source: at its beginning; one that ``check(_:)`` has read.
    /// - Throws: ``BackupFault``; ``StoreError``.
    package static func restore(
        _ source: any BackupSource, into database: any Database
    ) async throws -> Summary {
        var (reader, header) = try begun(source)
        try await begin(database)
        var restored = Restored()
        while let frame = try reader.next() {
            try await restored.take(frame.letter, frame.content, into: database)
        }
        for proof in restored.proofs {
            guard let table = StoredTable.named(proof.table) else {
                throw BackupFault.damaged("it has a table `\(proof.table)`, which there is not")
            }
            guard try await TableProof(of: table, in: database) == proof else {
                throw BackupFault.differs(table: proof.table)
            }
        }
        try await database.write { try Migrator.endCopy($0) }
        return Summary(madeAt: header.madeAt, proofs: restored.proofs)
    }

    /// Reads the header of a backup.
    private static func begun(
        _ source: any BackupSource
    ) throws -> (BackupReader, BackupFormat.Header) {
        var reader = try BackupReader(source)
        guard let head = try reader.next(), head.letter == UInt8(ascii: "H"),
            let header = BackupFormat.Header(head.content)
        else { throw BackupFault.damaged("it has no header") }
        return (reader, header)
    }

    /// Marks the store as unfinished. One that was served has a data key.
    private static func begin(_ database: any Database) async throws {
        try await database.write { transaction in
            for name in ["data_key", "account"] {
                if try StoredTable.named(name)?.last(in: transaction) != nil {
                    throw BackupFault.notEmpty(table: name)
                }
            }
            if try !Migrator.isUnfinishedCopy(transaction) { try Migrator.beginCopy(transaction) }
        }
    }
}

/// How far a backup was restored.
private struct Restored {
    private(set) var proofs: [TableProof] = []
    private var open: (table: StoredTable, columns: [String])?

    mutating func take(
        _ letter: UInt8, _ content: [UInt8], into database: any Database
    ) async throws {
        switch letter {
        case UInt8(ascii: "T"):
            guard let head = BackupFormat.Table(content), let table = StoredTable.named(head.name)
            else { throw BackupFault.damaged("it has a table that there is not") }
            open = (table, head.columns)
        case UInt8(ascii: "R"):
            guard let open else { throw BackupFault.damaged("it has rows of no table") }
            let rows = try Self.rows(content, open.columns)
            try await database.write { transaction in
                try open.table.insert(rows, in: transaction)
            }
        case UInt8(ascii: "P"):
            guard let proof = BackupFormat.proof(content) else {
                throw BackupFault.damaged("it does not say what a table has")
            }
            proofs.append(proof)
            open = nil
        default: throw BackupFault.damaged("a part of it is of no known kind")
        }
    }

    private static func rows(_ content: [UInt8], _ columns: [String]) throws -> [Row] {
        var rest = content[...]
        var builder = ResultSet.Builder(columns: columns)
        var count = 0
        while !rest.isEmpty {
            guard let value = SQLValue(framed: &rest) else {
                throw BackupFault.damaged("a value of it cannot be read")
            }
            builder.append(value)
            count += 1
        }
        guard !columns.isEmpty, count % columns.count == 0 else {
            throw BackupFault.damaged("a row of it is not whole")
        }
        return builder.rows()
    }
}
