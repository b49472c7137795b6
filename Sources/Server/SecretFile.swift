import Glibc
import IAMIdentifiers

/// A file with a secret in it, which its owner alone may read.
enum SecretFile {
    /// Bytes of a secret at most.
    private static let longest = 1_024

    /// The first and only line of the file.
    /// - Parameters:
    ///   - table: the table of the configuration that names the file, as `mail`.
    ///   - key: the key that does.
    ///   - what: what the line is, as `the password`.
    static func read(
        _ path: String, namedBy key: String, in table: String, what: String
    ) throws(ConfigurationError) -> Secret {
        func error(_ reason: String) -> ConfigurationError {
            ConfigurationError(
                place: "[\(table)]", problem: .unusableFile(key: key, path, reason: reason))
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw error(String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw error("it is not a file")
        }
        let mode = status.st_mode & 0o777
        guard mode & 0o077 == 0 else {
            throw error(
                "others may read it, its mode is 0\(String(mode, radix: 8)); "
                    + "run `chmod 600 \(path)`")
        }
        var bytes = [UInt8](repeating: 0, count: longest + 2)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw error(String(cString: strerror(errno))) }
        var line = bytes.prefix(count)
        if line.last == UInt8(ascii: "\n") { line = line.dropLast() }
        guard !line.isEmpty, line.count <= longest,
            line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }),
            let text = String(validating: line, as: UTF8.self)
        else { throw error("write \(what) into it, as one line") }
        return Secret(text)
    }
}
