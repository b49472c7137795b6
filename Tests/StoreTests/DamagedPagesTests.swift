import Foundation
import IAMIdentifiers
import Store
import StoreSQLite
import TestSupport
import TestRandom
import Testing

/// What a broken file answers: the whole list or an error, never a list that lacks something.
@Suite struct DamagedPagesTests {
    /// How many files are broken in how many bits.
    private static let trials = [0: 5, 1: 100, 20: 100]

    private static let account = AccountID("111111111111")!
    let temporary: TemporaryDirectory
    var directory: String { temporary.path + "/data" }
    var file: String { directory + "/" + SQLiteDatabase.fileName }

    init() async throws {
        temporary = try TemporaryDirectory()
        let database = try await SQLiteDatabase.open(directory: directory, mode: .server)
        try await database.write { try Self.fill($0) }
        try database.close()
    }

    /// Makes an account with some hundred users, groups and policies.
    private static func fill(_ transaction: any Transaction) throws {
        let now = Timestamp(seconds: 1_700_000_000)
        _ = try AccountTable(transaction).insert(
            Account(
                id: account, name: "A", email: "a@example.com", passwordHash: "-",
                passwordChangedAt: now, createdAt: now))
        let path = EntityPath(stored: "/")
        for number in 0..<400 {
            let name = "name-\(number)"
            let id = UniqueID(stored: "AIDA\(10_000_000_000_000_000 + number)")
            _ = try UserTable(transaction, of: account).insert(
                User(account: account, id: id, name: name, path: path, createdAt: now))
            guard number % 4 == 0 else { continue }
            let group = UniqueID(stored: "AGPA\(10_000_000_000_000_000 + number)")
            let groups = GroupTable(transaction, of: account)
            _ = try groups.insert(
                Group(account: account, id: group, name: name, path: path, createdAt: now))
            try groups.add(user: id, to: group, at: now)
            try InlinePolicyTable(transaction, of: account).put(
                .init(name: name, document: String(repeating: name, count: number)), in: id)
        }
    }

    /// All of it, as lists give it.
    private static func lists(_ transaction: any Transaction) throws -> [String] {
        let users = UserTable(transaction, of: account)
        var all = try users.list(pathPrefix: "/", after: "", limit: 1_000).map { "\($0)" }
        let groups = GroupTable(transaction, of: account)
        for group in try groups.list(pathPrefix: "/", after: "", limit: 1_000) {
            all.append("\(group) \(try groups.members(of: group.id, limit: 1_000))")
        }
        let policies = InlinePolicyTable(transaction, of: account)
        for number in stride(from: 0, to: 400, by: 4) {
            let id = UniqueID(stored: "AIDA\(10_000_000_000_000_000 + number)")
            let policy = try policies.find(named: "name-\(number)", of: id)
            all.append("\(policy?.document ?? "none")")
        }
        return all
    }

    /// The lists, or nil when there is an error.
    private func lists(_ mode: SQLiteDatabase.Mode = .operator) async -> [String]? {
        do {
            let database = try await SQLiteDatabase.open(directory: directory, mode: mode)
            return try await database.read { try Self.lists($0) }
        } catch {
            return nil
        }
    }

    @Test("with bits flipped anywhere, lists are whole or an error", arguments: trials)
    func flippedBits(_ bits: Int, _ trials: Int) async throws {
        let whole = try #require(await lists())
        let bytes = try #require(FileManager.default.contents(atPath: file))
        var random = TestSeed.generator()
        var outcomes = (whole: 0, refused: 0, wrong: 0)
        for _ in 0..<trials {
            var broken = bytes
            for _ in 0..<bits {
                broken[Int.random(in: 0..<bytes.count, using: &random)] ^=
                    1 << UInt8.random(in: 0..<8, using: &random)
            }
            try broken.write(to: URL(filePath: file))
            switch await lists() {
            case nil: outcomes.refused += 1
            case whole: outcomes.whole += 1
            default: outcomes.wrong += 1
            }
        }
        print("\(bits) bits in \(bytes.count) bytes: \(outcomes)")
        #expect(outcomes.wrong == 0)
        #expect((outcomes.refused > 0) == (bits > 0))
    }

