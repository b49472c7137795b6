/// What the first 100 bytes of a database say of it, as they stand in the file itself, whatever
/// the journal beside it holds.
///
/// Source: SQLite, "Database File Format", 1.3. <https://www.sqlite.org/fileformat2.html>
struct PageHeader: Equatable {
    static let byteCount = 100
    private static let magic = Array("SQLite format 3\0".utf8)

    /// Bytes in each page, 512 to 65,536.
    let pageSize: Int
    /// Bytes at the end of each page that SQLite leaves alone.
    let reserved: Int
    /// Counts changes of the schema.
    let schemaCookie: UInt32
    let userVersion: UInt32
    let applicationID: UInt32

    /// - Parameter bytes: at least ``byteCount``.
    /// - Returns: nil when they begin no database.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= Self.byteCount, bytes.prefix(16).elementsEqual(Self.magic) else {
            return nil
        }
        let size = Int(bytes[16]) << 8 | Int(bytes[17])
        pageSize = size == 1 ? 65_536 : size
        guard pageSize >= 512, pageSize & (pageSize - 1) == 0 else { return nil }
        reserved = Int(bytes[20])
        func number(at offset: Int) -> UInt32 {
            UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        }
        schemaCookie = number(at: 40)
        userVersion = number(at: 60)
        applicationID = number(at: 68)
    }

    /// Whether the file's pages end with a ``PageSeal``.
    var isSealed: Bool { reserved == PageSeal.byteCount }
}
