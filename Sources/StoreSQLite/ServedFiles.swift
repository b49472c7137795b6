import Glibc
import Store

/// The files of an open database, as they were when it was opened.
///
/// A file that is removed while it is open can still be written to, and is lost when the process
/// ends. So before a write is answered, the names must still lead to the files that were opened. No
/// other file gets the number of a file that is open, so that a file put in its place is
/// recognised.
struct ServedFiles: Sendable {
    private struct File: Sendable, Equatable {
        let device: UInt
        let number: UInt

        /// What a path names now; nil when it names nothing that can be asked about.
        init?(path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            device = UInt(status.st_dev)
            number = UInt(status.st_ino)
        }
    }

    private let files: [(path: String, file: File?)]

    /// Remembers what these paths name now.
    init(paths: [String]) {
        files = paths.map { ($0, File(path: $0)) }
    }

    /// The first of the paths that no longer names what it named, or named nothing to begin with.
    /// Costs one system call for each path.
    func replaced() -> String? { files.first(where: Self.isReplaced)?.path }

    /// The path of the first file, if it no longer names what it named. One system call.
    func databaseReplaced() -> String? { files.prefix(1).first(where: Self.isReplaced)?.path }

    private static func isReplaced(_ path: String, _ file: File?) -> Bool {
        file == nil || File(path: path) != file
    }
}
