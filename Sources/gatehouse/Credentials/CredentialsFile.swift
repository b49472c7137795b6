import Glibc
import IAMIdentifiers

/// The file of profiles with keys that AWS's tools share.
///
/// Source: AWS SDKs and Tools Reference Guide, "Using shared config and credentials files to
/// globally configure AWS SDKs and tools".
/// <https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html>
enum CredentialsFile {
    /// Bytes of a file at most.
    private static let longest = 1_048_576

    /// Where the file is; nil when nobody says so.
    static var path: String? {
        DataDirectory.environment("AWS_SHARED_CREDENTIALS_FILE")
            ?? DataDirectory.environment("HOME").map { "\($0)/.aws/credentials" }
    }

    /// What is set in a profile, without what is empty; nil if the file or the profile is not
    /// there.
    /// - Throws: ``CommandFailure`` when others than its owner may use the file, and when it or the
    ///   profile cannot be read in one way alone.
    static func settings(of profile: String, in path: String) throws -> [ExactText: String]? {
        guard let text = try text(of: path) else { return nil }
        var isProfile = false
        var settings: [ExactText: String]?
        for (index, line) in text.parts(at: "\n").enumerated() {
            let place = "\(path):\(index + 1)"
            // What stands behind white space belongs to the setting above it.
            guard let first = line.utf8.first, !isSpace(first), !"#;".utf8.contains(first) else {
                continue
            }
            if first == UInt8(ascii: "[") {
                guard let end = line.utf8.firstIndex(of: UInt8(ascii: "]")) else {
                    throw CommandFailure("\(place): write a profile's name as [name]")
                }
                let name = trimmed(line.utf8[line.utf8.index(after: line.startIndex)..<end])
                isProfile = name.isExactly(profile)
                if isProfile { settings = settings ?? [:] }
                continue
            }
            guard isProfile else { continue }
            guard let equals = line.utf8.firstIndex(of: UInt8(ascii: "=")) else {
                throw CommandFailure("\(place): write a setting as name = value")
            }
            let name = trimmed(line.utf8[..<equals]).asciiLowercased
            let value = trimmed(line.utf8[line.utf8.index(after: equals)...])
            guard settings?[name] == nil else {
                throw CommandFailure("\(place): \(name) is set twice; delete one")
            }
            if !value.isEmpty { settings?[name] = value }
        }
        return settings
    }

    /// The text of a file that its owner alone may use; nil if there is none.
    private static func text(of path: String) throws -> String? {
        func failure(_ reason: String) -> CommandFailure {
            CommandFailure("`\(path)` cannot be read: \(reason)")
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw failure(String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw failure(String(cString: strerror(errno)))
        }
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }  // as /dev/null
        let mode = status.st_mode & 0o777
        guard mode & 0o077 == 0 else {
            throw failure(
                "others may use it, its mode is 0\(String(mode, radix: 8)); "
                    + "run `chmod 600 \(path)`")
        }
        guard status.st_size <= longest else { throw failure("it has more than a megabyte") }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        let count = read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw failure(String(cString: strerror(errno))) }
        guard let text = String(validating: bytes.prefix(count), as: UTF8.self) else {
            throw failure("it is not UTF-8")
        }
        return text
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

    private static func trimmed(_ text: Substring.UTF8View) -> String {
        let front = text.drop(while: isSpace)
        let length = front.reversed().drop(while: isSpace).count
        return String(decoding: front.prefix(length), as: UTF8.self)
    }
}
