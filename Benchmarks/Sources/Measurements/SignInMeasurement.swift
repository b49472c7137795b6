import IAMIdentifiers

/// An IAM user's sign-in to the console with the right password, beside a directory's.
struct SignInMeasurement {
    /// How many in each round, one after the other.
    private static let times = 5

    let server: LocalServer
    let client: IAMClient
    let user: String
    let password: Secret

    func figures(directory: WorkDirectory, peers: DebianPeers?) async throws -> [Figure] {
        let request = try signIn()
        // Whoever is let in is led on.
        let generator = LoadGenerator(server: server, expected: 303..<304)
        let slapd: SlapdServer? =
            if let peers {
                try await SlapdServer(password: password, peers, directory)
            } else { nil }
        defer { slapd?.stop() }
        var loads = [
            Load("sign-in") {
                try generator.runOnce(
                    connections: 1, repeatElement(request, count: Self.times))
            }
        ]
        if let slapd {
            loads.append(
                Load("sign-in", by: "slapd") {
                    try slapd.bind(times: Self.times, password: password)
                })
        }
        let series = try await LoadSeries.inTurn(loads)
        return series[0].figures("Sign-in, password", beside: Array(series.dropFirst()))
    }

    /// The form that the sign-in page would send.
    private func signIn() throws -> [UInt8] {
        let account = try client.call(.callerIdentity).element("Account")
        let page = try HTTPConnection(port: server.port)
            .answer(to: RequestSigner.get("/signin", port: server.port))
        guard let token = page.body.firstMatch(of: /name="form-token" value="([^"]+)"/)?.1 else {
            throw BenchmarkFailure("no form in the sign-in page, status \(page.status)")
        }
        return RequestSigner.post(
            "/signin", cookies: page.cookies,
            [
                ("form-token", String(token)), ("form", "iam-user"), ("account", account),
                ("user", user), ("password", password.reveal()),
            ], port: server.port)
    }
}
