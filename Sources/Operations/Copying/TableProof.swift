import Crypto
import IAMIdentifiers
import Store

/// What a table holds, to be compared with what it holds elsewhere.
package struct TableProof: Sendable, Equatable {
    package let table: String
    package let rows: Int
    /// SHA-256 over all values in the order of the primary key, in hexadecimal digits.
    package let digest: String

    /// Rows that are read at once.
    static let page = 200

    init(table: String, rows: Int, digest: String) {
        self.table = table
        self.rows = rows
        self.digest = digest
    }

    /// Reads all of a table.
    init(of table: StoredTable, in database: any Database) async throws {
        var rows = TableHash()
        var last: Row?
        while true {
            let after = last
            let page = try await database.read {
                try table.rows(after: after, limit: Self.page, in: $0)
            }
            guard !page.isEmpty else { break }
            for row in page { rows.add(row.framed) }
            last = page.last
        }
        self = rows.proof(of: table.name)
    }
}

/// A table's rows as they are hashed.
struct TableHash {
    private var hash = SHA256()
    private var count = 0

    /// - Parameter row: its values, framed, one after the other.
    mutating func add(_ row: [UInt8]) {
        count += 1
        hash.update(data: row)
    }

    func proof(of table: String) -> TableProof {
        TableProof(table: table, rows: count, digest: Hexadecimal.text(of: hash.finalize()))
    }
}

extension Row {
    /// Its values, one after the other.
    var framed: [UInt8] { values.flatMap(\.framed) }
}

extension SQLValue {
    /// The value's kind, its length and itself, so that no two lists of values are the same bytes.
    var framed: [UInt8] {
        let (kind, content): (UInt8, [UInt8]) =
            switch self {
            case .null: (0, [])
            case .integer(let number): (1, withUnsafeBytes(of: number.bigEndian) { Array($0) })
            case .text(let text): (2, Array(text.utf8))
            case .blob(let blob): (3, blob)
            }
        return [kind] + UInt64(content.count).bigEndianBytes + content
    }

    /// Reads a value from the front of bytes, and takes it away; nil for what is none.
    init?(framed bytes: inout ArraySlice<UInt8>) {
        guard bytes.count >= 9, let kind = bytes.first,
            let length = Int(exactly: UInt64(bigEndianBytes: bytes.dropFirst().prefix(8))),
            length <= bytes.count - 9
        else { return nil }
        let content = bytes.dropFirst(9).prefix(length)
        switch kind {
        case 0 where length == 0: self = .null
        case 1 where length == 8:
            self = .integer(Int64(bitPattern: UInt64(bigEndianBytes: content)))
        case 2:
            guard let text = String(validating: content, as: UTF8.self), !content.contains(0) else {
                return nil
            }
            self = .text(text)
        case 3: self = .blob(Array(content))
        default: return nil
        }
        bytes = bytes.dropFirst(9 + length)
    }
}

extension UInt64 {
    var bigEndianBytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }

    /// - Parameter bytes: eight, the most significant first.
    init(bigEndianBytes bytes: some Sequence<UInt8>) {
        self = bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
