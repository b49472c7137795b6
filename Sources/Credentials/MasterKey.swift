import Crypto
import Foundation
import Glibc
import IAMIdentifiers

/// The key that seals data keys, kept outside the database: whoever has only the database, or only
/// a backup of it, has no secrets.
package struct MasterKey: Sendable {
    private static let version: UInt8 = 1
    private let key: SymmetricKey

    /// A new random key.
    package static func random() -> MasterKey {
        MasterKey(key: SymmetricKey(size: .bits256))
    }

    private init(key: SymmetricKey) { self.key = key }

    /// The data key, sealed: a version byte (1) and what ``AuthenticatedCipher`` makes.
    package func seal(_ dataKey: DataKey) throws -> [UInt8] {
        try AuthenticatedCipher.seal(
            dataKey.key.withUnsafeBytes { Array($0) }, with: key, header: [Self.version],
            context: Self.context(dataKey.id))
    }

    /// The data key that was sealed under this ID.
    /// - Throws: ``SealingError/notAuthentic`` when another master key sealed it.
    package func open(_ sealed: [UInt8], id: String) throws(SealingError) -> DataKey {
        guard sealed.first == Self.version else { throw .malformed }
        let bytes = try AuthenticatedCipher.open(
            sealed, with: key, headerLength: 1, context: Self.context(id))
        guard bytes.count == SymmetricKeySize.bits256.bitCount / 8 else { throw .malformed }
        return DataKey(id: id, key: SymmetricKey(data: bytes))
    }

    /// A data key sealed by this key, sealed by another. What the data key sealed stays as it is,
    /// so changing the master key touches few rows.
    package func reseal(
        _ sealed: [UInt8], id: String, with other: MasterKey
    ) throws -> [UInt8] {
        try other.seal(open(sealed, id: id))
    }

    private static func context(_ id: String) -> String { "data_key/\(id)" }
}

// MARK: - The file

extension MasterKey {
    /// The name of the key's file in a data directory.
    package static let fileName = "master.key"

    /// The key in a file: 32 bytes in base64 on one line.
    /// - Throws: ``MasterKeyError/missing(path:)``; `exposed` when others than the owner may read
    ///   or write the file; `malformed`; `unusable`.
    package init(readingFrom path: String) throws(MasterKeyError) {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .missing(path: path) : .unusable(path: path, errno: errno)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unusable(path: path, errno: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .malformed(path: path) }
        let mode = status.st_mode & 0o777
        guard mode & 0o077 == 0 else { throw .exposed(path: path, mode: Int(mode)) }

        // One byte more than the longest that is right, so that a longer file is seen to be one.
        var bytes = [UInt8](repeating: 0, count: 46)
        let count = read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw .unusable(path: path, errno: errno) }
        try self.init(line: Array(bytes.prefix(count)), of: path)
    }

    /// The key in the text of such a file.
    /// - Parameter source: where the text is from, for messages.
    /// - Throws: ``MasterKeyError/malformed(path:)``.
    package init(line bytes: [UInt8], of source: String) throws(MasterKeyError) {
        let line = bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]
        guard let text = String(validating: line, as: UTF8.self),
            let data = Base64.standard.decoded(text, acceptsSpareBits: true), data.count == 32
        else {
            throw .malformed(path: source)
        }
        self.init(key: SymmetricKey(data: data))
    }

    /// Writes the key to a new file with mode 0600. When this returns the file survives a loss of
    /// power; when it throws there is none. An existing file is never replaced.
    package func write(to path: String) throws(MasterKeyError) {
        let draft = path + ".new"
        unlink(draft)  // what an earlier start left when it was interrupted
        let descriptor = Glibc.open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unusable(path: path, errno: errno) }
        defer {
            close(descriptor)
            unlink(draft)
        }
        let line = key.withUnsafeBytes { Base64.standard.encoded($0) } + "\n"
        let bytes = Array(line.utf8)
        // Linking, unlike renaming, fails when the file is there.
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0,
            link(draft, path) == 0
        else { throw .unusable(path: path, errno: errno) }
        try Self.synchronizeDirectory(of: path)
    }

    private static func synchronizeDirectory(of path: String) throws(MasterKeyError) {
        let descriptor = Glibc.open(path.parentDirectory, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unusable(path: path, errno: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .unusable(path: path, errno: errno) }
    }

    /// The key in a file, made there if it is missing and nothing was sealed yet.
    /// - Parameter mayCreate: whether the database has no data key. When it has one, a missing file
    ///   is an error, for a new key would open nothing.
    package static func load(
        from path: String, mayCreate: Bool
    ) throws(MasterKeyError) -> MasterKey {
        do {
            return try MasterKey(readingFrom: path)
        } catch .missing where mayCreate {
            let key = MasterKey.random()
            try key.write(to: path)
            return key
        }
    }
}
