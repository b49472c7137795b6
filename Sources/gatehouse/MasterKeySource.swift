import Credentials
import Foundation
import Glibc
import IAMIdentifiers
import Synchronization
import Workers

/// Where the master key comes from: a file, or a command that prints it, such as one that asks a
/// vault.
final class MasterKeySource: Sendable {
    /// Where the file is when it is not in the data directory.
    static let fileVariable = "GATEHOUSE_MASTER_KEY_FILE"
    /// What is run, by `sh -c`, to have the key printed as its file would hold it.
    static let commandVariable = "GATEHOUSE_MASTER_KEY_COMMAND"

    /// How long the command may take.
    private static let patience = Duration.seconds(30)
    /// More than a key has bytes.
    private static let longestOutput = 64

    /// What the names of a new key's file and of an old one's end in.
    private static let nextSuffix = ".next"
    private static let oldSuffix = ".old"

    private enum Place {
        case file(String)
        case command(String)
    }

    private let place: Place
    /// The data directory; nil where the key is not there.
    private let directory: String?
    /// What the command printed: it is run once.
    private let printed = Mutex<MasterKey?>(nil)

    /// What the environment names, or else the file in a data directory.
    /// - Throws: ``CommandFailure`` where it names both.
    init(directory: String) throws {
        let file = DataDirectory.environment(Self.fileVariable)
        guard let command = DataDirectory.environment(Self.commandVariable) else {
            place = .file(file ?? "\(directory)/\(MasterKey.fileName)")
            self.directory = file == nil ? directory : nil
            return
        }
        guard file == nil else {
            throw CommandFailure(
                "\(Self.fileVariable) and \(Self.commandVariable) are both set; unset one")
        }
        place = .command(command)
        self.directory = nil
    }

    /// Looks whether a key that is there can be read. A missing file is none, and no failure.
    func check() throws {
        if case .file(let path) = place, access(path, F_OK) != 0 { return }
        _ = try read()
    }

    func read() throws -> MasterKey {
        switch place {
        case .file(let path): return try MasterKey(readingFrom: path)
        case .command(let command):
            return try printed.withLock { printed in
                if let printed { return printed }
                let key = try MasterKey(line: Self.output(of: command), of: Self.commandVariable)
                printed = key
                return key
            }
        }
    }

    /// The key. A file is made if it is missing and nothing was sealed yet.
    func load(mayCreate: Bool) throws -> MasterKey {
        switch place {
        case .file(let path):
            // Where the data is in a database, nobody has made the directory yet. One that cannot
            // be made is told of by whoever writes into it.
            if mayCreate, let directory { mkdir(directory, 0o700) }
            return try MasterKey.load(from: path, mayCreate: mayCreate)
        case .command: return try read()
        }
    }

    /// Puts a new key in the place of the file.
    ///
    /// The new key is on the disk before anything is sealed under it, and takes the file's name
    /// after everything is. A crash in between leaves both files, and ``finishRotation(_:)`` goes
    /// on.
    /// - Parameter change: seals everything that is under the first key under the second.
    func rotate<Value>(
        _ change: (_ old: MasterKey, _ new: MasterKey) async throws -> Value
    ) async throws -> Value {
        guard case .file(let path) = place else {
            throw CommandFailure(
                "the master key comes from a command; name a file for the new one with --new-key")
        }
        let (old, next) = (try read(), path + Self.nextSuffix)
        guard access(path + Self.oldSuffix, F_OK) != 0 else {
            throw CommandFailure(
                "`\(path + Self.oldSuffix)` is there from the last time; move it to the backups "
                    + "that need it")
        }
        // What is there opens with the old key, so nothing was sealed under this one.
        unlink(next)
        let new = MasterKey.random()
        try new.write(to: next)
        let value = try await change(old, new)
        try Self.replace(path)
        return value
    }

    /// Goes on with a change of the master key that was interrupted.
    /// - Parameter opens: whether a key is that of the data.
    /// - Returns: false when there is none that was.
    func finishRotation(_ opens: (MasterKey) async throws -> Bool) async throws -> Bool {
        guard case .file(let path) = place, access(path + Self.nextSuffix, F_OK) == 0,
            try await opens(try MasterKey(readingFrom: path + Self.nextSuffix))
        else { return false }
        try Self.replace(path)
        return true
    }

    /// Gives the new key's file the name, and the old key's another.
    private static func replace(_ path: String) throws {
        guard link(path, path + oldSuffix) == 0 || errno == EEXIST,
            rename(path + nextSuffix, path) == 0
        else {
            throw CommandFailure(
                "`\(path)` cannot be replaced: \(String(cString: strerror(errno)))")
        }
        let directory = Glibc.open(path.parentDirectory, O_RDONLY | O_CLOEXEC)
        if directory >= 0 {
            fsync(directory)
            close(directory)
        }
    }

    /// What a command prints on standard output. What it says on standard error is passed on.
    private static func output(of command: String) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        let pipe = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        do { try process.run() } catch {
            throw CommandFailure("\(commandVariable) cannot be run: \(error)")
        }
        try? pipe.fileHandleForWriting.close()
        let descriptor = pipe.fileHandleForReading.fileDescriptor
        let end = Duration.sinceStart() + patience
        var bytes: [UInt8] = []
        while bytes.count <= longestOutput {
            let left = max(.zero, end - .sinceStart())
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, CInt(left / .milliseconds(1))) > 0 else {
                process.terminate()
                throw CommandFailure(
                    "\(commandVariable) printed no key within \(patience.components.seconds) s")
            }
            var part = [UInt8](repeating: 0, count: longestOutput + 1)
            let count = Glibc.read(descriptor, &part, part.count)
            guard count > 0 else { break }
            bytes += part.prefix(count)
        }
        // Whoever prints more finds nobody who reads it, and ends.
        try? pipe.fileHandleForReading.close()
        process.waitUntilExit()
        guard bytes.count <= longestOutput else { return bytes }
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw CommandFailure(
                "\(commandVariable) ended with \(process.terminationStatus); the key is not known")
        }
        return bytes
    }
}
