import Glibc
import Store

/// An exclusive lock on a data directory, held until it is released or the process ends.
///
/// Both the directory itself and a file in it are locked. If the file is removed, a second server
/// can make and lock another; the lock on the directory still keeps it out. A directory cannot be
/// removed without its contents, and a new one of the same name holds none of the old data.
final class DirectoryLock: Sendable {
    /// The name of the file in a data directory.
    static let fileName = "gatehouse.lock"

    private let descriptors: [CInt]

    /// Locks a directory and `gatehouse.lock` in it, making the file when it is not there.
    /// - Throws: ``StoreError/locked(_:)`` at once when another holds either.
    init(directory: String) throws(StoreError) {
        let path = directory + "/" + Self.fileName
        let whole = try Self.lock(directory, O_RDONLY | O_DIRECTORY, directory)
        do {
            descriptors = [whole, try Self.lock(path, O_RDWR | O_CREAT, directory)]
        } catch {
            close(whole)
            throw error
        }
    }

    /// Whether a database was made in the directory, as the lock's file says. A directory
    /// with this note and without a database has lost it.
    var notesDatabase: Bool {
        var status = stat()
        return fstat(descriptors[1], &status) == 0 && status.st_size > 0
    }

    /// Notes that the directory has a database now. When this returns the note survives a loss of
    /// power.
    func noteDatabase() throws(StoreError) {
        guard !notesDatabase else { return }
        let note = Array("a database was made here\n".utf8)
        guard pwrite(descriptors[1], note, note.count, 0) == note.count, fsync(descriptors[1]) == 0
        else { throw StoreError(errno: errno, path: Self.fileName) }
    }

    deinit { for descriptor in descriptors { close(descriptor) } }

    private static func lock(
        _ path: String, _ flags: CInt, _ directory: String
    ) throws(StoreError) -> CInt {
        let descriptor = open(path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(errno: errno, path: path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            close(descriptor)
            throw reason == EWOULDBLOCK ? .locked(directory) : StoreError(errno: reason, path: path)
        }
        return descriptor
    }
}

extension StoreError {
    /// What a failed system call means.
    init(errno code: CInt, path: String) {
        switch code {
        case EACCES, EPERM, EROFS: self = .readOnly(path)
        case ENOSPC, EDQUOT: self = .full
        case ENOENT, ENOTDIR: self = .notFound(path)
        default: self = .other("\(String(cString: strerror(code))) at `\(path)`")
        }
    }
}
