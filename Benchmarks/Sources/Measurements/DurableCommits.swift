import Store
import StoreSQLite

/// The peer of durable writes: the same disk, the same engine with the same settings, one row of
/// 500 bytes in each commit, one commit after the other.
final class DurableCommits {
    private let database: SQLiteDatabase

    init(directory: String) async throws {
        database = try await SQLiteDatabase.open(directory: directory, mode: .server)
        try await database.write {
            try $0.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL)")
        }
    }

    /// Commits for so long.
    func commit(seconds: Double) async throws -> LoadResult {
        let body = String(repeating: "x", count: 500)
        let start = Stopwatch.now()
        var latencies: [Double] = []
        var last = start
        while last < start + seconds {
            try await database.write {
                try $0.execute("INSERT INTO note (body) VALUES (\(body))")
            }
            let now = Stopwatch.now()
            latencies.append(now - last)
            last = now
        }
        return LoadResult(latencies: latencies, seconds: last - start, processorSeconds: nil)
    }
}
