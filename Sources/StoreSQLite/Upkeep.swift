import GRDB
import GRDBSQLite
import Store
import Synchronization

/// What goes on beside the requests while a server has a database open, on a connection of its own:
/// every page of the file is read and checked, again and again, and what the journal holds is put
/// into the file every few seconds.
///
/// So a broken page that no request reads is found within hours, while there is still a backup. The
/// check reads ten megabytes in a second.
final class Upkeep: Sendable {
    /// Pages that are checked in one go, and the pause after it.
    private static let stride = 64
    private static let pause = Duration.milliseconds(25)
    /// From the end of one reading of the file to the next.
    private static let rest = Duration.seconds(3_600)
    /// From one time that the journal is put into the file to the next.
    private static let interval = Duration.seconds(5)

    private let connection: DatabaseQueue
    private let tasks = Mutex<[Task<Void, Never>]>([])

    init(path: String) throws {
        do {
            connection = try DatabaseQueue(
                path: path, configuration: .gatehouse(keepsJournal: true))
        } catch {
            throw StoreError(sqlite: error)
        }
    }

    /// Begins. What is found broken is told to `condition`.
    func start(_ condition: DatabaseCondition) {
        let checking = Task { [connection] in
            while !Task.isCancelled {
                await Self.check(connection, condition)
                try? await Task.sleep(for: Self.rest)  // a cancelled sleep ends the loop
            }
        }
        let settling = Task { [connection] in
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.interval)
                try? await connection.writeWithoutTransaction { connection in
                    _ = try Row.fetchOne(connection, sql: "PRAGMA wal_checkpoint(PASSIVE)")
                }
            }
        }
        tasks.withLock { $0 = [checking, settling] }
    }

    /// Ends it, and closes the connection.
    func stop() {
        for task in tasks.withLock({ $0 }) { task.cancel() }
        try? connection.close()
    }

    /// Reads the file to its end.
    private static func check(_ connection: DatabaseQueue, _ condition: DatabaseCondition) async {
        var next = 1
        while !Task.isCancelled {
            do {
                let first = next
                let last = try await connection.writeWithoutTransaction {
                    try $0.checkPages(from: first, count: stride)
                }
                guard let last else { return }
                next = last + 1
            } catch {
                return condition.note(StoreError(sqlite: error))
            }
            try? await Task.sleep(for: pause)
        }
    }
}

extension GRDB.Database {
    /// Reads pages as they stand in the file.
    /// - Returns: the number of the last; nil when the file ends before `first`.
    /// - Throws: ``StoreError/damaged(_:)`` for one that is not as it was written.
    func checkPages(from first: Int, count: Int) throws -> Int? {
        guard let size = pages.header?.pageSize else { return nil }
        for number in first..<first + count {
            switch readPage(number, size: size) {
            case .checked: continue
            case .end: return number > first ? number - 1 : nil
            case .broken:
                throw StoreError.damaged("page \(number) of the file is not as it was written")
            }
        }
        return first + count - 1
    }

    private enum Reading { case checked, end, broken }

    /// A page that is being written at this moment may be half old and half new. So a page that
    /// seems broken is read again.
    private func readPage(_ number: Int, size: Int) -> Reading {
        var file: UnsafeMutablePointer<sqlite3_file>?
        sqlite3_file_control(sqliteConnection, "main", SQLITE_FCNTL_FILE_POINTER, &file)
        guard let file, let methods = file.pointee.pMethods else { return .end }
        return withUnsafeTemporaryAllocation(byteCount: size, alignment: 8) { page in
            for attempt in 0..<5 {
                if attempt > 0 { sqlite3_sleep(10) }
                let code = methods.pointee.xRead(
                    file, page.baseAddress, CInt(size), Int64(number - 1) * Int64(size))
                if code == SQLITE_OK { return .checked }
                if code != SealedFileSystem.brokenPage { return .end }
                // The page was not written yet: it is in the journal, or not in use.
                if page.allSatisfy({ $0 == 0 }) { return .checked }
            }
            return .broken
        }
    }
}
