import Foundation

/// The table of a README: the figures that stand beside a peer's, and how they were taken.
struct ReadmeTable {
    enum Language {
        case english, korean
    }

    private struct Row {
        let figure: String
        let english: String
        let korean: String
        let peers: [String]

        init(_ figure: String, _ english: String, _ korean: String, peers: [String] = []) {
            self.figure = figure
            self.english = english
            self.korean = korean
            self.peers = peers
        }
    }

    private static let rows = [
        Row(
            "GET /healthz, 16 at once, server CPU", "`GET /healthz`", "`GET /healthz`",
            peers: ["nginx"]),
        Row(
            "GetCallerIdentity, 16 at once, server CPU", "`GetCallerIdentity`",
            "`GetCallerIdentity`", peers: ["GET /healthz", "nginx", "moto_server"]),
        Row(
            "GetUser, 16 at once, server CPU", "`GetUser`", "`GetUser`",
            peers: ["GET /healthz", "nginx", "moto_server"]),
        Row(
            "ListUsers, 100 of 5000, server CPU", "`ListUsers`, 100 of 5,000 users",
            "`ListUsers`, 사용자 5,000명 중 100명", peers: ["moto_server"]),
        Row(
            "CreateUser, 1 at once", "`CreateUser`, one client", "`CreateUser`, 클라이언트 1개",
            peers: ["SQLite", "PostgreSQL"]),
        Row(
            "CreateUser, 32 at once", "`CreateUser`, 32 clients", "`CreateUser`, 클라이언트 32개",
            peers: ["SQLite", "PostgreSQL"]),
        Row(
            "CreateUser, 32 at once, server CPU", "`CreateUser`, 32 clients",
            "`CreateUser`, 클라이언트 32개", peers: ["PostgreSQL"]),
        Row(
            "GetCallerIdentity, on PostgreSQL", "`GetCallerIdentity`, on PostgreSQL",
            "`GetCallerIdentity`, PostgreSQL에서", peers: ["with SQLite"]),
        Row(
            "GetUser, on PostgreSQL", "`GetUser`, on PostgreSQL", "`GetUser`, PostgreSQL에서",
            peers: ["with SQLite"]),
        Row(
            "CreateUser, on PostgreSQL", "`CreateUser`, 16 clients, on PostgreSQL",
            "`CreateUser`, 클라이언트 16개, PostgreSQL에서", peers: ["with SQLite", "pgbench"]),
        Row(
            "Sign-in, password, server CPU", "sign-in with a password", "암호로 로그인",
            peers: ["slapd"]),
        Row(
            "Decision, 10 statements", "decision, 10 statements", "권한 판정, 문 10개",
            peers: ["Cedar (cedarpy)", "moto IAMPolicy"]),
        Row(
            "Decision, 10000 statements", "decision, 10,000 statements", "권한 판정, 문 10,000개",
            peers: ["Cedar (cedarpy)", "moto IAMPolicy"]),
        Row(
            "Signature, signing key cached", "verification of a signature", "서명 검증"),
        Row(
            "Start to first answer, 5000 users", "start, 5,000 users", "시작, 사용자 5,000명"),
    ]

    let report: Report
    /// What the peers are, each with its version.
    let versions: [String]

    /// - Throws: ``BenchmarkFailure`` when a figure or the figure of a peer is missing.
    func markdown(_ language: Language) throws -> String {
        let head =
            switch language {
            case .english: "| work | Gatehouse | beside it | | times better |"
            case .korean: "| 작업 | Gatehouse | 비교 대상 | | 몇 배 나은가 |"
            }
        let lines = try Self.rows.flatMap { try self.lines($0, language) }
        return ([head, "|---|---:|---|---:|---:|"] + lines + ["", taken(language)])
            .joined(separator: "\n")
    }

    /// Writes the table between its two marks in a file.
    func write(_ language: Language, to file: String) throws {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        guard let start = text.firstRange(of: "<!-- make bench writes this -->\n")?.upperBound,
            let end = text[start...].firstRange(of: "<!-- until here -->")?.lowerBound
        else { throw BenchmarkFailure("`\(file)` has no place for the table") }
        let whole = try text[..<start] + markdown(language) + "\n" + text[end...]
        try Data(whole.utf8).write(to: URL(filePath: file))
    }

    private func lines(_ row: Row, _ language: Language) throws -> [String] {
        guard let figure = report.figures.first(where: { $0.name == row.figure })
        else { throw BenchmarkFailure("there is no figure `\(row.figure)`") }
        let work = language == .english ? row.english : row.korean
        let own = "| \(work) | \(Self.text(figure.value, figure.unit)) |"
        guard !row.peers.isEmpty else { return [own + " | | |"] }
        return try row.peers.enumerated().map { index, name in
            guard let peer = figure.peers.first(where: { $0.name == name }),
                let times = figure.timesBetter(than: peer)
            else { throw BenchmarkFailure("`\(row.figure)` does not stand beside \(name)") }
            return (index == 0 ? own : "| | |")
                + " \(name.hasPrefix("GET ") ? "`\(name)`" : name) "
                + "| \(Self.text(peer.value, figure.unit)) | \(Self.number(times)) |"
        }
    }

    private static func text(_ value: Double, _ unit: Figure.Unit) -> String {
        switch unit {
        case .perSecond: "\(number(value)) /s"
        case .microseconds where value >= 10_000: "\(number(value / 1_000)) ms"
        default: "\(number(value)) \(unit.rawValue)"
        }
    }

    /// Three digits that count: more would be those of this run alone.
    private static func number(_ value: Double) -> String {
        value.formatted(
            .number.precision(.significantDigits(3)).locale(Locale(identifier: "en_US")))
    }

    private func taken(_ language: Language) -> String {
        let place = "\(report.date), \(report.commit), \(report.machine.description)"
        let load = Report.line(report.loadBefore)
        let rounds = LoadSeries.rounds
        let seconds = Int(report.seconds.rounded())
        let peers = versions.joined(separator: ", ")
        return switch language {
        case .english:
            """
            \(place); load average before: \(load).
            Medians of at least \(rounds) rounds, in \(seconds) s. Beside: \(peers).
            """
        case .korean:
            """
            \(place); 측정 전 부하 평균 \(load).
            \(rounds)회 이상 측정한 값의 중앙값, 모두 \(seconds)초. 비교 대상: \(peers).
            """
        }
    }
}
