/// What a server does whose data is on a PostgreSQL, beside one with SQLite, and beside rows that
/// `pgbench` commits on the same PostgreSQL.
struct SharedStoreMeasurement {
    private static let clients = 16
    /// Users made in each round.
    private static let users = 400
    private static let seconds = 0.4

    let gatehouse: String
    let directory: WorkDirectory
    let peers: DebianPeers

    func figures() async throws -> [Figure] {
        let database = try PostgreSQLServer(peers, directory, "shared", isShared: true)
        defer { database.stop() }
        let url = try database.makeDatabase("gatehouse")
        let shared = try Installation(gatehouse, in: directory, named: "shared", database: url)
        let single = try Installation(gatehouse, in: directory, named: "single")
        let servers = [try shared.serve(), try single.serve()]
        defer { servers.forEach { $0.stop() } }
        let clients = try zip([shared, single], servers).map { installation, server in
            try IAMClient(key: installation.rootKey, port: server.port)
                .makeAdministrator("admin", password: ServerMeasurement.password)
        }
        let engines = zip(servers, clients).map { (server: $0, client: $1) }
        return try await reads(engines) + writes(engines, database)
    }

    private typealias Engine = (server: LocalServer, client: IAMClient)

    private func reads(_ engines: [Engine]) async throws -> [Figure] {
        let actions = [
            IAMClient.Action.callerIdentity, .iam("GetUser", ("UserName", "admin")),
        ]
        var figures: [Figure] = []
        for action in actions {
            let series = try await LoadSeries.inTurn(
                zip(engines, Self.names).map { engine, name in
                    let request = engine.client.request(action)
                    return Load(action.name, by: name) {
                        try LoadGenerator(server: engine.server).run(
                            seconds: Self.seconds, connections: Self.clients, [request])
                    }
                })
            figures += series[0].figures("\(action.name), on PostgreSQL", beside: [series[1]])
        }
        return figures
    }

    private func writes(
        _ engines: [Engine], _ database: PostgreSQLServer
    ) async throws -> [Figure] {
        let loads = zip(engines, Self.names).map { engine, name in
            var made = 0
            return Load("CreateUser", by: name) {
                let requests = (0..<Self.users).map { number in
                    engine.client.request(
                        .iam("CreateUser", ("UserName", "user-\(made + number)")))
                }
                made += Self.users
                return try LoadGenerator(server: engine.server)
                    .runOnce(connections: Self.clients, requests[...])
            }
        }
        let commits = Load("commits", by: "pgbench") {
            try database.commit(clients: Self.clients)
        }
        let series = try await LoadSeries.inTurn(loads + [commits])
        return series[0].figures("CreateUser, on PostgreSQL", beside: Array(series.dropFirst()))
    }

    /// What the engines are called beside each other.
    private static let names = ["Gatehouse", "with SQLite"]
}
