package import Credentials
import IAMIdentifiers
package import Store

/// Seals anew what older data keys sealed, so that they are needed for the audit record alone.
package struct Resealing: Sendable {
    /// Rows that are looked at, and sealed anew, at once.
    static let page = 200

    private let database: any Database
    private let sealer: Sealer

    package init(_ database: any Database, _ sealer: Sealer) {
        self.database = database
        self.sealer = sealer
    }

    /// What became of the values of a store.
    package struct Result: Sendable, Equatable {
        /// How many were sealed anew.
        package internal(set) var resealed = 0
        /// How many the current key had sealed already.
        package internal(set) var current = 0
        /// The columns whose values did not open, once for each value.
        package internal(set) var damaged: [String] = []
    }

    /// Goes through everything that is sealed. Requests go on meanwhile; a value that one of them
    /// changes is theirs.
    package func run() async throws -> Result {
        var result = Result()
        for column in SealedColumn.all {
            var last: Row?
            while true {
                let (found, next) = try await page(of: column, after: last)
                result.resealed += found.resealed
                result.current += found.current
                result.damaged += found.damaged
                guard let next else { break }
                last = next
            }
        }
        return result
    }

    /// - Returns: nil for the last row when there are no more.
    private func page(
        of column: SealedColumn, after row: Row?
    ) async throws -> (Result, Row?) {
        let rows = try await database.read { transaction in
            try column.table.rows(after: row, limit: Self.page, in: transaction)
        }
        var result = Result()
        var changes: [(row: Row, old: [UInt8], new: [UInt8])] = []
        for row in rows {
            guard let (sealed, context) = try column.value(of: row) else { continue }
            if sealer.isSealedByCurrentKey(sealed) {
                result.current += 1
            } else if let bytes = try? sealer.open(sealed, for: context) {
                changes.append((row, sealed, try sealer.seal(bytes, for: context)))
                result.resealed += 1
            } else {
                result.damaged.append("\(column.table.name).\(column.name)")
            }
        }
        if !changes.isEmpty {
            try await database.write { [changes] transaction in
                for change in changes {
                    try column.replace(
                        change.old, by: change.new, of: change.row, in: transaction)
                }
            }
        }
        return (result, rows.count < Self.page ? nil : rows.last)
    }
}
