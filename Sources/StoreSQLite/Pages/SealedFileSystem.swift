import GRDBSQLite
import Glibc

/// The file system that SQLite uses here: the operating system's, with sealed pages.
///
/// It is a VFS that wraps SQLite's own and changes what concerns pages: ``SealedFile`` says how.
///
/// Source: SQLite, "The SQLite OS Interface or VFS". <https://www.sqlite.org/vfs.html>
enum SealedFileSystem {
    /// The name by which a URI asks that pages without a seal are let pass.
    static let admittingName = "gatehouse-admitting"
    private static let name = "gatehouse"

    /// Makes SQLite open every file of this process through it. It is called before any file is
    /// opened.
    static func register() { _ = isRegistered }

    private static let isRegistered: Bool = {
        add(admittingName, isDefault: false) { _, path, file, flags, outFlags in
            SealedFileSystem.open(path, file, flags, outFlags, admitsUnsealed: true)
        }
        add(name, isDefault: true) { _, path, file, flags, outFlags in
            SealedFileSystem.open(path, file, flags, outFlags, admitsUnsealed: false)
        }
        return true
    }()

    // Safe because: it is written once, before anything reads it, and SQLite only reads it.
    /// SQLite's own file system, which was the default before ours.
    nonisolated(unsafe) private static let system: UnsafeMutablePointer<sqlite3_vfs> =
        sqlite3_vfs_find(nil)

    private typealias Open =
        @convention(c) (
            UnsafeMutablePointer<sqlite3_vfs>?, UnsafePointer<CChar>?,
            UnsafeMutablePointer<sqlite3_file>?, CInt, UnsafeMutablePointer<CInt>?
        ) -> CInt

    /// Adds a copy of SQLite's own file system that opens files by `open`. It lasts as long as the
    /// process.
    private static func add(_ name: String, isDefault: Bool, _ open: Open) {
        let added = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        added.initialize(to: system.pointee)
        added.pointee.zName = UnsafePointer(strdup(name))
        added.pointee.szOsFile = system.pointee.szOsFile + CInt(SealedFile.innerOffset)
        added.pointee.xOpen = open
        sqlite3_vfs_register(added, isDefault ? 1 : 0)
    }

    /// Opens a file. Databases and journals that are written ahead are wrapped; the rest, which
    /// nobody else reads, is the system's.
    private static func open(
        _ path: UnsafePointer<CChar>?, _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: CInt,
        _ outFlags: UnsafeMutablePointer<CInt>?, admitsUnsealed: Bool
    ) -> CInt {
        guard let file, let openSystem = system.pointee.xOpen else { return SQLITE_CANTOPEN }
        let isDatabase = flags & SQLITE_OPEN_MAIN_DB != 0
        guard isDatabase || flags & SQLITE_OPEN_WAL != 0 else {
            return openSystem(system, path, file, flags, outFlags)
        }
        file.pointee.pMethods = nil
        let inner = SealedFile.inner(file)
        let code = openSystem(system, path, inner, flags, outFlags)
        guard code == SQLITE_OK else { return code }
        var sealed = SealedFile(isDatabase: isDatabase, admitsUnsealed: admitsUnsealed)
        sealed.base.pMethods = UnsafePointer(methods)
        withUnsafeTemporaryAllocation(byteCount: PageHeader.byteCount, alignment: 8) { bytes in
            let read = inner.pointee.pMethods.pointee.xRead(
                inner, bytes.baseAddress, CInt(bytes.count), 0)
            if read == SQLITE_OK { sealed.learn(UnsafeRawBufferPointer(bytes)) }
        }
        UnsafeMutableRawPointer(file).initializeMemory(as: SealedFile.self, to: sealed)
        return SQLITE_OK
    }

    private static func sealed(
        _ file: UnsafeMutablePointer<sqlite3_file>
    ) -> UnsafeMutablePointer<SealedFile> {
        UnsafeMutableRawPointer(file).assumingMemoryBound(to: SealedFile.self)
    }

    // Safe because: it is written once, before anything reads it, and SQLite only reads it.
    /// What SQLite does with an open file. Without the methods that map it into memory, which
    /// would pass by the seals.
    nonisolated(unsafe) private static let methods: UnsafeMutablePointer<sqlite3_io_methods> = {
        let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        methods.initialize(to: sqlite3_io_methods())
        methods.pointee.iVersion = 2
        methods.pointee.xRead = { SealedFileSystem.read($0, $1, $2, $3) }
        methods.pointee.xWrite = { SealedFileSystem.write($0, $1, $2, $3) }
        methods.pointee.xFileControl = { SealedFileSystem.control($0, $1, $2) }
        passOn(&methods.pointee)
        return methods
    }()

    private static func read(
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ bytes: UnsafeMutableRawPointer?,
        _ count: CInt, _ offset: Int64
    ) -> CInt {
        guard let file, let bytes else { return SQLITE_IOERR }
        let inner = SealedFile.inner(file)
        let code = inner.pointee.pMethods.pointee.xRead(inner, bytes, count, offset)
        guard code == SQLITE_OK, sealed(file).pointee.isDatabase else { return code }
        let page = UnsafeMutableRawBufferPointer(start: bytes, count: Int(count))
        return sealed(file).pointee.open(page, at: offset) ? SQLITE_OK : brokenPage
    }

    /// `SQLITE_IOERR_DATA`: a page whose checksum is wrong.
    static let brokenPage: CInt = SQLITE_IOERR | 32 << 8

    private static func write(
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ bytes: UnsafeRawPointer?,
        _ count: CInt, _ offset: Int64
    ) -> CInt {
        guard let file, let bytes else { return SQLITE_IOERR }
        let inner = SealedFile.inner(file)
        let code = withUnsafeTemporaryAllocation(byteCount: Int(count), alignment: 8) { copy in
            let page = UnsafeRawBufferPointer(start: bytes, count: Int(count))
            let isSealed = sealed(file).pointee.close(page, at: offset, into: copy)
            return inner.pointee.pMethods.pointee.xWrite(
                inner, isSealed ? UnsafeRawPointer(copy.baseAddress) : bytes, count, offset)
        }
        // SQLite tells a disk without space from other failures, but not a quota or a limit.
        let isFull = code == SQLITE_IOERR | 3 << 8 && (errno == EDQUOT || errno == EFBIG)
        return isFull ? SQLITE_FULL : code
    }

    private static func control(
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ operation: CInt,
        _ argument: UnsafeMutableRawPointer?
    ) -> CInt {
        guard let file else { return SQLITE_IOERR }
        if operation == SealedFile.question, let argument {
            let sealed = sealed(file).pointee
            argument.assumingMemoryBound(to: SealedFile.Answer.self).pointee = SealedFile.Answer(
                header: sealed.header, unsealedPages: sealed.unsealedPages)
            return SQLITE_OK
        }
        let inner = SealedFile.inner(file)
        return inner.pointee.pMethods.pointee.xFileControl(inner, operation, argument)
    }
}
