import Glibc

/// Who may read or change a file.
package struct FileMode: Sendable {
    /// The permissions, as in `0700`.
    package let bits: UInt32
    /// The user whose it is.
    package let owner: UInt32
    package let isDirectory: Bool

    /// Nil when it cannot be looked at.
    package init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        bits = status.st_mode & 0o7777
        owner = status.st_uid
        isDirectory = status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether others than the owner may do anything with it.
    package var isForOthers: Bool { bits & 0o077 != 0 }
}
