import IAMIdentifiers

/// What a running server does: how fast it starts, answers, writes and reads, and how much memory
/// it occupies. An IAM user with AdministratorAccess asks, so that a decision is part of it.
struct ServerMeasurement {
    /// As many as an account may have.
    static let users = 5_000
    static let password = Secret("Another long phrase, 2 of many!")

    let installation: Installation
    let directory: WorkDirectory
    /// Nil if none of them is to be measured.
    let debian: DebianPeers?
    let python: PythonPeers?

    /// Measures in an order in which one prepares for the next: writes fill the account that the
    /// lists are of.
    /// - Parameter report: called with each group of figures as soon as it is known.
    func run(_ report: ([Figure]) -> Void) async throws {
        let empty = try installation.start()
        report([
            Figure("Start to first answer, no users", empty.milliseconds, .milliseconds),
            Figure("Memory after the start, no users", empty.megabytes, .megabytes),
        ])
        report(try await reset())
        let server = try installation.serve()
        defer { server.stop() }
        let client = try IAMClient(key: installation.rootKey, port: server.port)
            .makeAdministrator("admin", password: Self.password)
        report(
            try await WriteMeasurement(
                server: server, client: client, directory: directory, peers: debian
            ).figures())
        let reads = ReadMeasurement(server: server, client: client)
        report(try await reads.figures(directory: directory, debian: debian, python: python))
        report(try await reads.sessions())
        report(
            try await SignInMeasurement(
                server: server, client: client, user: "admin", password: Self.password
            ).figures(directory: directory, peers: debian))
        let used = try server.residentMegabytes
        server.stop()
        let full = try installation.start()
        report([
            Figure("Memory after all this", used, .megabytes),
            Figure("Start to first answer, \(Self.users) users", full.milliseconds, .milliseconds),
            Figure("Memory after the start, \(Self.users) users", full.megabytes, .megabytes),
        ])
    }

    /// `POST /dev/reset`, which tests do between each other.
    private func reset() async throws -> [Figure] {
        let server = try installation.serveForDevelopment()
        defer { server.stop() }
        let load = LoadGenerator(server: server)
        let request = RequestSigner.post("/dev/reset", port: server.port)
        let series = try await LoadSeries.inTurn([
            Load("reset") { try load.run(seconds: 0.2, connections: 1, [request]) }
        ])
        return series[0].figures("Reset of development mode")
    }
}
