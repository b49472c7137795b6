import IAMIdentifiers

/// What a running server does: how fast it starts, answers, writes and reads, and how much memory
/// it occupies. An IAM user with AdministratorAccess asks, so that a decision is part of it.
struct ServerMeasurement {
    /// As many as an account may have.
    private static let users = 5_000
    private static let iam = "2010-05-08"
    private static let sts = "2011-06-15"

    let installation: Installation
    let directory: WorkDirectory
    /// Nil if moto's server is not to be measured.
    let peers: PythonPeers?

    /// Measures in an order in which one prepares for the next.
    /// - Parameter report: called with each group of figures as soon as it is known.
    func run(_ report: ([Figure]) -> Void) async throws {
        let empty = try installation.start()
        report([
            Figure("Start to first answer, no users", empty.milliseconds, .milliseconds),
            Figure("Memory after the start, no users", empty.megabytes, .megabytes),
        ])
        report(try reset())
        let server = try installation.serve()
        defer { server.stop() }
        let load = LoadGenerator(server: server)
        let signer = try Self.administrator(server, root: installation.rootKey)
        for connections in [1, 16] {
            report(try callerIdentity(load, signer, connections: connections))
        }
        report(try sessions(load, signer))
        try await createUsers(load, signer, report)
        report(try Self.listUsers(load, signer))
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
    private func reset() throws -> [Figure] {
        let server = try installation.serveForDevelopment()
        defer { server.stop() }
        let request = RequestSigner.post("/dev/reset", port: server.port)
        return try LoadGenerator(server: server).run(seconds: 0.5, connections: 1, [request])
            .figures("Reset of development mode")
    }

    /// Makes an IAM user with AdministratorAccess.
    private static func administrator(
        _ server: LocalServer, root: AccessKeyPair
    ) throws -> RequestSigner {
        let signer = RequestSigner(accessKeyID: root.id, secret: root.secret, port: server.port)
        _ = try call(
            "iam", ["Action": "CreateUser", "Version": iam, "UserName": "admin"], by: signer)
        _ = try call(
            "iam",
            [
                "Action": "AttachUserPolicy", "Version": iam, "UserName": "admin",
                "PolicyArn": "arn:aws:iam::aws:policy/AdministratorAccess",
            ], by: signer)
        let answer = try call(
            "iam", ["Action": "CreateAccessKey", "Version": iam, "UserName": "admin"], by: signer)
        guard let id = element("AccessKeyId", of: answer),
            let secret = element("SecretAccessKey", of: answer)
        else { throw BenchmarkFailure("no access key in \(answer.count) characters") }
        return RequestSigner(accessKeyID: id, secret: Secret(secret), port: server.port)
    }

    /// `sts:GetCallerIdentity` beside the same server's constant answer, which is what HTTP alone
    /// costs, and beside moto's.
    private func callerIdentity(
        _ load: LoadGenerator, _ signer: RequestSigner, connections: Int
    ) throws -> [Figure] {
        let parameters: KeyValuePairs = ["Action": "GetCallerIdentity", "Version": Self.sts]
        let signed = [signer.post("sts", parameters)]
        let constant = [RequestSigner.get("/healthz", port: signer.port)]
        _ = try load.run(seconds: 0.3, connections: connections, signed)
        let ours = try load.run(seconds: 1, connections: connections, signed)
        let theirs = try load.run(seconds: 1, connections: connections, constant)
        let oursAgain = try load.run(seconds: 1, connections: connections, signed)
        let theirsAgain = try load.run(seconds: 1, connections: connections, constant)

        let name = "GetCallerIdentity, \(connections) at once"
        var figures = (ours + oursAgain).figures(
            name, peer: ("GET /healthz, same server", theirs + theirsAgain))
        if let peers {
            let server = try peers.serveMoto()
            defer { server.stop() }
            let signer = RequestSigner(
                accessKeyID: signer.accessKeyID, secret: signer.secret, port: server.port)
            let requests = [signer.post("sts", parameters)]
            let load = LoadGenerator(server: server)
            _ = try load.run(seconds: 0.5, connections: connections, requests)
            let result = try load.run(seconds: 3, connections: connections, requests)
            figures += (ours + oursAgain).figures(name, peer: ("moto_server", result))
        }
        return figures
    }

    /// What a request may cost more that is signed with a session, in times.
    private static let longestSession = 1.3

    /// Requests signed with the session of a role beside the same ones signed with a user's key.
    /// Both have AdministratorAccess.
    /// - Throws: ``BenchmarkFailure`` when a session costs more than it may.
    private func sessions(
        _ load: LoadGenerator, _ signer: RequestSigner
    ) throws -> [Figure] {
        let session = try Self.session(begunBy: signer)
        let asked: [(String, String, KeyValuePairs<String, String>)] = [
            ("GetCallerIdentity", "sts", ["Action": "GetCallerIdentity", "Version": Self.sts]),
            (
                "GetUser", "iam",
                ["Action": "GetUser", "Version": Self.iam, "UserName": "admin"]
            ),
        ]
        return try asked.flatMap { name, service, parameters in
            let requests = [session, signer].map { [$0.post(service, parameters)] }
            for each in requests { _ = try load.run(seconds: 0.3, connections: 16, each) }
            var results: [LoadResult?] = [nil, nil]
            for _ in 0..<4 {
                for (index, each) in requests.enumerated() {
                    let result = try load.run(seconds: 0.5, connections: 16, each)
                    results[index] = results[index].map { $0 + result } ?? result
                }
            }
            guard let ours = results[0], let byKey = results[1] else { return [Figure]() }
            let times = ours.processorMicroseconds / byKey.processorMicroseconds
            guard times <= Self.longestSession else {
                throw BenchmarkFailure(
                    "\(name) with a session costs \(times) times what it costs with a key")
            }
            return ours.figures("\(name) with a session", peer: ("with a key", byKey))
        }
    }

    /// The session of a role that may do everything, as that user begins it.
    private static func session(begunBy signer: RequestSigner) throws -> RequestSigner {
        let identity = try call(
            "sts", ["Action": "GetCallerIdentity", "Version": sts], by: signer)
        let account = element("Account", of: identity) ?? ""
        let trust = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
            "Principal":{"AWS":"arn:aws:iam::\(account):root"}}]}
            """
        _ = try call(
            "iam",
            [
                "Action": "CreateRole", "Version": iam, "RoleName": "admin",
                "AssumeRolePolicyDocument": trust,
            ], by: signer)
        _ = try call(
            "iam",
            [
                "Action": "AttachRolePolicy", "Version": iam, "RoleName": "admin",
                "PolicyArn": "arn:aws:iam::aws:policy/AdministratorAccess",
            ], by: signer)
        let answer = try call(
            "sts",
            [
                "Action": "AssumeRole", "Version": sts, "RoleSessionName": "bench",
                "RoleArn": "arn:aws:iam::\(account):role/admin",
            ], by: signer)
        guard let id = element("AccessKeyId", of: answer),
            let secret = element("SecretAccessKey", of: answer),
            let token = element("SessionToken", of: answer)
        else { throw BenchmarkFailure("no session in \(answer.count) characters") }
        return RequestSigner(
            accessKeyID: id, secret: Secret(secret), sessionToken: Secret(token),
            port: signer.port)
    }

    /// `iam:CreateUser` by one client and by many, beside one commit after the other on the same
    /// disk, until the account is full.
    private func createUsers(
        _ load: LoadGenerator, _ signer: RequestSigner, _ report: ([Figure]) -> Void
    ) async throws {
        let commits = try await DurableCommits(directory: directory("peer"))
        let requests = (1..<Self.users).map {
            signer.post(
                "iam", ["Action": "CreateUser", "Version": Self.iam, "UserName": "user-\($0)"])
        }
        try await commits.sample()
        let one = try load.runOnce(connections: 1, Array(requests[..<500]))
        try await commits.sample()
        let many = try load.runOnce(connections: 32, Array(requests[500...]))
        try await commits.sample()

        for (connections, result) in [(1, one), (32, many)] {
            var figures = result.figures("CreateUser, \(connections) at once")
            figures[0] = Figure(
                figures[0].name, result.perSecond, .perSecond,
                peers: [Figure.Peer(name: "SQLite, one commit each", value: commits.perSecond)])
            report(figures)
        }
    }

    /// `iam:ListUsers`, pages of 100, from the first to the last and again.
    private static func listUsers(
        _ load: LoadGenerator, _ signer: RequestSigner
    ) throws -> [Figure] {
        let connection = HTTPConnection(port: signer.port)
        var requests: [[UInt8]] = []
        var marker: String? = ""
        while let here = marker {
            let request =
                here.isEmpty
                ? signer.post("iam", ["Action": "ListUsers", "Version": iam, "MaxItems": "100"])
                : signer.post(
                    "iam",
                    ["Action": "ListUsers", "Version": iam, "MaxItems": "100", "Marker": here])
            requests.append(request)
            marker = element("Marker", of: try connection.answer(to: request).body)
        }
        guard requests.count == users / 100 else {
            throw BenchmarkFailure("\(requests.count) pages of \(users) users")
        }
        return try load.run(seconds: 2, connections: 1, requests)
            .figures("ListUsers, 100 of \(users)")
    }

    /// The body of a request's answer.
    /// - Throws: ``BenchmarkFailure`` when it is refused.
    private static func call(
        _ service: String, _ parameters: KeyValuePairs<String, String>, by signer: RequestSigner
    ) throws -> String {
        let answer = try HTTPConnection(port: signer.port)
            .answer(to: signer.post(service, parameters))
        guard answer.status == 200 else { throw BenchmarkFailure(answer.body) }
        return answer.body
    }

    /// The text of the first element called `name`; nil without one.
    private static func element(_ name: String, of xml: String) -> String? {
        guard let start = xml.firstRange(of: "<\(name)>")?.upperBound,
            let end = xml[start...].firstRange(of: "</\(name)>")?.lowerBound
        else { return nil }
        return String(xml[start..<end])
    }
}
