import Glibc
package import IAMIdentifiers
package import Operations
import Workers

/// Writes audit records into a directory, as CloudTrail's files.
package struct DirectorySink: AuditSink {
    package let target = "directory"
    package let interval: Duration
    package let reach: Duration? = nil

    private let directory: String

    /// - Parameter interval: how long records may wait for others.
    package init(_ directory: String, every interval: Duration = .zero) {
        self.directory = directory
        self.interval = interval
    }

    package func take(_ records: [DeliveredRecord], of account: AccountID) async throws {
        let directory = directory
        try await offLoop { () -> Result<Void, FileFault> in
            Result { () throws(FileFault) in
                for file in CloudTrailFile.files(of: records, in: account) {
                    try Self.write(file, below: directory)
                }
            }
        }.get()
    }

    /// A file is there whole or not at all, and its owner alone reads it.
    private static func write(
        _ file: CloudTrailFile, below directory: String
    ) throws(FileFault) {
        guard let bytes = Compression.gzip(Array(file.json.utf8)) else {
            throw FileFault(reason: "there is no memory to compress records")
        }
        let path = "\(directory)/\(file.path)"
        try makeDirectories(path.parentDirectory)
        let temporary = path + ".part"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw fault(temporary) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { bytes in
                Glibc.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
            }
            guard count > 0 else { throw fault(temporary) }
            written += count
        }
        guard fsync(descriptor) == 0, rename(temporary, path) == 0 else { throw fault(path) }
        try sync(path.parentDirectory)
    }

    private static func makeDirectories(_ path: String) throws(FileFault) {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        guard errno == ENOENT, !path.parentDirectory.isExactly(path) else { throw fault(path) }
        try makeDirectories(path.parentDirectory)
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw fault(path) }
        try sync(path.parentDirectory)
    }

    /// Has the names in a directory outlive a loss of power.
    private static func sync(_ directory: String) throws(FileFault) {
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(directory) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw fault(directory) }
    }

    private static func fault(_ path: String) -> FileFault {
        FileFault(reason: "`\(path)`: \(String(cString: strerror(errno)))")
    }
}
