import Foundation

/// A directory for what one run writes, on the disk that the build is on: the disk is part of
/// what is measured, and /tmp may be memory.
struct WorkDirectory {
    let path: String

    init(beside program: String) throws {
        let parent = (program as NSString).deletingLastPathComponent
        path = "\(parent)/benchmark-\(getpid())"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o711])
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file or directory in it.
    func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }
}