    /// Adds users; returns the lists and the files as a server leaves them that is killed now.
    /// - Parameter first: the number of the first user.
    private func killed(
        from first: Int = 0
    ) async throws -> (lists: [String], files: [(path: String, bytes: Data)]) {
        let database = try await SQLiteDatabase.open(directory: directory, mode: .server)
        for number in first..<first + 20 {
            let user = User(
                account: Self.account, id: UniqueID(stored: "AIDA\(number)"), name: "new-\(number)",
                path: EntityPath(stored: "/"), createdAt: Timestamp(seconds: 1_700_000_000))
            _ = try await database.write {
                try UserTable($0, of: Self.account).insert(user)
            }
        }
        let files = try [file, file + "-wal"].map { path in
            (path, try #require(FileManager.default.contents(atPath: path)))
        }
        return (try await database.read { try Self.lists($0) }, files)
    }

    /// Where the last group of a journal begins: after the frame that ends the one before it. What
    /// follows may be frames of an earlier journal, which have other salts than the header.
    private static func lastGroup(of journal: Data) -> Int {
        let starts = stride(from: 32, to: journal.count - 4119, by: 4120).prefix { start in
            journal[start + 8..<start + 16] == journal[16..<24]
        }
        let ends = starts.filter { start in journal[start + 4..<start + 8] != Data(count: 4) }
        return ends.dropLast().last.map { $0 + 4120 } ?? 32
    }

    @Test("with a bit flipped in what ends the last group but one, lists are whole or an error")
    func flippedEnd() async throws {
        // The server may have just moved the journal into the file, so that one group is in it.
        var (all, files) = try await killed()
        for first in [100, 200, 300] where Self.lastGroup(of: files[1].bytes) == 32 {
            (all, files) = try await killed(from: first)
        }
        let journal = files[1]
        // The size of the database, which says that a group ends, and the salts.
        let end = Self.lastGroup(of: journal.bytes) - 4_120
        try #require(end >= 32)
        for place in end + 4..<end + 16 {
            for bit in UInt8(0)..<8 {
                var bytes = journal.bytes
                bytes[place] ^= 1 << bit
                for (path, bytes) in [files[0], (journal.path, bytes)] {
                    let isMade = FileManager.default.createFile(
                        atPath: path, contents: bytes, attributes: [.posixPermissions: 0o600])
                    #expect(isMade)
                }
                try? FileManager.default.removeItem(atPath: file + "-shm")
                let lists = await lists()
                #expect(lists == nil || lists == all, "byte \(place - end), bit \(bit)")
            }
        }
    }

    @Test(
        "with a bit flipped in the journal of a server that was killed, too",
        arguments: [SQLiteDatabase.Mode.server, .operator])
    func flippedJournal(_ mode: SQLiteDatabase.Mode) async throws {
        let (all, files) = try await killed()
        let journal = files[1]
        // Not in the last group, which may have been written in part.
        let last = Self.lastGroup(of: journal.bytes)
        var random = TestSeed.generator()
        var outcomes = (whole: 0, refused: 0, wrong: 0)
        for trial in 0..<100 {
            for (path, bytes) in files {
                var bytes = bytes
                if trial > 0, path == journal.path {
                    bytes[Int.random(in: 0..<last, using: &random)] ^=
                        1 << UInt8.random(in: 0..<8, using: &random)
                }
                let isMade = FileManager.default.createFile(
                    atPath: path, contents: bytes, attributes: [.posixPermissions: 0o600])
                #expect(isMade)
            }
            try? FileManager.default.removeItem(atPath: file + "-shm")
            switch await lists(mode) {
            case nil: outcomes.refused += 1
            case all: outcomes.whole += 1
            default: outcomes.wrong += 1
            }
        }
        print("journal of \(journal.bytes.count) bytes: \(outcomes)")
        #expect(outcomes.wrong == 0)
        #expect(outcomes.whole > 0 && outcomes.refused > 0)
    }
}
