/// `iam:CreateUser` by one client and by many, beside databases that commit a row each time on the
/// same disk. At the end the account is full.
struct WriteMeasurement {
    private static let clients = 32
    /// Users made in each round by one client, and by all of them.
    private static let ofOne = 100
    private static let ofMany = 700

    let server: LocalServer
    let client: IAMClient
    let directory: WorkDirectory
    /// Nil to measure beside SQLite alone.
    let peers: DebianPeers?

    func figures() async throws -> [Figure] {
        // All are signed before the clock starts; one user is there.
        var requests = (1..<ServerMeasurement.users).map {
            client.request(.iam("CreateUser", ("UserName", "user-\($0)")))
        }[...]
        func create(_ count: Int, connections: Int) throws -> LoadResult {
            defer { requests = requests.dropFirst(count) }
            return try LoadGenerator(server: server)
                .runOnce(connections: connections, requests.prefix(count))
        }
        let database = try await DurableCommits(directory: directory("sqlite"))
        let sqlite = Load("commits", by: "SQLite") {
            try await database.commit(seconds: 0.5)
        }
        let postgreSQL = try peers.map { try PostgreSQLServer($0, directory) }
        defer { postgreSQL?.stop() }
        func commits(clients: Int) -> [Load] {
            postgreSQL.map { server in
                [Load("commits", by: "PostgreSQL") { try server.commit(clients: clients) }]
            } ?? []
        }

        let one = try await LoadSeries.inTurn(
            [Load("CreateUser") { try create(Self.ofOne, connections: 1) }, sqlite]
                + commits(clients: 1))
        let many = try await LoadSeries.inTurn(
            [Load("CreateUser") { try create(Self.ofMany, connections: Self.clients) }, sqlite]
                + commits(clients: Self.clients))
        _ = try create(requests.count, connections: Self.clients)
        return one[0].figures("CreateUser, 1 at once", beside: Array(one.dropFirst()))
            + many[0].figures(
                "CreateUser, \(Self.clients) at once", beside: Array(many.dropFirst()))
    }
}
