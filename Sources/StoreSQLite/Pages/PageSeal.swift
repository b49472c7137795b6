/// The checksum at the end of each page of a database: 64 bits over the page and its number.
///
/// It finds every change within eight adjacent bytes, and any other change but one in 2^64. It does
/// not protect against somebody who changes the file on purpose: whoever can write the file can
/// seal it.
enum PageSeal {
    /// The bytes that SQLite leaves to us at the end of a page.
    static let byteCount = 8

    /// The multiplier of SplitMix64, an odd number.
    private static let multiplier: UInt64 = 0x9e37_79b9_7f4a_7c15

    /// What SQLite itself changes when it copies a database (`.backup`) without changing its
    /// contents, as ranges in the first page: the change counter, the schema cookie, and the
    /// version of the library. And `user_version`, by which an operator says what a file is.
    ///
    /// Source: SQLite, "Database File Format", 1.3. <https://www.sqlite.org/fileformat2.html>
    private static let volatile = [24..<28, 40..<44, 60..<64, 92..<100]
    private static let headerLength = 104

    /// The seal of a page, which is never 0.
    /// - Parameters:
    ///   - page: the whole page; its last eight bytes do not count.
    ///   - number: its number in the file, from 1.
    static func seal(of page: UnsafeRawBufferPointer, number: UInt64) -> UInt64 {
        var hash = number &* multiplier
        var rest = 0
        if number == 1 {
            var header = Array(page[..<headerLength])
            for range in volatile { for index in range { header[index] = 0 } }
            header.withUnsafeBytes { mix($0, from: 0, to: headerLength, into: &hash) }
            rest = headerLength
        }
        mix(page, from: rest, to: page.count - byteCount, into: &hash)
        return hash == 0 ? 1 : hash
    }

    /// The seal that a page carries; 0 where it was written without one.
    static func carried(by page: UnsafeRawBufferPointer) -> UInt64 {
        UInt64(
            littleEndian: page.loadUnaligned(
                fromByteOffset: page.count - byteCount, as: UInt64.self))
    }

    /// Puts a seal, or 0, at the end of a page.
    static func put(_ seal: UInt64, on page: UnsafeMutableRawBufferPointer) {
        page.storeBytes(
            of: seal.littleEndian, toByteOffset: page.count - byteCount, as: UInt64.self)
    }

    /// Each step can be undone, so that two pages that differ in one word differ in the end.
    private static func mix(
        _ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int, into hash: inout UInt64
    ) {
        var index = start
        while index < end {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            hash = (hash ^ UInt64(littleEndian: word)) &* multiplier
            hash ^= hash >> 32
            index += 8
        }
    }
}
