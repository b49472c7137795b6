import AWSWire
import Crypto
import IAMIdentifiers
import Store
import StrictJSON

/// Where a backup goes, byte by byte.
package protocol BackupSink: Sendable {
    func write(_ bytes: [UInt8]) throws
    /// All was written. What comes to an end without this is no backup.
    func finish() throws
}

/// Where a backup comes from.
package protocol BackupSource: Sendable {
    /// The next bytes, as many as there are up to a number; none at the end.
    func read(atMost count: Int) throws -> [UInt8]
}

/// A backup: a line that says so, then frames. A frame is a letter, the length of what follows in
/// eight bytes, and that. The engine makes no difference.
///
/// | letter | what |
/// |---|---|
/// | `H` | JSON: when it was made, and of which version the schema is |
/// | `T` | JSON: the name of a table, and its columns |
/// | `R` | rows of that table, value after value |
/// | `P` | JSON: how many rows the table has, and their hash |
/// | `E` | the SHA-256 of all that came before; nothing follows |
enum BackupFormat {
    static let mark = Array("gatehouse backup 1\n".utf8)
    /// Bytes of a frame at most. A page of the longest rows is far shorter.
    static let longestFrame = 256 << 20

    struct Header: Equatable {
        let madeAt: Timestamp
        /// How many migrations its schema has.
        let schema: Int

        var json: String {
            var object = JSONObject()
            object.string("madeAt", madeAt.iso8601)
            object.json("schema", "\(schema)")
            return object.text
        }

        init(madeAt: Timestamp, schema: Int) {
            self.madeAt = madeAt
            self.schema = schema
        }

        init?(_ bytes: [UInt8]) {
            guard let values = try? JSONReader.read(bytes).members,
                let madeAt = values["madeAt"]?.text.flatMap({ Timestamp(iso8601: $0) }),
                let schema = values["schema"]?.integer, schema > 0
            else { return nil }
            self.init(madeAt: madeAt, schema: schema)
        }
    }

    struct Table {
        let name: String
        let columns: [String]

        var json: String {
            var object = JSONObject()
            object.string("table", name)
            object.json(
                "columns", "[\(columns.map { JSONText.quoted($0) }.joined(separator: ","))]")
            return object.text
        }

        init(name: String, columns: [String]) {
            self.name = name
            self.columns = columns
        }

        init?(_ bytes: [UInt8]) {
            guard let values = try? JSONReader.read(bytes).members,
                let name = values["table"]?.text, let columns = values["columns"]?.texts
            else { return nil }
            self.init(name: name, columns: columns)
        }
    }

    static func json(_ proof: TableProof) -> String {
        var object = JSONObject()
        object.string("table", proof.table)
        object.json("rows", "\(proof.rows)")
        object.string("sha256", proof.digest)
        return object.text
    }

    static func proof(_ bytes: [UInt8]) -> TableProof? {
        guard let values = try? JSONReader.read(bytes).members,
            let table = values["table"]?.text, let rows = values["rows"]?.integer,
            let digest = values["sha256"]?.text
        else { return nil }
        return TableProof(table: table, rows: rows, digest: digest)
    }
}

/// Writes frames, and hashes what it writes.
struct BackupWriter {
    private let sink: any BackupSink
    private var hash = SHA256()

    init(_ sink: any BackupSink) throws {
        self.sink = sink
        try add(BackupFormat.mark)
    }

    mutating func frame(_ letter: Unicode.Scalar, _ content: [UInt8]) throws {
        try add([UInt8(ascii: letter)] + UInt64(content.count).bigEndianBytes + content)
    }

    mutating func frame(_ letter: Unicode.Scalar, _ json: String) throws {
        try frame(letter, Array(json.utf8))
    }

    mutating func finish() throws {
        try frame("E", Array(hash.finalize()))
        try sink.finish()
    }

    private mutating func add(_ bytes: [UInt8]) throws {
        hash.update(data: bytes)
        try sink.write(bytes)
    }
}

/// Reads frames, and compares the hash at the end.
struct BackupReader {
    private let source: any BackupSource
    private var hash = SHA256()

    /// - Throws: ``BackupFault/notABackup``.
    init(_ source: any BackupSource) throws {
        self.source = source
        guard try take(BackupFormat.mark.count) == BackupFormat.mark else {
            throw BackupFault.notABackup
        }
    }

    /// The next frame; nil after the last, when all that was read is what was written.
    mutating func next() throws -> (letter: UInt8, content: [UInt8])? {
        let before = hash
        let head = try take(9)
        guard head.count == 9 else { throw BackupFault.damaged("it ends too early") }
        let length = UInt64(bigEndianBytes: head[1...])
        guard length <= BackupFormat.longestFrame else {
            throw BackupFault.damaged("a part of it is too long")
        }
        let content = try take(Int(length))
        guard content.count == Int(length) else { throw BackupFault.damaged("it ends too early") }
        guard head[0] == UInt8(ascii: "E") else { return (head[0], content) }
        guard constantTimeEquals(content, Array(before.finalize())),
            try source.read(atMost: 1).isEmpty
        else {
            throw BackupFault.damaged("its digest is another")
        }
        return nil
    }

    private mutating func take(_ count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let more = try source.read(atMost: min(count - bytes.count, 1 << 20))
            if more.isEmpty { break }
            bytes += more
        }
        hash.update(data: bytes)
        return bytes
    }
}

/// Why a backup cannot be used.
package enum BackupFault: Error, Equatable, CustomStringConvertible {
    case notABackup
    case damaged(String)
    /// It was made by a newer version of the program.
    case newer(schema: Int, known: Int)
    /// The store that it is to be restored into has rows.
    case notEmpty(table: String)
    /// What was restored is not what was backed up.
    case differs(table: String)

    package var description: String {
        switch self {
        case .notABackup: "this is no backup of gatehouse, or one that is encrypted"
        case .damaged(let reason): "the backup is damaged: \(reason); use another"
        case .newer(let schema, let known):
            "the backup has schema \(schema) and this version knows \(known); restore it with the "
                + "version that made it, or a newer one"
        case .notEmpty(let table):
            "the place is not empty: there are rows in `\(table)`; restore into an empty one"
        case .differs(let table):
            "what was restored of `\(table)` is not what the backup says; use another place"
        }
    }
}
