import GRDBSQLite
import Glibc

/// One open file of SQLite's, in the memory that SQLite gives to it; the file of the operating
/// system's follows it there.
///
/// In a database every page is sealed when it is written and checked when it is read. What SQLite
/// gets of a page ends with zeros in place of the seal, so that the journal, and the copies that
/// other programs make by way of it, hold no seal that is out of date.
struct SealedFile {
    /// SQLite's own part, which comes first.
    var base = sqlite3_file()
    /// The header of the database as it stands in the file; nil for a journal, and for what is no
    /// database of ours.
    var header: PageHeader?
    /// Whether pages without a seal are let pass, as in a copy by another program.
    let admitsUnsealed: Bool
    /// How many have passed.
    var unsealedPages = 0
    let isDatabase: Bool

    /// A question of ours to an open file: its header and the number of pages without a seal.
    static let question: CInt = 0x4761_7465

    /// An answer to ``question``.
    struct Answer {
        var header: PageHeader?
        var unsealedPages = 0
    }

    init(isDatabase: Bool, admitsUnsealed: Bool) {
        self.isDatabase = isDatabase
        self.admitsUnsealed = admitsUnsealed
    }

    /// Where the operating system's file begins.
    static let innerOffset = (MemoryLayout<SealedFile>.stride + 15) & ~15

    static func inner(_ file: UnsafeMutablePointer<sqlite3_file>)
        -> UnsafeMutablePointer<sqlite3_file>
    {
        (UnsafeMutableRawPointer(file) + innerOffset).assumingMemoryBound(to: sqlite3_file.self)
    }

    /// Takes note of a first page that was read or is to be written.
    mutating func learn(_ page: UnsafeRawBufferPointer) {
        guard isDatabase else { return }
        header = PageHeader(page)
    }

    /// Whether these bytes are one page of a sealed database.
    private func isPage(_ count: Int, at offset: Int64) -> Bool {
        guard let header, header.isSealed else { return false }
        return count == header.pageSize && offset % Int64(count) == 0
    }

    /// Checks a page that was read, and takes its seal off.
    /// - Returns: false when it is not as it was written.
    mutating func open(_ page: UnsafeMutableRawBufferPointer, at offset: Int64) -> Bool {
        if offset == 0, page.count >= 512 { learn(UnsafeRawBufferPointer(page)) }
        guard isPage(page.count, at: offset) else {
            // Ours are sealed. One that says otherwise has a flaw in that very place.
            return header?.applicationID != SQLiteFile.applicationID || page.count < 512
        }
        let page = (read: UnsafeRawBufferPointer(page), write: page)
        let carried = PageSeal.carried(by: page.read)
        if carried == 0, admitsUnsealed {
            unsealedPages += 1
            return true
        }
        let number = UInt64(offset) / UInt64(page.read.count) + 1
        guard carried == PageSeal.seal(of: page.read, number: number) else { return false }
        PageSeal.put(0, on: page.write)
        return true
    }

    /// A page with its seal, in memory of the caller's.
    /// - Returns: false when there is nothing to be sealed, and nothing was copied.
    mutating func close(
        _ page: UnsafeRawBufferPointer, at offset: Int64, into copy: UnsafeMutableRawBufferPointer
    ) -> Bool {
        if offset == 0, page.count >= 512 { learn(page) }
        guard isPage(page.count, at: offset) else { return false }
        copy.copyMemory(from: page)
        let number = UInt64(offset) / UInt64(page.count) + 1
        PageSeal.put(PageSeal.seal(of: page, number: number), on: copy)
        return true
    }
}
