import Credentials
import Glibc
import IAMIdentifiers
import Operations
import Synchronization

/// A file that a backup is written to. It is there under its name once it is whole, and never in
/// the place of another.
final class BackupOutput: BackupSink {
    private struct State {
        var encryption: BackupEncryption?
        var waiting: [UInt8] = []
    }

    private let path: String
    private let descriptor: CInt
    private let state: Mutex<State>

    private static let longestWait = 1 << 20
    private var draft: String { path + ".new" }

    /// - Parameter encryption: nil for a file in the clear.
    /// - Throws: ``CommandFailure``.
    init(_ path: String, _ encryption: sending BackupEncryption?) throws {
        guard access(path, F_OK) != 0 else {
            throw CommandFailure("`\(path)` is there already; name another file")
        }
        self.path = path
        unlink(path + ".new")  // what an earlier command left when it was interrupted
        descriptor = open(path + ".new", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw systemFailure(path) }
        state = Mutex(State(encryption: encryption, waiting: encryption?.head ?? []))
    }

    deinit {
        close(descriptor)
        unlink(draft)
    }

    func write(_ bytes: [UInt8]) throws {
        try state.withLock { state in
            state.waiting += try state.encryption?.add(bytes) ?? bytes
            if state.waiting.count > Self.longestWait { try writeOut(&state) }
        }
    }

    func finish() throws {
        try state.withLock { state in
            if let rest = try state.encryption?.finish() { state.waiting += rest }
            try writeOut(&state)
        }
        // Linking, unlike renaming, fails when the file is there.
        guard fsync(descriptor) == 0, link(draft, path) == 0 else { throw systemFailure(path) }
        let directory = open(path.parentDirectory, O_RDONLY | O_CLOEXEC)
        guard directory >= 0 else { throw systemFailure(path) }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw systemFailure(path) }
    }

    private func writeOut(_ state: inout State) throws {
        var rest = state.waiting[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { throw systemFailure(path) }
            rest = rest.dropFirst(max(0, count))
        }
        state.waiting = []
    }
}

/// A file that a backup is read from, from its beginning.
final class BackupInput: BackupSource {
    private struct State {
        var decryption: BackupDecryption?
        /// Bytes that were read, and not asked for yet.
        var waiting: ArraySlice<UInt8> = []
        var isAtEnd = false
    }

    private let path: String
    private let descriptor: CInt
    private let state = Mutex(State())

    private static let piece = 1 << 20
    private static let encapsulatedKey = 32

    /// - Parameter key: nil where none is known.
    /// - Throws: ``CommandFailure``.
    init(_ path: String, _ key: BackupKey?) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw systemFailure(path) }
        let mark = BackupEncryption.mark
        let head = try Self.read(descriptor, mark.count, path)
        guard head == mark else {
            state.withLock { $0.waiting = head[...] }
            return
        }
        guard let key else {
            throw CommandFailure("`\(path)` is encrypted; name the private key with --key FILE")
        }
        let encapsulated = try Self.read(descriptor, Self.encapsulatedKey, path)
        let decryption = try Self.explaining(path) {
            try BackupDecryption(key, encapsulatedKey: encapsulated)
        }
        state.withLock { $0.decryption = decryption }
    }

    deinit { close(descriptor) }

    func read(atMost count: Int) throws -> [UInt8] {
        try state.withLock { state in
            if state.waiting.isEmpty, !state.isAtEnd {
                state.waiting = try Self.explaining(path) { try next(&state) }[...]
                if state.waiting.isEmpty { state.isAtEnd = true }
            }
            let bytes = state.waiting.prefix(count)
            state.waiting = state.waiting.dropFirst(count)
            return Array(bytes)
        }
    }

    private func next(_ state: inout State) throws -> [UInt8] {
        guard state.decryption != nil else { return try Self.read(descriptor, Self.piece, path) }
        return try state.decryption?.next { try Self.read(descriptor, $0, path) } ?? []
    }

    private static func explaining<Value>(
        _ path: String, _ body: () throws -> Value
    ) throws -> Value {
        do { return try body() } catch BackupDecryption.Fault.undecipherable {
            throw CommandFailure(
                "`\(path)` was encrypted to another key, or is damaged; name its key with --key")
        } catch BackupDecryption.Fault.cut {
            throw CommandFailure("`\(path)` is damaged: it ends too early; use another")
        }
    }

    /// The next bytes of a file, fewer at its end.
    private static func read(_ descriptor: CInt, _ count: Int, _ path: String) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let more = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress! + filled, count - filled)
            }
            if more == 0 { break }
            guard more > 0 || errno == EINTR else { throw systemFailure(path) }
            filled += max(0, more)
        }
        return Array(bytes.prefix(filled))
    }
}

/// What the operating system says of a file.
func systemFailure(_ path: String) -> CommandFailure {
    CommandFailure("`\(path)`: \(String(cString: strerror(errno)))")
}
