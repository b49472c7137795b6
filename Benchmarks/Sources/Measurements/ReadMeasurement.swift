/// Signed requests that read: `GetCallerIdentity`, `GetUser` and `ListUsers`, in an account that is
/// full.
struct ReadMeasurement {
    /// What a request may cost more that is signed with a session, in times.
    private static let longestSession = 1.3
    /// How long a load is put on in each round.
    private static let seconds = 0.4

    let server: LocalServer
    let client: IAMClient
    private let getUser = IAMClient.Action.iam("GetUser", ("UserName", "admin"))

    /// Requests beside the same server's constant answer, which is what HTTP alone costs, beside
    /// nginx's, and beside moto.
    func figures(
        directory: WorkDirectory, debian: DebianPeers?, python: PythonPeers?
    ) async throws -> [Figure] {
        let nginx = try debian.map { try NginxServer.start($0, directory) }
        let moto = try python.map { try $0.serveMoto(users: ServerMeasurement.users) }
        defer {
            nginx?.stop()
            moto?.stop()
        }
        return try await constantAnswers(nginx, moto) + oneClient() + lists(moto)
    }

    private func constantAnswers(
        _ nginx: LocalServer?, _ moto: LocalServer?
    ) async throws -> [Figure] {
        let caller = client.request(.callerIdentity)
        let user = client.request(getUser)
        var loads = [
            load("GetCallerIdentity", caller), load("GetUser", user),
            load("GET /healthz", health, by: "GET /healthz"),
        ]
        if let nginx {
            loads.append(
                load("GET /", RequestSigner.get("/", port: nginx.port), of: nginx, by: "nginx"))
        }
        if let moto {
            let theirs = IAMClient(key: .example, port: moto.port)
            loads += [
                load(
                    "GetCallerIdentity", theirs.request(.callerIdentity), of: moto,
                    by: "moto_server"),
                load("GetUser", theirs.request(getUser), of: moto, by: "moto_server"),
            ]
        }
        let series = try await LoadSeries.inTurn(loads)
        let constant = series.filter { $0.what.hasPrefix("GET ") }
        return series[..<2].flatMap { ours in
            ours.figures(
                "\(ours.what), 16 at once",
                beside: constant + series[2...].filter { $0.what == ours.what })
        } + series[2].figures("GET /healthz, 16 at once", beside: Array(constant.dropFirst()))
    }

    private func oneClient() async throws -> [Figure] {
        let series = try await LoadSeries.inTurn([
            load("GetCallerIdentity", client.request(.callerIdentity), connections: 1),
            load("GET /healthz", health, by: "GET /healthz", connections: 1),
        ])
        return series[0].figures("GetCallerIdentity, 1 at once", beside: [series[1]])
    }

    /// `iam:ListUsers`, pages of 100, from the first to the last and again. moto answers with all
    /// users each time, and so is asked for one page.
    private func lists(_ moto: LocalServer?) async throws -> [Figure] {
        var pages: [[UInt8]] = []
        var marker: String?
        repeat {
            let start = marker.map { [("Marker", $0)] } ?? []
            let page = IAMClient.Action.listUsers(start)
            pages.append(client.request(page))
            marker = try client.call(page).elementIfAny("Marker")
        } while marker != nil
        guard pages.count == ServerMeasurement.users / 100 else {
            throw BenchmarkFailure("\(pages.count) pages of \(ServerMeasurement.users) users")
        }
        var loads = [
            Load("ListUsers") { [pages] in
                try LoadGenerator(server: server).run(seconds: Self.seconds, connections: 1, pages)
            }
        ]
        if let moto {
            let request = IAMClient(key: .example, port: moto.port).request(.listUsers([]))
            loads.append(
                Load("ListUsers", by: "moto_server") {
                    try LoadGenerator(server: moto).runOnce(connections: 1, [request])
                })
        }
        let series = try await LoadSeries.inTurn(loads)
        return series[0].figures(
            "ListUsers, 100 of \(ServerMeasurement.users)", beside: Array(series.dropFirst()))
    }

    /// Requests signed with the session of a role beside the same ones signed with a user's key.
    /// Both have AdministratorAccess.
    /// - Throws: ``BenchmarkFailure`` when a session costs more than it may.
    func sessions() async throws -> [Figure] {
        let session = try client.beginSession()
        let loads = [IAMClient.Action.callerIdentity, getUser].flatMap { action in
            [
                load(action.name, session.request(action)),
                load(action.name, client.request(action), by: "with a key"),
            ]
        }
        let series = try await LoadSeries.inTurn(loads)
        return try [(series[0], series[1]), (series[2], series[3])].flatMap { ours, byKey in
            // What else the machine does may fall into a round, but not into all of them.
            let least =
                zip(ours.processorMicroseconds, byKey.processorMicroseconds).map { $0 / $1 }
                .min() ?? 0
            guard least <= Self.longestSession else {
                throw BenchmarkFailure(
                    "\(ours.what) with a session costs \(least) times what it costs with a key")
            }
            return ours.figures("\(ours.what) with a session", beside: [byKey])
        }
    }

    private var health: [UInt8] { RequestSigner.get("/healthz", port: server.port) }

    private func load(
        _ what: String, _ request: [UInt8], of other: LocalServer? = nil, by: String = "Gatehouse",
        connections: Int = 16
    ) -> Load {
        let generator = LoadGenerator(server: other ?? server)
        return Load(what, by: by) {
            try generator.run(seconds: Self.seconds, connections: connections, [request])
        }
    }
}

extension IAMClient.Action {
    /// A page of 100.
    fileprivate static func listUsers(_ start: [(String, String)]) -> IAMClient.Action {
        let first = iam("ListUsers", ("MaxItems", "100"))
        return IAMClient.Action(
            service: first.service, version: first.version, name: first.name,
            parameters: first.parameters + start)
    }
}
