import Glibc
import Store

/// An exclusive lock on a data directory, held until it is released or the process ends.
final class DirectoryLock: Sendable {
    private let descriptor: CInt

    /// Locks `gatehouse.lock` in a directory, making the file when it is not there.
    /// - Throws: ``StoreError/locked(_:)`` at once when another holds it.
    init(directory: String) throws(StoreError) {
        let path = directory + "/gatehouse.lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(errno: errno, path: path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            close(descriptor)
            throw reason == EWOULDBLOCK ? .locked(directory) : StoreError(errno: reason, path: path)
        }
    }

    deinit { close(descriptor) }
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
