import Store
import StoreSQLite

/// The peer of durable writes: the same disk, the same engine with the same settings, one row in
/// each commit, one commit after the other.
final class DurableCommits {
    private let database: SQLiteDatabase
    private var commits = 0
    private var seconds = 0.0

    init(directory: String) async throws {
        database = try await SQLiteDatabase.open(directory: directory, mode: .server)
        try await database.write {
            try $0.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL)")
        }
    }

    /// Commits for one second. Called between the loads it is compared with, so that both have
    /// the same disk.
    func sample() async throws {
        let body = String(repeating: "x", count: 500)
        let start = Stopwatch.now()
        repeat {
            try await database.write {
                try $0.execute("INSERT INTO note (body) VALUES (\(body))")
            }
            commits += 1
        } while Stopwatch.now() < start + 1
        seconds += Stopwatch.now() - start
    }

    /// Commits per second over all samples.
    var perSecond: Double { Double(commits) / seconds }
}
